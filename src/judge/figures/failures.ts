import type { Failed, Failure } from '../types.js';
import { isFailed } from './combine.js';
import type { FailureCounts, JudgeComparison } from './types.js';

/** All kinds, in the order in which a report lists them. */
const NONE: Readonly<Record<Failure, number>> = {
  unparsed: 0,
  empty: 0,
  truncated: 0,
  refused: 0,
  filtered: 0,
  rejected: 0,
  unreachable: 0,
  stopped: 0,
};

/** Counts single judgments: with a verdict, and without one by kind. */
export function countJudgments(judgments: readonly (object | string | Failed)[]): JudgeComparison['judgments'] {
  const counts = { ...NONE };
  const failures = judgments.filter(isFailed);
  for (const { failed } of failures) counts[failed]++;
  const by_kind: FailureCounts = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  return { answered: judgments.length - failures.length, failed: failures.length, by_kind };
}
