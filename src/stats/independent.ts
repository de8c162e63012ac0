import { Random } from './random.js';
import type { Bounds } from './proportions.js';
import { addUnit, totals, type Aggregate, type UnitStatistics } from './statistics.js';

/** A figure of one group with its own interval. */
export interface GroupEstimate {
  readonly value: number;
  readonly ci: Bounds;
}

/**
 * The interval of first - second for two independent groups, from each group's own interval (Zou and Donner 2008, Statistics
 * in Medicine 27:1693-1702). With Wilson's intervals of two proportions it is Newcombe's hybrid score interval (1998, method
 * 10; statsmodels `confint_proportions_2indep(method="newcomb")`).
 */
export function independentInterval(first: GroupEstimate, second: GroupEstimate): Bounds {
  const difference = first.value - second.value;
  const below = root(first.value - first.ci[0], second.ci[1] - second.value);
  const above = root(first.ci[1] - first.value, second.value - second.ci[0]);
  return [difference - below, difference + above];
}

/** Unlike `Math.hypot`, the same to the last digit in every version of V8. */
function root(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}

/** Units added up in all rounds together: beyond it there are fewer rounds, since a p-value is not worth minutes. */
const MOST_ADDED = 50_000_000;
const LEAST_ROUNDS = 999;
/** Distances are equal when they differ by rounding only: by this share of the values themselves, which may be close. */
const ROUNDING = 1e-12;

/**
 * A permutation test of two independent groups (Fisher 1935; scipy `permutation_test(permutation_type="independent")`),
 * two-sided: how often units that change groups at random, the groups' numbers of units kept, give values at least as far
 * apart as they are. p = (count + 1) / (rounds + 1). Null where a value is undefined.
 */
export function permutationTest(
  first: UnitStatistics,
  second: UnitStatistics,
  aggregate: Aggregate,
  resamples: number,
  seed: string,
): number | null {
  const [small, large] = first.sizes.length <= second.sizes.length ? [first, second] : [second, first];
  const sides = [totals(first), totals(second)] as const;
  const all = sides[0].sum.map((sum, column) => sum + sides[1].sum[column]!);
  const weight = sides[0].weight + sides[1].weight;
  const rest = new Float64Array(all.length);
  const valuesOf = (sum: Float64Array, own: number): readonly [number, number] => {
    for (let column = 0; column < rest.length; column++) rest[column] = all[column]! - sum[column]!;
    return [aggregate(sum, own) ?? NaN, aggregate(rest, weight - own) ?? NaN];
  };
  const chosen = small.sizes.length;
  const units = chosen + large.sizes.length;
  const start = totals(small);
  const [a, b] = valuesOf(start.sum, start.weight);
  const observed = Math.abs(a - b) - ROUNDING * Math.max(Math.abs(a), Math.abs(b));
  if (chosen === 0 || Number.isNaN(observed)) return null;
  const order = Int32Array.from({ length: units }, (_, unit) => unit);
  const random = new Random(seed);
  const rounds = Math.min(resamples, Math.max(LEAST_ROUNDS, Math.floor(MOST_ADDED / chosen)));
  const sum = new Float64Array(all.length);
  let count = 0;
  for (let round = 0; round < rounds; round++) {
    sum.fill(0);
    let own = 0;
    for (let i = 0; i < chosen; i++) {
      const other = i + random.below(units - i);
      const unit = order[other]!;
      order[other] = order[i]!;
      order[i] = unit;
      own += unit < chosen ? addUnit(sum, small, unit, 1) : addUnit(sum, large, unit - chosen, 1);
    }
    // An undefined value says nothing for the difference, so it counts against significance.
    const [c, d] = valuesOf(sum, own);
    if (!(Math.abs(c - d) < observed)) count++;
  }
  return (count + 1) / (rounds + 1);
}
