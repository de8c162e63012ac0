import type { UnitStatistics } from './statistics.js';

/** Kinds are worth it where there are several units a kind, and no more kinds than this. */
const UNITS_A_KIND = 8;
const MOST_KINDS = 4096;

/** Units sorted into kinds: those of one kind have the same statistics on every side. */
export interface Kinds {
  /** Per unit its kind, 0, 1, … in order of appearance. */
  readonly of: Int32Array;
  /** Per kind one of its units. */
  readonly examples: Int32Array;
  /** Per kind its units. */
  readonly counts: Float64Array;
}

/** Kinds of one side's units that were found before, all of size 1, by their values: several ask for them. */
const found = new WeakMap<
  Float64Array,
  Pick<UnitStatistics, 'offsets' | 'indices'> & { readonly kinds: Kinds | null }
>();

/**
 * Sorts units into kinds: of a million labelled rows there are few, and all of one kind are the same to every statistic.
 * @returns null where there are so many kinds that it is not worth it
 */
export function kindsOf(sides: readonly UnitStatistics[]): Kinds | null {
  const { offsets, indices, values, sizes } = sides[0]!;
  if (sides.length > 1 || !areOne(sizes)) return sort(sides);
  const known = found.get(values);
  if (known?.offsets === offsets && known.indices === indices) return known.kinds;
  const kinds = sort(sides);
  found.set(values, { offsets, indices, kinds });
  return kinds;
}

/**
 * Tells {@link kindsOf} of one side's lone units which of them are equal, so that it need not look at each.
 * @param groups per unit its group; those of one group have the same statistics
 * @param firsts per group its first unit, ascending
 */
export function rememberKinds(side: UnitStatistics, groups: Int32Array, firsts: Int32Array): void {
  const { offsets, indices, values } = side;
  const sorted = sort([side], firsts);
  if (sorted === null) {
    found.set(values, { offsets, indices, kinds: null });
    return;
  }
  const of = new Int32Array(groups.length);
  const counts = new Float64Array(sorted.examples.length);
  for (let u = 0; u < of.length; u++) {
    of[u] = sorted.of[groups[u]!]!;
    counts[of[u]!]!++;
  }
  found.set(values, { offsets, indices, kinds: { of, examples: sorted.examples, counts } });
}

function areOne(sizes: Float64Array): boolean {
  for (let u = 0; u < sizes.length; u++) if (sizes[u] !== 1) return false;
  return true;
}

/** @param some of the units, which are sorted instead of all of them; `of` and `counts` are then theirs alone */
function sort(sides: readonly UnitStatistics[], some: Int32Array | null = null): Kinds | null {
  const units = sides[0]!.sizes.length;
  const most = Math.min(MOST_KINDS, Math.floor(units / UNITS_A_KIND));
  const of = new Int32Array(some?.length ?? units);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2))); // kind + 1, 0 where free
  const mask = slots.length - 1;
  const examples: number[] = [];
  const counts: number[] = [];
  for (let i = 0; i < of.length; i++) {
    const u = some === null ? i : some[i]!;
    let slot = hashOf(sides, u) & mask;
    while (slots[slot] !== 0 && !same(sides, examples[slots[slot]! - 1]!, u)) slot = (slot + 1) & mask;
    if (slots[slot] === 0) {
      if (examples.length === most) return null;
      examples.push(u);
      counts.push(0);
      slots[slot] = examples.length;
    }
    of[i] = slots[slot]! - 1;
    counts[of[i]!]!++;
  }
  return { of, examples: Int32Array.from(examples), counts: Float64Array.from(counts) };
}

const number = new Float64Array(1);
const halves = new Int32Array(number.buffer);

function hashOf(sides: readonly UnitStatistics[], unit: number): number {
  let hash = 0;
  for (const { offsets, indices, values, sizes } of sides) {
    for (let k = offsets[unit]!; k < offsets[unit + 1]!; k++) hash = mixed(mixed(hash, indices[k]!), values[k]!);
    hash = mixed(hash, sizes[unit]!);
  }
  return hash ^ (hash >>> 15);
}

function mixed(hash: number, value: number): number {
  number[0] = value;
  const mix = Math.imul(hash ^ halves[0]! ^ Math.imul(halves[1]!, 0x85ebca6b), 0x9e3779b1);
  return mix ^ (mix >>> 16);
}

function same(sides: readonly UnitStatistics[], a: number, b: number): boolean {
  return sides.every(({ offsets, indices, values, sizes }) => {
    const [from, other] = [offsets[a]!, offsets[b]!];
    const length = offsets[a + 1]! - from;
    if (length !== offsets[b + 1]! - other || sizes[a] !== sizes[b]) return false;
    for (let k = 0; k < length; k++) {
      if (indices[from + k] !== indices[other + k] || values[from + k] !== values[other + k]) return false;
    }
    return true;
  });
}
