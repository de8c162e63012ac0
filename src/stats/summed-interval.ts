import { expandedPercentileInterval } from './bootstrap.js';
import { countsInterval, inference, medianRates, type MeanInference } from './means.js';
import type { Bounds } from './proportions.js';
import { residualsOf } from './residuals.js';
import { mean, pairwiseSum } from './sum.js';
import type { Groups } from './units.js';

/**
 * The interval of a value of summed statistics, or of a difference of two: expanded bootstrap percentiles, and where that
 * reaches further the score interval of the units' effects on effective counts, which keeps a width where few units or
 * none have any. The effects are a linear stand-in for the value, so it is moved to where the value is.
 */
export function summedInterval(spec: {
  readonly value: number;
  /** The value in each resample. */
  readonly resampled: Float64Array;
  /** How far each unit pulls the value; for a difference the candidate's pulls minus the base's. */
  readonly pulls: Float64Array;
  /** What each unit does to the value: its pull, or for a difference what its change between the models makes. */
  readonly effects: Float64Array;
  /** Rows in each unit. */
  readonly sizes: Float64Array;
  readonly strata: Groups | null;
  /** A unit's effect where none has been seen. */
  readonly span: number;
  readonly range: Bounds;
  readonly confidence: number;
}): MeanInference {
  const { value, resampled, pulls, effects, sizes, strata, span, range, confidence } = spec;
  // As sums whose mean a row is the mean of the units' values.
  const rowsAUnit = pairwiseSum(sizes) / sizes.length;
  const asMean = (values: Float64Array) => ({ sums: values.map((own) => own * rowsAUnit), sizes, strata });
  const residuals = residualsOf(asMean(pulls));
  const units = asMean(effects);
  const offset = value - mean(effects);
  const [low, high] = countsInterval(units, residuals, medianRates(units), span, confidence);
  const bootstrap = expandedPercentileInterval(resampled, residuals, confidence) ?? [value, value];
  const reach: Bounds = [Math.min(bootstrap[0], low + offset), Math.max(bootstrap[1], high + offset)];
  return inference(reach, sizes.length, range, confidence);
}
