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

/** True where both models said the same: equal texts, sample by sample, and equal scores of the user's own. */
export function sameAnswer(a: Prediction, b: Prediction): boolean {
  return (
    a.outputs.length === b.outputs.length &&
    a.outputs.every(({ text }, i) => text === b.outputs[i]!.text) &&
    a.scores.size === b.scores.size &&
    [...a.scores].every(([name, score]) => b.scores.get(name) === score) &&
    [...(a.sampleScores ?? [])].every(([name, scores]) => sameList(scores, b.sampleScores?.get(name)))
  );
}

function sameList(a: readonly number[], b: readonly number[] | undefined): boolean {
  return a.length === b?.length && a.every((score, i) => score === b[i]);
}
