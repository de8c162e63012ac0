import type { Layout, Metric } from '../metrics/metric.js';
import { kindsOf } from '../stats/index.js';
import type { ScoreTable } from './score.js';

/** The metric's value of each row alone; NaN where the row is unscored, or has none. Equal rows are looked at once. */
export function rowScores(
  metric: Metric,
  layout: Layout,
  { offsets, columns, values, reasons }: Pick<ScoreTable, 'offsets' | 'columns' | 'values' | 'reasons'>,
): Float64Array {
  const rows = reasons.length;
  const alone = new RowValues(metric, layout);
  const of = (row: number): number => alone.of(columns, values, offsets[row]!, offsets[row + 1]!);
  const sizes = new Float64Array(rows).fill(1);
  const kinds = kindsOf([{ columns: layout.columns.length, offsets, indices: columns, values, sizes }]);
  const byKind = Float64Array.from(kinds?.examples ?? [], of);
  const scores = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    scores[row] = reasons[row] !== null ? NaN : kinds === null ? of(row) : byKind[kinds.of[row]!]!;
  }
  return scores;
}

/** Above so many columns a row's value is taken from a layout of its own columns. */
const MANY_COLUMNS = 1000;

/** The metric's value of single rows or samples; NaN where there is none. */
export class RowValues {
  private readonly sum: Float64Array;

  constructor(
    private readonly metric: Metric,
    private readonly layout: Layout,
  ) {
    this.sum = new Float64Array(layout.columns.length);
  }

  /** Of `values[k]` in column `columns[k]`, `from <= k < to`. */
  of(columns: ArrayLike<number>, values: ArrayLike<number>, from: number, to: number): number {
    const { metric, layout, sum } = this;
    if (metric.narrow !== undefined && sum.length > MANY_COLUMNS) return this.narrowed(columns, values, from, to);
    for (let k = from; k < to; k++) sum[columns[k]!]! += values[k]!;
    const value = metric.aggregate(sum, 1, layout);
    for (let k = from; k < to; k++) sum[columns[k]!] = 0;
    return value ?? NaN;
  }

  private narrowed(columns: ArrayLike<number>, values: ArrayLike<number>, from: number, to: number): number {
    const own = Array.from({ length: to - from }, (_, i) => columns[from + i]!);
    const narrow = this.metric.narrow!(this.layout, own);
    const sum = new Float64Array(narrow.columns.length);
    for (const [i, column] of own.entries()) sum[narrow.columns.indexOf(column)]! += values[from + i]!;
    return this.metric.aggregate(sum, 1, narrow.layout) ?? NaN;
  }
}
