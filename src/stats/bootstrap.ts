import { normalCdf, tQuantile } from './distributions.js';
import type { Bounds } from './proportions.js';
import { sortedQuantile } from './quantile.js';
import { Random } from './random.js';
import { forEachResample } from './resample.js';
import type { Aggregate, UnitStatistics } from './statistics.js';

/**
 * The bootstrap over units: each resample draws as many units as there are, with replacement, the same ones for every
 * side (paired), and takes each side's value of the summed statistics.
 * @param sides one or more models' statistics over the same units
 * @returns per side one value a resample; NaN where it was undefined
 */
export function bootstrapValues(
  sides: readonly UnitStatistics[],
  aggregate: Aggregate,
  resamples: number,
  seed: string,
): Float64Array[] {
  const results = sides.map(() => new Float64Array(resamples));
  forEachResample(sides, resamples, new Random(seed), (sums, r) => {
    for (let s = 0; s < sums.length; s++) results[s]![r] = aggregate(sums[s]!.sum, sums[s]!.weight) ?? NaN;
  });
  return results;
}

/**
 * Hesterberg's expanded percentile interval (Hesterberg 2015, The American Statistician 69:371-386): the plain
 * percentiles are too narrow for few units, so they are taken further out, as far as a t interval is wider than a
 * normal one with variance divided by n.
 * @param values one a resample; NaN ones are left out
 * @param units the units that were drawn
 * @returns null where no resample has a value
 */
export function expandedPercentileInterval(values: Float64Array, units: number, confidence: number): Bounds | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return null;
  const t = units < 2 ? Infinity : tQuantile((1 + confidence) / 2, units - 1) * Math.sqrt(units / (units - 1));
  const tail = normalCdf(-t);
  return [sortedQuantile(sorted, tail), sortedQuantile(sorted, 1 - tail)];
}
