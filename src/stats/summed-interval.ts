import { expandedPercentileInterval } from './bootstrap.js';
import { inference, meanBounds, type MeanInference } from './means.js';
import type { Bounds } from './proportions.js';
import { residualsOf } from './residuals.js';
import { mean, pairwiseSum } from '../sum.js';
import type { Groups } from './units.js';

/**
 * The interval of a value of summed statistics, or of a difference of two: expanded bootstrap percentiles, and where that
 * reaches further the interval of the mean of the units' effects, a linear stand-in for the value that is moved to where
 * the value is. It keeps a width where few units or none have any effect. The effects of changes lie further apart than
 * the value's pulls where the models are far apart; then they are brought together to those.
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
  // Sums whose mean a row is the mean of the effects.
  const together = Math.min(1, Math.sqrt(squares(pulls) / squares(effects)) || 1);
  const scale = (together * pairwiseSum(sizes)) / sizes.length;
  const units = { sums: effects.map((effect) => effect * scale), sizes, strata };
  const residuals = residualsOf(units);
  const [low, high] = meanBounds(units, residuals, span, confidence);
  const bootstrap = expandedPercentileInterval(resampled, residuals, confidence) ?? [value, value];
  const offset = value - residuals.mean;
  const reach: Bounds = [Math.min(bootstrap[0], low + offset), Math.max(bootstrap[1], high + offset)];
  return inference(reach, sizes.length, range, confidence);
}

/** The squares of the distances from the mean. */
function squares(values: Float64Array): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}
