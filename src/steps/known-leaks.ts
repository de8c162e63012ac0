import type { ContaminationConfig } from '../config/index.js';
import { isAtLeast, LEVELS, type AllowedPair, type KnownPair } from '../contamination/index.js';
import { readRows, resolveFiles, type Row } from '../data/index.js';
import type { FileAccess } from '../data/types.js';
import { GateError } from '../errors.js';

/**
 * The leaks of an earlier contamination.jsonl (`contamination.known`): those that would count.
 * @throws GateError where a file can't be read, or is no contamination.jsonl
 */
export async function readKnown({ known, level }: ContaminationConfig, access: FileAccess): Promise<KnownPair[]> {
  if (known === null) return [];
  const pairs: KnownPair[] = [];
  for (const file of await resolveFiles(known, access)) {
    for await (const found of readRows(file)) {
      const pair = pairOf(found);
      if (isAtLeast(pair.level, level)) pairs.push(pair);
    }
  }
  return pairs;
}

function pairOf({ row, source }: Row): KnownPair & { readonly level: (typeof LEVELS)[number] } {
  const text = (key: string): string | null => {
    const value = Object.hasOwn(row, key) ? row[key] : null;
    return typeof value === 'string' ? value : null;
  };
  const [suite, id, name] = [text('suite'), text('id'), text('row')];
  const level = LEVELS.find((one) => one === text('level'));
  if (suite === null || id === null || name === null || level === undefined) {
    throw new GateError(
      'is no line of a contamination.jsonl with suite, id, row and level; take the file that this version of eval-gate wrote',
      { ...source, key: 'contamination.known' },
    );
  }
  return { suite, id, row: name, level };
}

/** Entries of the allow-list that do nothing any more, each as a sentence. */
export function unusedNotes(unused: readonly AllowedPair[], { allow }: ContaminationConfig): string[] {
  return unused.map((entry) => {
    return `contamination.allow[${String(allow.indexOf(entry))}] (example ${entry.id}) lets no leak pass any more: its training row or the example was changed or taken out, or they never made a pair; take it out.`;
  });
}
