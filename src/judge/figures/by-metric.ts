import type { PairJudgments } from '../types.js';

/** Scores so near each other (relative) differ by rounding only. */
const EQUAL = 1e-12;

/**
 * Wins by a metric in place of a judge: on each example the model with the better score wins, equal scores are a tie.
 * The pairs have no orders, so the figures made from them have no position figures; name the metric there as `by`.
 * @param candidate per example of the suite its score; NaN where unscored
 * @param base parallel
 * @param direction whether more is better
 * @returns one a example, in order; without a judgment where either side is unscored
 */
export function winsByMetric(
  candidate: Float64Array,
  base: Float64Array,
  direction: 'higher' | 'lower',
): PairJudgments[] {
  const turn = direction === 'lower' ? -1 : 1;
  return Array.from(candidate, (score, example) => ({
    example,
    baseFirst: [],
    candidateFirst: [],
    preference: pointsOf(turn * score, turn * base[example]!),
  }));
}

function pointsOf(candidate: number, base: number): number | null {
  if (Number.isNaN(candidate) || Number.isNaN(base)) return null;
  if (candidate === base || Math.abs(candidate - base) <= EQUAL * Math.max(Math.abs(candidate), Math.abs(base))) {
    return 0.5;
  }
  return candidate > base ? 1 : 0;
}
