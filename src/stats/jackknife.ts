import { addUnit, totals, valueOf, type Aggregate, type UnitStatistics } from './statistics.js';

/**
 * How far each unit pulls a value: (G - 1) (value - value without the unit), G units. For a mean over rows that stand
 * alone these are the residuals. Units without which the value is undefined pull by 0.
 */
export function influences(statistics: UnitStatistics, aggregate: Aggregate): Float64Array {
  const { sum, weight } = totals(statistics);
  const value = valueOf(statistics, aggregate);
  const units = statistics.sizes.length;
  return Float64Array.from({ length: units }, (_, u) => {
    const rest = sum.slice();
    const left = weight + addUnit(rest, statistics, u, -1);
    const without = left > 0 ? aggregate(rest, left) : null;
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
  return Float64Array.from({ length: units }, (_, u) => {
    const other = sum.slice();
    addUnit(other, candidate, u, -1);
    addUnit(other, base, u, 1);
    const replaced = aggregate(other, weight);
    return replaced === null ? 0 : units * (value - replaced);
  });
}
