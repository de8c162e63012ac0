import { GateError } from '../../errors.js';
import type { PredictionRow } from '../shapes/index.js';
import type { Prediction } from '../types.js';

/** Rows of one example: several where a model was sampled several times. */
export type Group = readonly PredictionRow[];

/** Which rows belong to which example. */
export interface Assigned {
  /** Parallel to the examples; null where there is no row. */
  readonly groups: readonly (Group | null)[];
  /** Rows of no example, those with one key together. */
  readonly extra: readonly Group[];
}

/**
 * Puts the rows of each example together.
 * @param count examples
 * @param positionOf a row's example, undefined where it has none
 * @param keyOf what tells rows without an example apart
 * @param describe how a row is called in a message, such as `id "7"`
 * @throws GateError that names both rows where one example has two whose sample numbers do not differ
 */
export function assignRows(
  rows: readonly PredictionRow[],
  count: number,
  positionOf: (row: PredictionRow, index: number) => number | undefined,
  keyOf: (row: PredictionRow) => string,
  describe: (row: PredictionRow) => string,
): Assigned {
  const groups = new Array<PredictionRow[] | null>(count).fill(null);
  const extra = new Map<string, PredictionRow[]>();
  rows.forEach((row, index) => {
    const position = positionOf(row, index);
    const group = position === undefined ? extra.get(keyOf(row)) : groups[position];
    if (group !== undefined && group !== null) group.push(row);
    else if (position === undefined) extra.set(keyOf(row), [row]);
    else groups[position] = [row];
  });
  const all = { groups, extra: [...extra.values()] };
  for (const list of [all.groups, all.extra]) {
    for (const group of list) if (group !== null && group.length > 1) assertSamples(group, describe);
  }
  return all;
}

function assertSamples(group: Group, describe: (row: PredictionRow) => string): void {
  const seen = new Map<number | null, PredictionRow>();
  const unnumbered = group.find((row) => row.sample === null);
  for (const row of group) {
    const earlier = seen.get(row.sample) ?? (unnumbered === undefined ? undefined : seen.values().next().value);
    if (earlier !== undefined) {
      const place = `${earlier.source.file}:${earlier.source.line}`;
      const number = row.sample === null ? '' : ` with sample ${row.sample}`;
      throw new GateError(
        `${describe(row)}${number} is already at ${place}; several samples of one prompt need "sample" numbers that differ`,
        { ...row.source },
      );
    }
    seen.set(row.sample, row);
  }
}

/** One example's rows as one prediction: samples in the order of their numbers, the user's scores as means over them. */
export function predictionOfGroup(group: Group): Prediction {
  const first = group[0]!;
  if (group.length === 1) return { outputs: first.outputs, scores: first.scores, source: first.source };
  const rows = [...group].sort((a, b) => (a.sample ?? 0) - (b.sample ?? 0));
  const sums = new Map<string, { sum: number; count: number }>();
  for (const row of rows) {
    for (const [name, score] of row.scores) {
      const entry = sums.get(name) ?? { sum: 0, count: 0 };
      if (score !== null) [entry.sum, entry.count] = [entry.sum + score, entry.count + 1];
      sums.set(name, entry);
    }
  }
  return {
    outputs: rows.flatMap((row) => row.outputs),
    scores: new Map([...sums].map(([name, { sum, count }]) => [name, count === 0 ? null : sum / count])),
    source: first.source,
  };
}
