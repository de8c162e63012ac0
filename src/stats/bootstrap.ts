import { normalCdf, tQuantile } from './distributions.js';
import type { Bounds } from './proportions.js';
import { sortedQuantile } from './quantile.js';
import { Random } from './random.js';
import type { Residuals } from './residuals.js';
import { forEachResample } from './resample.js';
import type { Aggregate, UnitStatistics } from './statistics.js';
import type { Groups } from './units.js';

/**
 * The bootstrap over units: each resample draws as many units as there are, with replacement, the same ones for every
 * side (paired), and takes each side's value of the summed statistics.
 * @param sides one or more models' statistics over the same units
 * @param strata the units' strata, from each of which as many are drawn as it has; null for none
 * @returns per side one value a resample; NaN where it was undefined
 */
export function bootstrapValues(
  sides: readonly UnitStatistics[],
  aggregate: Aggregate,
  resamples: number,
  seed: string,
  strata: Groups | null = null,
): Float64Array[] {
  const results = sides.map(() => new Float64Array(resamples));
  forEachResample(sides, resamples, new Random(seed), strata, (sums, r) => {
    for (let s = 0; s < sums.length; s++) results[s]![r] = aggregate(sums[s]!.sum, sums[s]!.weight) ?? NaN;
  });
  return results;
}

/**
 * Hesterberg's expanded percentile interval (Hesterberg 2015, The American Statistician 69:371-386): the plain
 * percentiles are too narrow for few units, so they are taken further out, as far as a t interval is wider than a
 * normal one whose variance lacks its correction, n/(n - 1) for lone rows.
 * @param values one a resample; NaN ones are left out
 * @param residuals of the units that were drawn
 * @returns null where no resample has a value
 */
export function expandedPercentileInterval(
  values: Float64Array,
  { df, correction }: Pick<Residuals, 'df' | 'correction'>,
  confidence: number,
): Bounds | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return null;
  const tail = normalCdf(-tQuantile((1 + confidence) / 2, df) * Math.sqrt(correction));
  return [sortedQuantile(sorted, tail), sortedQuantile(sorted, 1 - tail)];
}
