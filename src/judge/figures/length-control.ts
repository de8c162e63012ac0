import { logisticFit, mean, normalQuantile, sigmoid, tQuantile, type Bounds } from '../../stats/index.js';
import type { LengthControl } from './types.js';
import { share, type Units } from './units.js';

/** The logistic model has two parameters; two pairs would fit it exactly. */
const FEWEST_PAIRS = 3;
/** Below so many pairs the figure is unreliable. */
const RELIABLE_PAIRS = 50;
/**
 * The least share of pairs on either side of equal length. With less the model extrapolates: against the published
 * figures of 56 models it then missed by 7 points on average and by 28 at worst, more than the raw win rate does.
 */
const LEAST_OVERLAP = 0.2;
/** A single pair with more of the squared differences than this sets the scale of all others. */
const OUTLIER_SHARE = 0.5;

/** A standard error of log odds that is only rounding. */
const NO_SPREAD = 1e-9;

/** Judged pairs: parallel arrays, all of one length. */
export interface LengthPairs {
  /** The candidate's, 0-1. */
  readonly points: Float64Array;
  /** In code points. */
  readonly candidateLengths: Float64Array;
  readonly baseLengths: Float64Array;
  /** Null where every pair stands alone. */
  readonly units: Units | null;
}

/**
 * The win rate that two models would have if their answers were of equal length: AlpacaEval's length-controlled win rate
 * (Dubois et al. 2024, arXiv 2404.04475) for one pair of models, without the difficulty of instructions and without
 * penalty. With d the candidate's length less the base's and x = tanh(d / sd(d)), sd with n - 1 and not centred, it fits
 * log odds of the points = a + b x; the figure is sigmoid(a), its interval sigmoid(a ± z se) with the sandwich's se
 * (HC0; over clusters with t of their number less 1 for z). A slice is controlled over its own pairs.
 * @param confidence 0-1, such as 0.95
 */
export function lengthControl(pairs: LengthPairs, confidence: number): LengthControl {
  const differences = pairs.candidateLengths.map((length, i) => length - pairs.baseLengths[i]!);
  const n = differences.length;
  const longer = differences.filter((d) => d > 0).length;
  const shorter = differences.filter((d) => d < 0).length;
  const counts = { n, share_longer: share(longer, n), share_shorter: share(shorter, n) };
  const missing = whyNot(pairs, differences);
  if (missing !== null) return notEstimable(counts, null, missing);
  const sd = standardDeviation(differences);
  const fit = logisticFit(
    differences.map((d) => Math.tanh(d / sd)),
    pairs.points,
    pairs.units,
  );
  if (fit === null) return notEstimable(counts, sd, 'length alone tells who wins, so no finite model fits');
  const covariance = fit.robustCovariance;
  const standardError = covariance === null ? null : Math.sqrt(covariance.intercept);
  return {
    ...counts,
    length_sd: sd,
    intercept: fit.intercept,
    slope: fit.slope,
    intercept_standard_error: standardError,
    slope_standard_error: covariance === null ? null : Math.sqrt(covariance.slope),
    win_rate: sigmoid(fit.intercept),
    // Without any spread, as where every pair is a tie, an interval of no width would claim certainty.
    ci:
      standardError === null || standardError < NO_SPREAD
        ? null
        : interval(fit.intercept, standardError, pairs.units, confidence),
    not_estimable: null,
    unreliable: whyUnreliable(differences, longer, shorter, standardError),
  };
}

function interval(intercept: number, standardError: number, units: Units | null, confidence: number): Bounds {
  const level = (1 + confidence) / 2;
  const reach = standardError * (units === null ? normalQuantile(level) : tQuantile(level, units.count - 1));
  return [sigmoid(intercept - reach), sigmoid(intercept + reach)];
}

/** Sample standard deviation (n - 1) around the mean. */
function standardDeviation(values: Float64Array): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}

function whyNot({ points }: LengthPairs, differences: Float64Array): string | null {
  if (points.length < FEWEST_PAIRS) return `it takes ${FEWEST_PAIRS} judged pairs or more`;
  if (differences.every((d) => d === 0))
    return 'both models answer at the same length in every pair, so the raw win rate is it already';
  if (differences.every((d) => d === differences[0])) return 'all answers differ in length by the same amount';
  if (points.every((point) => point === 1)) return 'the candidate won every pair';
  if (points.every((point) => point === 0)) return 'the base won every pair';
  return null;
}

function whyUnreliable(
  differences: Float64Array,
  longer: number,
  shorter: number,
  standardError: number | null,
): string | null {
  const n = differences.length;
  if (n < RELIABLE_PAIRS) return `${n} judged pairs are fewer than ${RELIABLE_PAIRS}`;
  if (standardError === null) return 'all pairs belong to one cluster';
  if (standardError < NO_SPREAD)
    return 'the pairs came out too much alike to take an interval from, as where all are ties';
  if (n - Math.max(longer, shorter) < LEAST_OVERLAP * n) {
    const side = longer > shorter ? 'longer' : 'shorter';
    const percent = Math.round((100 * Math.max(longer, shorter)) / n);
    return `fewer than 20% of the answers overlap in length: those of the candidate are ${side} in ${percent}% of pairs`;
  }
  const centre = mean(differences);
  const squares = differences.map((d) => (d - centre) ** 2);
  const total = squares.reduce((sum, square) => sum + square, 0);
  if (squares.some((square) => square > OUTLIER_SHARE * total)) {
    return 'one pair differs so much in length that the lengths of all others no longer count';
  }
  return null;
}

function notEstimable(
  counts: Pick<LengthControl, 'n' | 'share_longer' | 'share_shorter'>,
  sd: number | null,
  reason: string,
): LengthControl {
  return {
    ...counts,
    length_sd: sd,
    intercept: null,
    slope: null,
    intercept_standard_error: null,
    slope_standard_error: null,
    win_rate: null,
    ci: null,
    not_estimable: reason,
    unreliable: null,
  };
}
