import { GateError, placeText } from '../../errors.js';
import { NO_SCORES, type PredictionRow } from '../shapes/index.js';
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
      const place = placeText(earlier.source);
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
  const { source } = group[0]!;
  const rows = group.length === 1 ? group : [...group].sort((a, b) => (a.sample ?? 0) - (b.sample ?? 0));
  const outputs = rows.length === 1 ? rows[0]!.outputs : rows.flatMap((row) => row.outputs);
  if (rows.every((row) => row.scores.size === 0)) return { outputs, scores: NO_SCORES, source };
  const lists = new Map<string, (number | null)[]>();
  for (const row of rows) {
    for (const [name, score] of row.scores) {
      const list = lists.get(name) ?? [];
      list.push(...[score].flat());
      lists.set(name, list);
    }
  }
  const given = new Map([...lists].map(([name, list]) => [name, list.filter((score) => score !== null)]));
  const scores = new Map([...given].map(([name, list]) => [name, meanOf(list)]));
  const sampleScores = new Map([...given].filter(([name]) => lists.get(name)!.length > 1));
  return { outputs, scores, ...(sampleScores.size === 0 ? {} : { sampleScores }), source };
}

function meanOf(scores: readonly number[]): number | null {
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
