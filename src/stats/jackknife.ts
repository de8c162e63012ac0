import { kindsOf } from './kinds.js';
import { addUnit, totals, valueOf, type Aggregate, type UnitStatistics } from './statistics.js';

/**
 * How far each unit pulls a value: (G - 1) (value - value without the unit), G units. For a mean over rows that stand
 * alone these are the residuals. Units without which the value is undefined pull by 0.
 */
export function influences(statistics: UnitStatistics, aggregate: Aggregate): Float64Array {
  const { sum, weight } = totals(statistics);
  const value = valueOf(statistics, aggregate);
  const units = statistics.sizes.length;
  const rest = sum.slice();
  return perKind([statistics], (u) => {
    const left = weight + addUnit(rest, statistics, u, -1);
    const without = left > 0 ? aggregate(rest, left) : null;
    restore(rest, sum, statistics, u);
    return without === null ? 0 : (units - 1) * (value - without);
  });
}

/**
 * How much each unit's change between the models moves the candidate's value: G (value - value with the base's
 * statistics in this unit). For a mean these are the differences; units that don't differ have 0.
 */
export function changes(candidate: UnitStatistics, base: UnitStatistics, aggregate: Aggregate): Float64Array {
  const { sum, weight } = totals(candidate);
  const value = valueOf(candidate, aggregate);
  const units = candidate.sizes.length;
  const other = sum.slice();
  return perKind([candidate, base], (u) => {
    addUnit(other, candidate, u, -1);
    addUnit(other, base, u, 1);
    const replaced = aggregate(other, weight);
    restore(other, sum, candidate, u);
    restore(other, sum, base, u);
    return replaced === null ? 0 : units * (value - replaced);
  });
}

/** A number for every unit, computed once for all that are equal where many are. */
function perKind(sides: readonly UnitStatistics[], compute: (unit: number) => number): Float64Array {
  const units = sides[0]!.sizes.length;
  const kinds = kindsOf(sides);
  const values = new Float64Array(units);
  const ofKinds = kinds?.examples.length ?? 0;
  const byKind = new Float64Array(ofKinds);
  for (let kind = 0; kind < ofKinds; kind++) byKind[kind] = compute(kinds!.examples[kind]!);
  for (let u = 0; u < units; u++) values[u] = kinds === null ? compute(u) : byKind[kinds.of[u]!]!;
  return values;
}

/** Puts back what was there before a unit was added, to the last bit. */
function restore(sum: Float64Array, before: Float64Array, { offsets, indices }: UnitStatistics, unit: number): void {
  for (let k = offsets[unit]!; k < offsets[unit + 1]!; k++) sum[indices[k]!] = before[indices[k]!]!;
}
