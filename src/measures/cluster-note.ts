import type { Example, SuiteRows } from '../data/types.js';

/**
 * Said from here on: if the answers to near-identical prompts went together entirely, variances would be this much
 * larger than those of independent rows (Kish's design effect, Σ size² / Σ size).
 */
const DESIGN_EFFECT = 1.1;

/**
 * A note where near-identical prompts suggest clusters that nobody declared, naming a field that tells them apart where
 * there is one.
 * @param groups of {@link similarPrompts}
 * @returns one plain sentence or two, or null where there is nothing to say
 */
export function clusterNote(rows: SuiteRows, groups: readonly (readonly number[])[]): string | null {
  if (groups.length === 0) return null;
  const { examples } = rows;
  const alike = groups.reduce((total, group) => total + group.length, 0);
  const squares = groups.reduce((total, group) => total + group.length ** 2, 0);
  const effect = (squares + examples.length - alike) / examples.length;
  if (effect < DESIGN_EFFECT) return null;
  const largest = groups.reduce((most, group) => (group.length > most.length ? group : most));
  const [first, second] = [examples[largest[0]!]!.id, examples[largest[1]!]!.id];
  const field = fieldOf(examples, groups);
  const what =
    field === null ? 'a field that is the same in prompts that belong together' : `"${field}", which fits these groups`;
  return `${String(alike)} of ${String(examples.length)} prompts are nearly the same as others, in ${groups.length === 1 ? 'one group' : `${String(groups.length)} groups`} of up to ${String(largest.length)} (such as ${first} and ${second}), and count as independent. If their answers go together, intervals are too narrow: set cluster_by to ${what}.`;
}

/** A field with one value a group, and another in each: what `cluster_by` could be. */
function fieldOf(examples: readonly Example[], groups: readonly (readonly number[])[]): string | null {
  const first = examples[groups[0]![0]!]!;
  const fits = Object.keys(first.fields).filter((key) => {
    const valueOf = (i: number): string | null => {
      const { fields } = examples[i]!;
      const value = Object.hasOwn(fields, key) ? fields[key] : null;
      return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
    };
    const values = groups.map((group) => {
      const one = valueOf(group[0]!);
      return group.every((i) => valueOf(i) === one) ? one : null;
    });
    return !values.includes(null) && new Set(values).size >= 0.9 * groups.length && groups.length > 1;
  });
  return fits[0] ?? null;
}
