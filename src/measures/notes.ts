import { byCodePoint } from './slices.js';
import type { ScoreTable } from './score.js';
import type { NoteCount } from './types.js';

/** Kinds of notes that a measure tells; a reader acts on the first few. */
const MOST_KINDS = 20;

/** One side's scored rows. */
interface Side {
  readonly table: ScoreTable;
  readonly rows: Int32Array;
}

/**
 * Why rows are wrong, where the metric says so: how many rows of each model have each kind of note, the candidate's most
 * frequent first, at most 20 kinds.
 */
export function noteCounts(candidate: Side, base: Side | null): NoteCount[] {
  const [ofCandidate, ofBase] = [countsOf(candidate), base === null ? null : countsOf(base)];
  const kinds = new Set([...ofCandidate.keys(), ...(ofBase?.keys() ?? [])]);
  const counts = Array.from(kinds, (note) => ({
    note,
    candidate: ofCandidate.get(note) ?? 0,
    base: ofBase === null ? null : (ofBase.get(note) ?? 0),
  }));
  return counts
    .sort((a, b) => b.candidate - a.candidate || (b.base ?? 0) - (a.base ?? 0) || byCodePoint(a.note, b.note))
    .slice(0, MOST_KINDS);
}

function countsOf({ table, rows }: Side): Map<string, number> {
  const counts = new Map<string, number>();
  const { notes } = table;
  if (notes === undefined) return counts;
  for (const row of rows) {
    const kind = notes.get(row)?.kind;
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
