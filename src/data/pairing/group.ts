import { GateError, placeText } from '../../errors.js';
import { NO_SCORES, PlainPrediction, type PredictionRow } from '../shapes/index.js';
import type { Prediction } from '../types.js';

/** Rows of one example: a list where a model was sampled several times. Most have one, and a million lists cost memory. */
export type Group = PredictionRow | readonly PredictionRow[];

/** Which rows belong to which example. */
export interface Assigned {
  /** Parallel to the examples; null where there is no row. */
  readonly groups: readonly (Group | null)[];
  /** Rows of no example, those with one key together. */
  readonly extra: readonly (readonly PredictionRow[])[];
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
  const groups = new Array<PredictionRow | PredictionRow[] | null>(count).fill(null);
  const extra = new Map<string, PredictionRow[]>();
  rows.forEach((row, index) => {
    const position = positionOf(row, index);
    if (position === undefined) {
      const others = extra.get(keyOf(row));
      if (others === undefined) extra.set(keyOf(row), [row]);
      else others.push(row);
      return;
    }
    const group = groups[position] ?? null;
    if (group === null) groups[position] = row;
    else if (Array.isArray(group)) group.push(row);
    else groups[position] = [group, row];
  });
  const all = { groups, extra: [...extra.values()] };
  for (const list of [all.groups, all.extra]) {
    for (const group of list) if (Array.isArray(group) && group.length > 1) assertSamples(group, describe);
  }
  return all;
}

function assertSamples(group: readonly PredictionRow[], describe: (row: PredictionRow) => string): void {
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
  // One that repeats its prompt would keep it.
  if (group instanceof PlainPrediction && group.prompt === null) return group;
  if ('source' in group && group.scores.size === 0) {
    return { outputs: group.outputs, scores: NO_SCORES, source: group.source };
  }
  const list = 'source' in group ? [group] : group;
  const { source } = list[0]!;
  const rows = list.length === 1 ? list : [...list].sort((a, b) => (a.sample ?? 0) - (b.sample ?? 0));
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
