import type { Prediction, SuiteRows } from '../data/types.js';
import type { ScoredMetric } from './score.js';
import type { PairedScores } from './types.js';

/** Per-example scores of both models, for rules that look at single examples. */
export function pairedScores(suite: string, scored: ScoredMetric, rows: SuiteRows): PairedScores {
  return {
    suite,
    metric: scored.metric.id,
    direction: scored.metric.direction,
    ids: rows.examples.map(({ id }) => id),
    tags: rows.examples.map(({ tags }) => tags),
    candidate: scored.candidate.score,
    base: scored.base?.score ?? null,
  };
}

/** Indices of examples whose score fell (broke) and rose (fixed), turned so that more is better. */
export interface Flips {
  readonly broke: readonly number[];
  readonly fixed: readonly number[];
}

/** The examples scored differently for both models, the largest change first, else in the suite's order. */
export function flips({ metric, candidate, base }: ScoredMetric): Flips {
  const changes: { row: number; change: number }[] = [];
  for (const [row, score] of candidate.score.entries()) {
    const change = (score - (base?.score[row] ?? NaN)) * (metric.direction === 'lower' ? -1 : 1);
    if (change < 0 || change > 0) changes.push({ row, change });
  }
  changes.sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || a.row - b.row);
  return {
    broke: changes.filter(({ change }) => change < 0).map(({ row }) => row),
    fixed: changes.filter(({ change }) => change > 0).map(({ row }) => row),
  };
}

/** True where both models said the same: equal texts, sample by sample, and equal scores of the user's own. */
export function sameAnswer(a: Prediction, b: Prediction): boolean {
  return (
    a.outputs.length === b.outputs.length &&
    a.outputs.every(({ text }, i) => text === b.outputs[i]!.text) &&
    a.scores.size === b.scores.size &&
    [...a.scores].every(([name, score]) => b.scores.get(name) === score)
  );
}
