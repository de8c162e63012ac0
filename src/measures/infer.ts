import {
  bootstrapValues,
  changes,
  differenceInterval,
  expandedPercentileInterval,
  influences,
  jackknifeInterval,
  mcnemarExact,
  meanInterval,
  minimumDetectableEffect,
  pairedProportionInterval,
  signFlipTest,
  swapTest,
  unitSums,
  wilsonInterval,
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

/** The interval of a mean of per-row scores: Wilson's for lone zeros and ones, else a t interval. */
export function meanCi(scores: Float64Array, units: Units | null, scale: Scale, confidence: number): Interval {
  if (units === null && scores.every(isBinary)) {
    return wilsonInterval(
      scores.reduce((sum, score) => sum + score, 0),
      scores.length,
      confidence,
    );
  }
  return meanInterval(unitSums(scores, units), scale.range, scale.span, confidence).ci;
}

/** Inference on a mean difference of per-row scores, over units. */
export function differenceOfMeans(
  candidate: Float64Array,
  base: Float64Array,
  units: Units | null,
  scale: Scale,
  { resamples, confidence, seed }: InferenceOptions,
): DifferenceInference {
  const differences = candidate.map((score, i) => score - base[i]!);
  const sums = unitSums(differences, units);
  const most = Number.isFinite(scale.range[1] - scale.range[0]) ? scale.span : Infinity;
  const { ci, standardError } = differenceInterval(sums, scale.span, most, confidence);
  const mde = minimumDetectableEffect(standardError, sums.sums.length, confidence);
  if (units === null && candidate.every(isBinary) && base.every(isBinary)) {
    const lost = differences.filter((d) => d < 0).length;
    const gained = differences.filter((d) => d > 0).length;
    const interval = pairedProportionInterval(lost, gained, differences.length, confidence);
    return { ci: interval, p_value: mcnemarExact(lost, gained), method: 'mcnemar_exact', mde };
  }
  return { ci, p_value: signFlipTest(sums.sums, resamples, seed), method: 'sign_flip', mde };
}

/** A corpus metric's inference: both values' intervals, and that of their difference where there are two sides. */
export interface CorpusInference {
  readonly ci: readonly (Interval | null)[];
  readonly difference: DifferenceInference | null;
}

/**
 * Inference on a metric of summed statistics: on each side the paired bootstrap's interval, widened to the jackknife's
 * where that reaches further (few units, or hardly anything that differs).
 * @param sides the candidate, and where given the base over the same units
 */
export function corpusInference(
  sides: readonly UnitStatistics[],
  aggregate: (sum: Float64Array, weight: number) => number | null,
  values: readonly number[],
  scale: Scale,
  { resamples, confidence, seed }: InferenceOptions,
): CorpusInference {
  const candidate = sides[0]!;
  const base = sides[1];
  const units = candidate.sizes.length;
  const resampled = bootstrapValues(sides, aggregate, resamples, `${seed} bootstrap`);
  const pulls = sides.map((side) => influences(side, aggregate));
  const ci = sides.map((_, s) => {
    const own = { value: values[s]!, pulls: pulls[s]!, sizes: pulls[s]!, span: scale.span };
    const jackknife = jackknifeInterval({ ...own, towards: values[s]!, range: scale.range, confidence });
    return wider(expandedPercentileInterval(resampled[s]!, units, confidence), jackknife, scale.range);
  });
  if (base === undefined) return { ci, difference: null };
  const most = Number.isFinite(scale.range[1] - scale.range[0]) ? scale.span : Infinity;
  const range: Bounds = [-most, most];
  const jackknife = jackknifeInterval({
    value: values[0]! - values[1]!,
    pulls: pulls[0]!.map((pull, u) => pull - pulls[1]![u]!),
    sizes: changes(candidate, base, aggregate),
    span: scale.span,
    towards: 0,
    range,
    confidence,
  });
  const differences = resampled[0]!.map((value, r) => value - resampled[1]![r]!);
  return {
    ci,
    difference: {
      ci: wider(expandedPercentileInterval(differences, units, confidence), jackknife, range),
      p_value: swapTest(candidate, base, aggregate, resamples, `${seed} swap`),
      method: 'swap_randomization',
      mde: minimumDetectableEffect(jackknife.standardError, units, confidence),
    },
  };
}

function wider(bootstrap: Bounds | null, { ci }: MeanInference, range: Bounds): Interval {
  if (bootstrap === null) return ci;
  return [Math.max(range[0], Math.min(bootstrap[0], ci[0])), Math.min(range[1], Math.max(bootstrap[1], ci[1]))];
}

function isBinary(score: number): boolean {
  return score === 0 || score === 1;
}
