import { pairwiseSum } from '../sum.js';

/** Groups as numbers: `ids[i]` is the group of the i-th, 0 <= id < `count`. */
export interface Groups {
  readonly ids: Int32Array;
  readonly count: number;
}

/** Sums over independent units: one row each, or the rows of a cluster. */
export interface UnitSums {
  /** Per unit the sum of its rows' values. */
  readonly sums: Float64Array;
  /** Per unit its number of rows. */
  readonly sizes: Float64Array;
  /** The units' strata, of two units at least, where the number of units in each was fixed by design; else null. */
  readonly strata: Groups | null;
}

/**
 * Adds rows up by unit.
 * @param values one a row
 * @param clusters the rows' clusters, or null where every row stands alone
 * @param strata the units' strata
 */
export function unitSums(values: Float64Array, clusters: Groups | null, strata: Groups | null = null): UnitSums {
  if (clusters === null) return { sums: values, sizes: new Float64Array(values.length).fill(1), strata };
  const sums = new Float64Array(clusters.count);
  const sizes = new Float64Array(clusters.count);
  for (let i = 0; i < values.length; i++) {
    sums[clusters.ids[i]!]! += values[i]!;
    sizes[clusters.ids[i]!]! += 1;
  }
  return { sums, sizes, strata };
}

/**
 * The cluster-robust standard error of a mean: residuals are summed within each unit, with the correction G/(G-1)
 * (Liang and Zeger 1986; statsmodels `cov_type="cluster"` on a constant). Without clusters it is sd / √n.
 */
export function clusterStandardError({ sums, sizes }: UnitSums): number {
  const rows = pairwiseSum(sizes);
  const centre = pairwiseSum(sums) / rows;
  let squares = 0;
  for (let u = 0; u < sums.length; u++) squares += (sums[u]! - sizes[u]! * centre) ** 2;
  return Math.sqrt((sums.length / (sums.length - 1)) * squares) / rows;
}

/** Kish's effective number of units of unequal size, (Σ size)² / Σ size². */
export function effectiveUnits(sizes: Float64Array): number {
  return pairwiseSum(sizes) ** 2 / sizes.reduce((sum, size) => sum + size * size, 0);
}
