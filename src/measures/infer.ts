import {
  bootstrapValues,
  changes,
  influences,
  mcnemarExact,
  meanInterval,
  minimumDetectableEffect,
  pairedProportionInterval,
  proportionInterval,
  signFlipTest,
  summedInterval,
  swapTest,
  unitSums,
  type Bounds,
  type MeanInference,
  type UnitStatistics,
} from '../stats/index.js';
import type { Metric } from '../metrics/metric.js';
import type { Units } from './select.js';
import type { Interval } from './types.js';

/** How inference is to be done. */
export interface InferenceOptions {
  readonly resamples: number;
  readonly confidence: number;
  /** Starts every random choice. */
  readonly seed: string;
}

/** What is known of a difference beside its value. */
export interface DifferenceInference {
  readonly ci: Interval | null;
  readonly p_value: number | null;
  readonly method: string;
  readonly mde: number;
}

/** How rows hang together: `units` null where each stands alone, `strata` (of units) null where there are none. */
export interface Design {
  readonly units: Units | null;
  readonly strata: Units | null;
}

/** The largest change that one row's score can make, and the metric's range with its open ends. */
export interface Scale {
  readonly span: number;
  readonly range: Bounds;
}

/** A metric's scale; where its range is open, the span of the scores that were seen (at least the largest of them, or 1). */
export function scaleOf(metric: Metric, scores: readonly Float64Array[]): Scale {
  const [least, most] = metric.range;
  const range: Bounds = [least ?? -Infinity, most ?? Infinity];
  if (least !== null && most !== null) return { span: most - least, range };
  let low = Infinity;
  let high = -Infinity;
  for (const side of scores) {
    for (const score of side) {
      if (score < low) low = score;
      if (score > high) high = score;
    }
  }
  const spread = high > low ? high - low : Math.abs(high);
  return { span: spread > 0 && Number.isFinite(spread) ? spread : 1, range };
}

/** The interval of a mean of per-row scores. */
export function meanCi(scores: Float64Array, { units, strata }: Design, scale: Scale, confidence: number): Interval {
  if (units === null && strata === null && scores.every(isBinary)) {
    return proportionInterval(
      scores.reduce((sum, score) => sum + score, 0),
      scores.length,
      confidence,
    );
  }
  return meanInterval(unitSums(scores, units, strata), scale.range, scale.span, confidence).ci;
}

/** Inference on a mean difference of per-row scores, over units. */
export function differenceOfMeans(
  candidate: Float64Array,
  base: Float64Array,
  { units, strata }: Design,
  scale: Scale,
  { resamples, confidence, seed }: InferenceOptions,
): DifferenceInference {
  const differences = candidate.map((score, i) => score - base[i]!);
  const sums = unitSums(differences, units, strata);
  const mdeOf = ({ standardError }: MeanInference) =>
    minimumDetectableEffect(standardError, sums.sums.length, confidence);
  if (units === null && candidate.every(isBinary) && base.every(isBinary)) {
    const lost = differences.filter((d) => d < 0).length;
    const gained = differences.filter((d) => d > 0).length;
    const found =
      strata === null
        ? pairedProportionInterval(lost, gained, differences.length, confidence)
        : meanInterval(sums, rangeOfChange(scale), scale.span, confidence);
    return { ci: found.ci, p_value: mcnemarExact(lost, gained), method: 'mcnemar_exact', mde: mdeOf(found) };
  }
  const found = meanInterval(sums, rangeOfChange(scale), scale.span, confidence);
  const p_value = signFlipTest(sums.sums, resamples, seed);
  return { ci: found.ci, p_value, method: 'sign_flip', mde: mdeOf(found) };
}

/** A corpus metric's inference: both values' intervals, and that of their difference where there are two sides. */
export interface CorpusInference {
  readonly ci: readonly (Interval | null)[];
  readonly difference: DifferenceInference | null;
}

/**
 * Inference on a metric of summed statistics: the paired bootstrap's interval on each side and of the difference, swap
 * randomisation for the p-value.
 * @param sides the candidate, and where given the base over the same units
 * @param strata of these units
 */
export function corpusInference(
  sides: readonly UnitStatistics[],
  aggregate: (sum: Float64Array, weight: number) => number | null,
  values: readonly number[],
  scale: Scale,
  strata: Units | null,
  { resamples, confidence, seed }: InferenceOptions,
): CorpusInference {
  const candidate = sides[0]!;
  const base = sides[1];
  const { sizes } = candidate;
  const shared = { sizes, strata, span: scale.span, confidence };
  const resampled = bootstrapValues(sides, aggregate, resamples, `${seed} bootstrap`, strata);
  const pulls = sides.map((side) => influences(side, aggregate));
  const ci = sides.map((_, s) => {
    const own = { value: values[s]!, resampled: resampled[s]!, pulls: pulls[s]!, effects: pulls[s]! };
    return summedInterval({ ...shared, ...own, range: scale.range }).ci;
  });
  if (base === undefined) return { ci, difference: null };
  const difference = summedInterval({
    ...shared,
    value: values[0]! - values[1]!,
    resampled: resampled[0]!.map((value, r) => value - resampled[1]![r]!),
    pulls: pulls[0]!.map((pull, u) => pull - pulls[1]![u]!),
    effects: changes(candidate, base, aggregate),
    range: rangeOfChange(scale),
  });
  return {
    ci,
    difference: {
      ci: difference.ci,
      p_value: swapTest(candidate, base, aggregate, resamples, `${seed} swap`),
      method: 'swap_randomization',
      mde: minimumDetectableEffect(difference.standardError, sizes.length, confidence),
    },
  };
}

/** How far a metric can change; without end where its range has none. */
function rangeOfChange({ span, range }: Scale): Bounds {
  const most = Number.isFinite(range[1] - range[0]) ? span : Infinity;
  return [-most, most];
}

function isBinary(score: number): boolean {
  return score === 0 || score === 1;
}
