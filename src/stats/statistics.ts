/**
 * One model's sufficient statistics per independent unit, sparse: unit u has `values[i]` in column `indices[i]` for
 * `offsets[u] <= i < offsets[u + 1]`.
 */
export interface UnitStatistics {
  readonly columns: number;
  /** Length units + 1. */
  readonly offsets: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  /** Rows in each unit, length units. */
  readonly sizes: Float64Array;
}

/** The value of a weighted sum of statistics over so many rows; null where it is undefined. */
export type Aggregate = (sum: Float64Array, weight: number) => number | null;

/** One side's column sums and rows over some units; whoever hands it out overwrites it with the next. */
export interface SideSum {
  readonly sum: Float64Array;
  weight: number;
}

/** The value over all units; NaN where it is undefined. */
export function valueOf(statistics: UnitStatistics, aggregate: Aggregate): number {
  const { sum, weight } = totals(statistics);
  return weight > 0 ? (aggregate(sum, weight) ?? NaN) : NaN;
}

/** Sums of all columns and of the sizes. */
export function totals({ columns, offsets, indices, values, sizes }: UnitStatistics): {
  sum: Float64Array;
  weight: number;
} {
  const sum = new Float64Array(columns);
  const end = offsets[sizes.length]!;
  for (let i = 0; i < end; i++) sum[indices[i]!]! += values[i]!;
  return { sum, weight: sizes.reduce((total, size) => total + size, 0) };
}

/** Adds `times` one unit's statistics to a sum; the change of the weight is returned. */
export function addUnit(sum: Float64Array, statistics: UnitStatistics, unit: number, times: number): number {
  const { offsets, indices, values, sizes } = statistics;
  for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) sum[indices[i]!]! += times * values[i]!;
  return times * sizes[unit]!;
}
