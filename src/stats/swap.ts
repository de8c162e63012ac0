import { joinSides, type JoinedUnits } from './join.js';
import { Random } from './random.js';
import { TIE } from './sign-flip.js';
import { totals, type Aggregate, type UnitStatistics } from './statistics.js';

/** Numbers that one batch of exchanges keeps at once: small enough for a processor's cache. */
const BATCH_NUMBERS = 50_000;
/** Units whose subsets' sums are looked up together: one byte of random bits. */
const BLOCK = 8;

/**
 * Swap randomisation (approximate randomisation, Noreen 1989), two-sided: how often exchanging the two models' outputs
 * within random units moves their values at least as far apart as they are. All exchanges are counted where there are
 * no more than `resamples` of them; else p = (count + 1) / (resamples + 1). Null where a value is undefined.
 * @param candidate over the same units as `base`, with the same sizes
 */
export function swapTest(
  candidate: UnitStatistics,
  base: UnitStatistics,
  aggregate: Aggregate,
  resamples: number,
  seed: string,
): number | null {
  const all = { candidate: totals(candidate), base: totals(base) };
  const [left, right] = [new Float64Array(candidate.columns), new Float64Array(candidate.columns)];
  const distance = (moved: Float64Array) => {
    for (let c = 0; c < left.length; c++) {
      left[c] = all.candidate.sum[c]! + moved[c]!;
      right[c] = all.base.sum[c]! - moved[c]!;
    }
    const [a, b] = [aggregate(left, all.candidate.weight), aggregate(right, all.base.weight)];
    return a === null || b === null ? NaN : Math.abs(a - b);
  };
  const observed = distance(new Float64Array(candidate.columns));
  if (Number.isNaN(observed)) return null;
  const joined = joinSides([exchanges(candidate, base)]);
  let count = 0;
  // An undefined value says nothing for the difference, so it counts against significance.
  const visit = (moved: Float64Array) => {
    if (!(distance(moved) < observed * TIE)) count++;
  };
  if (2 ** joined.units <= resamples) {
    forEachSubset(joined, visit);
    return count / 2 ** joined.units;
  }
  forRandomSubsets(joined, resamples, new Random(seed), visit);
  return (count + 1) / (resamples + 1);
}

/** What exchanging a unit adds to the candidate's sums, for the units that differ; sizes don't change. */
function exchanges(candidate: UnitStatistics, base: UnitStatistics): UnitStatistics {
  const offsets = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const change = new Map<number, number>();
  const add = (side: UnitStatistics, unit: number, sign: number): void => {
    for (let k = side.offsets[unit]!; k < side.offsets[unit + 1]!; k++) {
      const column = side.indices[k]!;
      change.set(column, (change.get(column) ?? 0) + sign * side.values[k]!);
    }
  };
  for (let u = 0; u < candidate.sizes.length; u++) {
    change.clear();
    add(base, u, 1);
    add(candidate, u, -1);
    for (const [column, value] of change) {
      if (value === 0) continue;
      indices.push(column);
      values.push(value);
    }
    if (indices.length > offsets.at(-1)!) offsets.push(indices.length);
  }
  return {
    columns: candidate.columns,
    offsets: Int32Array.from(offsets),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    sizes: new Float64Array(offsets.length - 1),
  };
}

/** Every subset of the units: few enough to count them all. */
function forEachSubset(joined: JoinedUnits, visit: (sums: Float64Array) => void): void {
  for (let subset = 0; subset < 2 ** joined.units; subset++) {
    const sums = new Float64Array(joined.width);
    for (let u = 0; u < joined.units; u++) if ((subset >>> u) & 1) addRow(joined, u, sums, 0);
    visit(joined.unpack(sums));
  }
}

function forRandomSubsets(
  joined: JoinedUnits,
  resamples: number,
  random: Random,
  visit: (sums: Float64Array) => void,
): void {
  const { width } = joined;
  const batch = Math.max(1, Math.floor(BATCH_NUMBERS / width));
  for (let start = 0; start < resamples; start += batch) {
    const count = Math.min(batch, resamples - start);
    const sums = new Float64Array(count * width);
    if (joined.dense === null) for (let r = 0; r < count; r++) addRandomRows(joined, sums, r * width, random);
    else addRandomBlocks(joined.dense, joined, sums, count, random);
    for (let r = 0; r < count; r++) visit(joined.unpack(sums.subarray(r * width, (r + 1) * width)));
  }
}

function addRandomRows(joined: JoinedUnits, sums: Float64Array, at: number, random: Random): void {
  let bits = 0;
  for (let u = 0; u < joined.units; u++) {
    bits = u % 32 === 0 ? random.uint32() : bits >>> 1;
    if (bits & 1) addRow(joined, u, sums, at);
  }
}

function addRow({ offsets, indices, values }: JoinedUnits, unit: number, sums: Float64Array, at: number): void {
  for (let k = offsets[unit]!; k < offsets[unit + 1]!; k++) sums[at + indices[k]!]! += values[k]!;
}

/** Adds to every round's sums a random subset of the units, by tables of the subsets' sums of eight units at a time. */
function addRandomBlocks(
  dense: Float64Array,
  { units, width }: JoinedUnits,
  sums: Float64Array,
  count: number,
  random: Random,
): void {
  const table = new Float64Array(2 ** BLOCK * width);
  for (let first = 0; first < units; first += BLOCK) {
    const subsets = 2 ** Math.min(BLOCK, units - first);
    for (let subset = 1; subset < subsets; subset++) {
      const last = 31 - Math.clz32(subset);
      const from = (subset - (1 << last)) * width;
      for (let c = 0; c < width; c++) table[subset * width + c] = table[from + c]! + dense[(first + last) * width + c]!;
    }
    let bits = 0;
    for (let r = 0; r < count; r++) {
      bits = r % 4 === 0 ? random.uint32() : bits >>> 8;
      const from = (bits & (subsets - 1)) * width;
      for (let c = 0; c < width; c++) sums[r * width + c]! += table[from + c]!;
    }
  }
}
