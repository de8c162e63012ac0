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
  return standardErrorOf(residualSquares(sums, sizes, centre), sums.length, rows);
}

/** Pseudo-units weigh in full up to so many units' worth of evidence; simulation set it (docs/statistics.md). */
const FULL_WEIGHT = 2;
/** A pseudo-unit is at least this share of the span over the number of units squared, which matters for few units only. */
const LEAST_SHARE = 8;
/** How much of a largest cluster's expected change a pseudo-cluster has; simulation set it too. */
const SHARE_OF_LARGEST = 0.7;

/**
 * A t interval for a mean difference that keeps a width where few or no units differ, and stands up to skew: two
 * pseudo-units, one of each sign and as large as the largest unit seen, join the data, the lighter the more the units
 * tell by themselves. They pull the centre towards 0, which helps where most units don't differ and harms where all do,
 * so the interval reaches as far as it does from either centre. It generalises the adjusted Wald interval of Bonett and
 * Price (2012, {@link bonettPriceInterval}). For clusters see {@link clusterSquares} and {@link effectiveUnits}.
 * @param span the size of a row's difference that is to be expected while none has been seen, above 0
 * @param most the largest possible difference, Infinity where there is none: the interval is cut to it
 */
export function differenceInterval(units: UnitSums, span: number, most: number, confidence: number): MeanInference {
  const { sums, sizes } = units;
  const rows = pairwiseSum(sizes);
  const size = rows / sums.length;
  const largest = Math.max(pseudoSize(sums, span * size), SHARE_OF_LARGEST * largestClusterChange(units));
  const weight = pseudoWeight(sums, largest);
  const total = rows + 2 * weight * size;
  const mean = pairwiseSum(sums) / rows;
  const pulled = (mean * rows) / total;
  const squares =
    clusterSquares(units, pulled) + weight * ((largest - size * pulled) ** 2 + (largest + size * pulled) ** 2);
  const standardError = standardErrorOf(squares, sums.length + 2 * weight, total);
  return { ci: reach([mean, pulled], standardError, effectiveUnits(sizes), [-most, most], confidence), standardError };
}

/**
 * How large pseudo-units are: as the largest unit seen, and not next to nothing where few were looked at.
 * @param span of a unit: their size where no unit differs
 */
export function pseudoSize(units: Float64Array, span: number): number {
  const largest = largestOf(units);
  return largest === 0 ? span : Math.max(largest, span * Math.min(1, LEAST_SHARE / units.length ** 2));
}

/**
 * The weight of each pseudo-unit, 0-1: full while the units' squares amount to no more than a few of the largest
 * (hardly anything differs, or one unit outweighs all others), then falling, so that large samples get a plain t interval.
 * @param full up to how much evidence the weight is full
 */
export function pseudoWeight(units: Float64Array, size: number, full = FULL_WEIGHT): number {
  const evidence = units.reduce((sum, unit) => sum + unit * unit, 0) / (size * size);
  return evidence === 0 ? 1 : Math.min(1, full / evidence);
}

/** What the largest cluster would change by if it changed as much a row as clusters do (the root mean square); 0 for lone rows. */
function largestClusterChange({ sums, sizes }: UnitSums): number {
  const most = largestOf(sizes);
  if (most === 1) return 0;
  const squares = sums.reduce((total, sum, u) => total + (sum / sizes[u]!) ** 2, 0);
  return most * Math.sqrt(squares / sums.length);
}

/**
 * The squares of the clusters' residual sums; where that is more, what clusters of these sizes would have if a cluster's
 * expected square were a·size + b·size². Large clusters that happen not to differ then don't make an interval too narrow.
 * a and b are fitted to the squares a row and the squares a row squared.
 */
function clusterSquares({ sums, sizes }: UnitSums, centre: number): number {
  const clusters = sums.length;
  let [squares, rows, sizeSquares, inverse, perRow, perSquare] = [0, 0, 0, 0, 0, 0];
  for (let u = 0; u < clusters; u++) {
    const size = sizes[u]!;
    const square = (sums[u]! - size * centre) ** 2;
    squares += square;
    rows += size;
    sizeSquares += size * size;
    inverse += 1 / size;
    perRow += square / size;
    perSquare += square / (size * size);
  }
  const determinant = rows * inverse - clusters * clusters; // 0 for clusters of one size (Cauchy and Schwarz)
  if (determinant <= 1e-9 * clusters * clusters) return squares;
  const own = (rows * perSquare - clusters * perRow) / determinant;
  const shared = (inverse * perRow - clusters * perSquare) / determinant;
  const expected =
    own < 0
      ? (perSquare / clusters) * sizeSquares
      : shared < 0
        ? (perRow / clusters) * rows
        : own * rows + shared * sizeSquares;
  return Math.max(squares, expected);
}

/** Kish's effective number of units of unequal size, (Σ size)² / Σ size²; the degrees of freedom follow it. */
export function effectiveUnits(sizes: Float64Array): number {
  const rows = pairwiseSum(sizes);
  return rows ** 2 / sizes.reduce((sum, size) => sum + size * size, 0);
}

/** Where new rows of an unbounded score are thought to be, in standard deviations; simulation set it (docs/statistics.md). */
const REACH = 4;

/**
 * A t interval for a mean of scores that keeps a width where all scores are equal, and stands up to skew: z²/2
 * pseudo-rows at each end of the range join the data (of an open range: four standard deviations from the mean). For
 * scores of 0 and 1 this is the interval of Agresti and Coull (1998), with t for z.
 * @param range of the score, an end Infinity where there is none; the interval is cut to it
 * @param span the spread that is to be expected while none has been seen, above 0
 */
export function meanInterval(units: UnitSums, range: Bounds, span: number, confidence: number): MeanInference {
  const { sums, sizes } = units;
  const rows = pairwiseSum(sizes);
  const size = rows / sums.length;
  const mean = pairwiseSum(sums) / rows;
  const spread = REACH * Math.sqrt(residualSquares(sums, sizes, mean) / rows / size) || span;
  const low = Number.isFinite(range[0]) ? range[0] : mean - spread;
  const high = Number.isFinite(range[1]) ? range[1] : mean + spread;
  const pseudo = normalQuantile((1 + confidence) / 2) ** 2 / 2;
  const total = rows + 2 * pseudo * size;
  const centre = (mean * rows + pseudo * size * (low + high)) / total;
  const squares =
    residualSquares(sums, sizes, centre) + pseudo * size ** 2 * ((low - centre) ** 2 + (high - centre) ** 2);
  const standardError = standardErrorOf(squares, sums.length + 2 * pseudo, total);
  return { ci: reach([centre], standardError, sums.length, range, confidence), standardError };
}

/** The standard error of a mean over `total` rows in so many units, from the squares of the units' residual sums. */
export function standardErrorOf(squares: number, units: number, total: number): number {
  return Math.sqrt((units / (units - 1)) * squares) / total;
}

/** How far t intervals of `units` units around the centres reach together, cut to a range. */
export function reach(
  centres: readonly number[],
  standardError: number,
  units: number,
  range: Bounds,
  confidence: number,
): Bounds {
  const half = tQuantile((1 + confidence) / 2, Math.max(1, units - 1)) * standardError;
  return [Math.max(range[0], Math.min(...centres) - half), Math.min(range[1], Math.max(...centres) + half)];
}

function residualSquares(sums: Float64Array, sizes: Float64Array, centre: number): number {
  let squares = 0;
  for (let u = 0; u < sums.length; u++) squares += (sums[u]! - sizes[u]! * centre) ** 2;
  return squares;
}

/** The largest absolute value; 0 for none. */
export function largestOf(values: Float64Array): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}
