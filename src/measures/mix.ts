import type { ScoreTable } from './score.js';

/**
 * A side made of rows of several: example i has its row from `tables[choice[i]]`. Nothing is scored anew.
 * @param tables of one metric over the same examples, with the same layout
 */
export function mixTables(tables: readonly ScoreTable[], choice: Uint8Array): ScoreTable {
  const rows = choice.length;
  const offsets = new Int32Array(rows + 1);
  const score = new Float64Array(rows);
  const unparsed = new Uint8Array(rows);
  const reasons = new Array<string | null>(rows);
  for (let i = 0; i < rows; i++) {
    const from = tables[choice[i]!]!;
    offsets[i + 1] = offsets[i]! + from.offsets[i + 1]! - from.offsets[i]!;
    score[i] = from.score[i]!;
    unparsed[i] = from.unparsed[i]!;
    reasons[i] = from.reasons[i]!;
  }
  const columns = new Int32Array(offsets[rows]!);
  const values = new Float64Array(offsets[rows]!);
  for (let i = 0; i < rows; i++) {
    const from = tables[choice[i]!]!;
    for (let k = from.offsets[i]!, at = offsets[i]!; k < from.offsets[i + 1]!; k++, at++) {
      columns[at] = from.columns[k]!;
      values[at] = from.values[k]!;
    }
  }
  return { offsets, columns, values, score, unparsed, reasons };
}
