import { GateError } from '../../errors.js';
import type { PredictionRow } from '../shapes/index.js';
import type { Prediction } from '../types.js';

/** Rows of one example: several where a model was sampled several times. */
export type Group = readonly PredictionRow[];

/**
 * Puts rows with one key together, in order of first appearance.
 * @param describe how a key is called in a message, such as `id "7"`
 * @throws GateError that names both rows where a key comes twice without sample numbers that differ
 */
export function groupRows<K>(
  rows: readonly PredictionRow[],
  keyOf: (row: PredictionRow, index: number) => K,
  describe: (row: PredictionRow) => string,
): Map<K, Group> {
  const groups = new Map<K, PredictionRow[]>();
  rows.forEach((row, index) => {
    const key = keyOf(row, index);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  });
  for (const group of groups.values()) {
    if (group.length > 1) assertSamples(group, describe);
  }
  return groups;
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
