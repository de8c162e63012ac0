import { kindsOf, type Kinds } from './kinds.js';
import { packUnits } from './pack.js';
import { Random } from './random.js';
import { TIE } from './sign-flip.js';
import { SparseSums } from './sparse-sums.js';
import { addUnit, totals, type Aggregate, type UnitStatistics } from './statistics.js';
import { drawSubsets } from './subsets.js';
import { coinsTable } from './tables.js';

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
  const moves = exchanges(candidate, base);
  let count = 0;
  // An undefined value says nothing for the difference, so it counts against significance.
  const visit = (moved: Float64Array) => {
    if (!(distance(moved) < observed * TIE)) count++;
  };
  if (2 ** moves.sizes.length <= resamples) {
    forEachSubset(moves, visit);
    return count / 2 ** moves.sizes.length;
  }
  forRandomSubsets(moves, resamples, new Random(seed), visit);
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
function forEachSubset(moves: UnitStatistics, visit: (moved: Float64Array) => void): void {
  const units = moves.sizes.length;
  for (let subset = 0; subset < 2 ** units; subset++) {
    const sum = new Float64Array(moves.columns);
    for (let u = 0; u < units; u++) if ((subset >>> u) & 1) addUnit(sum, moves, u, 1);
    visit(sum);
  }
}

/** Random subsets: by coins for each kind of unit where many are equal, else by the byte, else unit by unit. */
function forRandomSubsets(
  moves: UnitStatistics,
  rounds: number,
  random: Random,
  visit: (moved: Float64Array) => void,
): void {
  const units = moves.sizes.length;
  const kinds = kindsOf([moves]);
  const packed = kinds === null ? packUnits([moves], subsetReach) : null;
  if (packed !== null) {
    drawSubsets(packed, rounds, random, visit);
    return;
  }
  const sums = new SparseSums([moves], kinds?.examples ?? null);
  const draw = kinds === null ? coinFlips(units, random) : coinsByKind(kinds, random);
  for (let r = 0; r < rounds; r++) {
    sums.clear();
    draw(sums);
    visit(sums.read()[0]!.sum);
  }
}

/** Adds one subset. */
type Draw = (sums: SparseSums) => void;

function coinFlips(units: number, random: Random): Draw {
  const bits = new Uint32Array(Math.ceil(units / 32));
  const chosen = new Int32Array(units);
  return (sums) => {
    random.fill(bits);
    let count = 0;
    for (let u = 0; u < units; u++) {
      chosen[count] = u;
      count += (bits[u >>> 5]! >>> (u & 31)) & 1;
    }
    sums.addAll(chosen, count);
  };
}

function coinsByKind({ counts }: Kinds, random: Random): Draw {
  const tables = Array.from(counts, coinsTable);
  return (sums) => {
    for (let kind = 0; kind < tables.length; kind++) sums.add(kind, tables[kind]!.draw(random));
  };
}

/** The largest sum that a subset can have, and the smallest. */
function subsetReach(values: Float64Array): number {
  let [up, down] = [0, 0];
  for (const value of values) {
    if (value > 0) up += value;
    else down -= value;
  }
  return Math.max(up, down);
}
