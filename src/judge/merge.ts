import type { SuiteRows } from '../data/types.js';
import { mean } from '../stats/index.js';
import { combine, isResult, type AnswerJudgments } from './figures/index.js';
import type { RecordedSuite } from './recorded/index.js';
import type { Failed, PairJudgments, ScoreVerdict } from './types.js';

/** An example's scores, to which more are added. */
export interface OpenAnswers extends AnswerJudgments {
  readonly candidate: (ScoreVerdict | Failed)[];
  readonly base: (ScoreVerdict | Failed)[] | null;
}

/** A suite's recorded scores by example: several judges, turns and repeats stand beside one another, as repeats do. */
export function scoresByExample({ examples, base }: SuiteRows, { scores }: RecordedSuite): OpenAnswers[] {
  return groupBy(scores, examples.length).map((all, example) => {
    const of = (model: 'candidate' | 'base') => all.filter((one) => one.model === model).map(({ verdict }) => verdict);
    return { example, candidate: of('candidate'), base: base === null ? null : of('base') };
  });
}

/** A suite's recorded comparisons by example: none, one, or one for each judge, criterion and turn. */
export function comparisonsByExample({ examples }: SuiteRows, { comparisons }: RecordedSuite): PairJudgments[][] {
  return groupBy(comparisons, examples.length);
}

/**
 * An example's comparisons as one, since the example is the unit: the mean of their points, as FastChat has it over turns.
 * One that failed fails the example.
 */
export function mergeComparisons(example: number, comparisons: readonly PairJudgments[]): PairJudgments {
  const [first] = comparisons;
  const merged = { example, baseFirst: [], candidateFirst: [], preference: null };
  if (first === undefined) return merged;
  if (comparisons.length === 1) return first;
  const results = comparisons.map(combine);
  const broken = comparisons.find((_, i) => !isResult(results[i]!));
  return broken ?? { ...merged, preference: mean(results.filter(isResult).map(({ points }) => points)) };
}

function groupBy<T extends { readonly example: number }>(all: readonly T[], examples: number): T[][] {
  const groups: T[][] = Array.from({ length: examples }, () => []);
  for (const one of all) groups[one.example]!.push(one);
  return groups;
}
