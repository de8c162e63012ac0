import { pairwiseSum } from '../sum.js';
import type { Groups, UnitSums } from './units.js';

/** What the units of a sample tell of how far off its mean may be. */
export interface Residuals {
  readonly mean: number;
  readonly rows: number;
  /** Of the sum of all rows. */
  readonly variance: number;
  /** Its third cumulant; 0 where there are too few units to show any. */
  readonly skew: number;
  /** Degrees of freedom of the variance. */
  readonly df: number;
  /** How much larger the variance is, on average, than the residuals' squares: n/(n - 1) for lone rows. */
  readonly correction: number;
}

/**
 * The units' residual sums about the mean, corrected for few units and for unequal ones: the variance "CR2" with
 * Satterthwaite's degrees of freedom of Bell and McCaffrey (2002, Survey Methodology 28:169), which for units of one size
 * is the usual one with n - 1. Its working model is that the rows of a unit shift together, so that the variance of a
 * unit's sum goes with its size squared; the square of a residual is then too small by 1 - 2h + Σh², h being the unit's
 * share of the rows. In strata, residuals are taken from their stratum's mean. A single unit shows no variance.
 */
export function residualsOf(units: UnitSums): Residuals {
  const { sums, sizes } = units;
  const count = sums.length;
  const rows = pairwiseSum(sizes);
  const mean = pairwiseSum(sums) / rows;
  const raw = new Float64Array(count);
  for (let u = 0; u < count; u++) raw[u] = sums[u]! - sizes[u]! * mean;
  const strata = units.strata ?? { ids: new Int32Array(count), count: 1 };
  const left = shrinkage(sizes, rows, strata);
  const means = groupMeans(raw, strata);
  let [variance, cubes, varied, expected] = [0, 0, 0, 0];
  for (let u = 0; u < count; u++) {
    const residual = raw[u]! - means[strata.ids[u]!]!;
    variance += (residual * residual) / left[u]!;
    const square = sizes[u]! * sizes[u]!;
    // Products, since `**` may give another last digit in another version of V8.
    cubes += residual * residual * residual;
    varied += square;
    expected += square * left[u]!;
  }
  const free = count - strata.count;
  return {
    mean,
    rows,
    variance,
    skew: free < 2 ? 0 : (cubes * count * count) / (free * (free - 1)),
    df: Math.max(1, (degreesOfFreedom(sizes, rows) * free) / Math.max(1, count - 1)),
    correction: varied / expected,
  };
}

/** What is left, under the working model, of each unit's variance in the square of its residual; 1 for a single unit. */
function shrinkage(sizes: Float64Array, rows: number, strata: Groups): Float64Array {
  if (sizes.length === 1) return Float64Array.of(1);
  if (strata.count === 1 && areEqual(sizes)) {
    const [n, square] = [sizes.length, sizes[0]! ** 2];
    return new Float64Array(n).fill(1 - 2 / n + square / n / square);
  }
  const squares = sizes.map((size) => size * size);
  const total = squares.reduce((sum, square) => sum + square, 0);
  const meanSizes = groupMeans(sizes, strata);
  const meanSquares = groupMeans(squares, strata);
  const members = new Float64Array(strata.count);
  for (const id of strata.ids) members[id]!++;
  return squares.map((square, u) => {
    const stratum = strata.ids[u]!;
    const [n, meanSquare] = [members[stratum]!, meanSquares[stratum]!];
    const share = (sizes[u]! - meanSizes[stratum]!) / rows;
    return 1 - 2 / n - 2 * share + (meanSquare / n + 2 * share * meanSquare + share * share * total) / square;
  });
}

function areEqual(sizes: Float64Array): boolean {
  for (let u = 1; u < sizes.length; u++) if (sizes[u] !== sizes[0]) return false;
  return true;
}

/** Satterthwaite's degrees of freedom of the variance under the working model, (Σv)² / ΣΣ cov², from sums of powers. */
function degreesOfFreedom(sizes: Float64Array, rows: number): number {
  const total = sizes.reduce((sum, size) => sum + size * size, 0);
  const q = total / (rows * rows);
  let [p0, p1, p2, own] = [0, 0, 0, 0];
  let [last, h, weight, rest] = [0, 0, 0, 0];
  for (let u = 0; u < sizes.length; u++) {
    const size = sizes[u]!;
    // Most units are as large as the one before.
    if (size !== last) {
      h = size / rows;
      weight = (size * size) / (1 - 2 * h + q);
      const shared = weight * (q - 2 * h);
      rest = size * size * size * size - shared * shared;
      last = size;
    }
    p0 += weight;
    p1 += weight * h;
    p2 += weight * h * h;
    own += rest;
  }
  return sizes.length === 1
    ? 1
    : (total * total) / (own + q * q * p0 * p0 + 2 * p0 * p2 + 2 * p1 * p1 - 4 * q * p0 * p1);
}

function groupMeans(values: Float64Array, { ids, count }: Groups): Float64Array {
  const sums = new Float64Array(count);
  const members = new Float64Array(count);
  for (let i = 0; i < values.length; i++) {
    sums[ids[i]!]! += values[i]!;
    members[ids[i]!]!++;
  }
  return sums.map((sum, group) => sum / members[group]!);
}
