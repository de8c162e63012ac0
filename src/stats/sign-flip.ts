import { Random } from './random.js';

/** Up to so many differing units every assignment of signs is counted: at most 65,536. */
const EXACT_UNITS = 16;
/** Sums are equal when they differ by rounding only. */
export const TIE = 1 - 1e-10;

/**
 * The sign-flip (paired randomisation) test of a mean difference of 0, two-sided: how often random signs give a sum at
 * least as far from 0 (Fisher 1935). Units without a difference don't matter. With up to 16 differing units it is exact,
 * above that p = (count + 1) / (resamples + 1) (Phipson and Smyth 2010), so it is never 0.
 * @param differences one per independent unit (for a cluster its sum)
 */
export function signFlipTest(differences: Float64Array, resamples: number, seed: string): number {
  const changed = differences.filter((d) => d !== 0);
  if (changed.length === 0) return 1;
  const observed = Math.abs(changed.reduce((sum, d) => sum + d, 0)) * TIE;
  const tables = subsetTables(changed);
  const total = changed.reduce((sum, d) => sum + d, 0);
  if (changed.length <= EXACT_UNITS) {
    let count = 0;
    const high = tables[1] ?? Float64Array.of(0);
    for (const a of tables[0]!) for (const b of high) if (Math.abs(total - 2 * (a + b)) >= observed) count++;
    return count / (tables[0]!.length * high.length);
  }
  const random = new Random(seed);
  let count = 0;
  for (let r = 0; r < resamples; r++) {
    let flipped = 0;
    let bits = 0;
    for (let t = 0; t < tables.length; t++) {
      bits = t % 4 === 0 ? random.uint32() : bits >>> 8;
      const table = tables[t]!;
      flipped += table[bits & (table.length - 1)]!;
    }
    if (Math.abs(total - 2 * flipped) >= observed) count++;
  }
  return (count + 1) / (resamples + 1);
}

/** Values in groups of eight, and per group the sums of all its subsets: a random subset's sum is one look-up a group. */
function subsetTables(values: Float64Array): Float64Array[] {
  const tables: Float64Array[] = [];
  for (let start = 0; start < values.length; start += 8) {
    const group = values.subarray(start, start + 8);
    const table = new Float64Array(1 << group.length);
    for (let subset = 1; subset < table.length; subset++) {
      const last = 31 - Math.clz32(subset);
      table[subset] = table[subset - (1 << last)]! + group[last]!;
    }
    tables.push(table);
  }
  return tables;
}
