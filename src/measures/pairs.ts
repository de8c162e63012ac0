import type { Prediction, SuiteRows } from '../data/types.js';
import type { ScoredMetric } from './score.js';
import type { PairedScores } from './types.js';

/** Per-example scores of both models on each metric, for rules that look at single examples. */
export function pairedScores(suite: string, scored: readonly ScoredMetric[], rows: SuiteRows): PairedScores[] {
  // Made when they are asked for, once for all metrics: of a million rows they are as large as the scores.
  const ids = once(() => rows.examples.map(({ id }) => id));
  const tags = once(() => rows.examples.map(({ tags }) => tags));
  return scored.map(({ metric, candidate, base }) => ({
    suite,
    metric: metric.id,
    direction: metric.direction,
    get ids() {
      return ids();
    },
    get tags() {
      return tags();
    },
    candidate: candidate.score,
    base: base?.score ?? null,
  }));
}

function once<T>(make: () => readonly T[]): () => readonly T[] {
  let made: readonly T[] | null = null;
  return () => (made ??= make());
}

/** True where both models, each of which has an answer, said the same: equal texts, sample by sample, and equal scores of the user's own. */
export function saidTheSame({ columns, candidate, base }: SuiteRows, row: number): boolean {
  if (columns !== undefined) return columns.candidate[row] === columns.base![row];
  return sameAnswer(candidate.predictions[row]!, base!.predictions[row]!);
}

function sameAnswer(a: Prediction, b: Prediction): boolean {
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
