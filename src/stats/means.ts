import { normalQuantile, tQuantile } from './distributions.js';
import type { Bounds } from './proportions.js';
import { pairwiseSum } from './sum.js';

/** Sums over independent units: one row each, or the rows of a cluster. */
export interface UnitSums {
  /** Per unit the sum of its rows' values. */
  readonly sums: Float64Array;
  /** Per unit its number of rows. */
  readonly sizes: Float64Array;
}

export interface MeanInference {
  readonly ci: Bounds;
  /** Never 0. */
  readonly standardError: number;
}

/**
 * Adds rows up by unit.
 * @param values one a row
 * @param clusters the rows' clusters as 0, 1, … `count - 1`, or null where every row stands alone
 */
export function unitSums(values: Float64Array, clusters: { ids: Int32Array; count: number } | null): UnitSums {
  if (clusters === null) return { sums: values, sizes: new Float64Array(values.length).fill(1) };
  const sums = new Float64Array(clusters.count);
  const sizes = new Float64Array(clusters.count);
  for (let i = 0; i < values.length; i++) {
    sums[clusters.ids[i]!]! += values[i]!;
    sizes[clusters.ids[i]!]! += 1;
  }
  return { sums, sizes };
}

/**
 * The cluster-robust standard error of a mean: residuals are summed within each unit, with the correction G/(G-1)
 * (Liang and Zeger 1986; statsmodels `cov_type="cluster"` on a constant). Without clusters it is sd / √n.
 */
export function clusterStandardError({ sums, sizes }: UnitSums): number {
  const rows = pairwiseSum(sizes);
  const centre = pairwiseSum(sums) / rows;
  return Math.sqrt((sums.length / (sums.length - 1)) * residualSquares(sums, sizes, centre)) / rows;
}

/**
 * A t interval for a mean difference that keeps a width where few or no units differ: two pseudo-units, one of each
 * sign and as large as a typical unit that differs, join the data. For differences of -1, 0 and 1 this is the adjusted
 * Wald interval of Bonett and Price (2012), with t for z.
 * @param span the size of a row's difference that is to be expected while none has been seen, above 0
 * @param most the largest possible difference, Infinity where there is none: the interval is cut to it
 */
export function differenceInterval(units: UnitSums, span: number, most: number, confidence: number): MeanInference {
  const { sums, sizes } = units;
  const rows = pairwiseSum(sizes);
  const size = rows / sums.length;
  const typical = rootMeanSquareOfNonzero(sums) || span * size;
  const total = rows + 2 * size;
  const centre = pairwiseSum(sums) / total;
  const squares =
    residualSquares(sums, sizes, centre) + (typical - size * centre) ** 2 + (-typical - size * centre) ** 2;
  return interval(centre, squares, sums.length, 2, total, [-most, most], confidence);
}

/**
 * A t interval for a mean of scores that keeps a width where all scores are equal: z²/2 pseudo-rows at the least and
 * as many at the largest score join the data. For scores of 0 and 1 this is the interval of Agresti and Coull (1998),
 * with t for z.
 * @param ends the scores between which new rows are expected: the least and largest seen, or the metric's range
 * @param range what the interval is cut to
 */
export function meanInterval(units: UnitSums, ends: Bounds, range: Bounds, confidence: number): MeanInference {
  const { sums, sizes } = units;
  const rows = pairwiseSum(sizes);
  const size = rows / sums.length;
  const pseudo = normalQuantile((1 + confidence) / 2) ** 2 / 2;
  const total = rows + 2 * pseudo * size;
  const centre = (pairwiseSum(sums) + pseudo * size * (ends[0] + ends[1])) / total;
  const squares =
    residualSquares(sums, sizes, centre) + pseudo * size ** 2 * ((ends[0] - centre) ** 2 + (ends[1] - centre) ** 2);
  return interval(centre, squares, sums.length, 2 * pseudo, total, range, confidence);
}

function interval(
  centre: number,
  squares: number,
  units: number,
  pseudo: number,
  total: number,
  range: Bounds,
  confidence: number,
): MeanInference {
  const standardError = Math.sqrt(((units + pseudo) / (units + pseudo - 1)) * squares) / total;
  const half = tQuantile((1 + confidence) / 2, Math.max(1, units - 1)) * standardError;
  return { ci: [Math.max(range[0], centre - half), Math.min(range[1], centre + half)], standardError };
}

function residualSquares(sums: Float64Array, sizes: Float64Array, centre: number): number {
  let squares = 0;
  for (let u = 0; u < sums.length; u++) squares += (sums[u]! - sizes[u]! * centre) ** 2;
  return squares;
}

/** √ of the mean square of the values that are not 0; 0 where all are. */
export function rootMeanSquareOfNonzero(values: Float64Array): number {
  let squares = 0;
  let count = 0;
  for (const value of values) {
    if (value === 0) continue;
    squares += value * value;
    count++;
  }
  return count === 0 ? 0 : Math.sqrt(squares / count);
}
