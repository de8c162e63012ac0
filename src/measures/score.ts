import type { Side, SuiteRows } from '../data/types.js';
import type { Layout, Metric, MetricRow } from '../metrics/metric.js';

/** One side's rows on one metric: sufficient statistics in compressed sparse rows, parallel to the suite's examples. */
export interface ScoreTable {
  /** Row i has `values[k]` in column `columns[k]` for `offsets[i] <= k < offsets[i + 1]`. */
  readonly offsets: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  /** The metric's value of each row alone; NaN where unscored, or where one row alone has no value. */
  readonly score: Float64Array;
  /** 1 where the output could not be parsed. */
  readonly unparsed: Uint8Array;
  /** Of rows with several samples each sample's value alone; absent where no row has several. */
  readonly samples?: ReadonlyMap<number, Float64Array>;
  /** Why a row is unscored; null where it is scored. */
  readonly reasons: readonly (string | null)[];
  /** Why a row is wrong, by row, where the metric says so. */
  readonly notes?: ReadonlyMap<number, RowNote>;
}

/** Why one row is wrong, and what it has in common with other rows of that kind. */
export interface RowNote {
  readonly text: string;
  readonly kind: string;
}

/** All rows of a suite on one metric. */
export interface ScoredMetric {
  readonly metric: Metric;
  readonly layout: Layout;
  readonly candidate: ScoreTable;
  readonly base: ScoreTable | null;
}

/**
 * Measures every row of both models once; everything else is arithmetic on the result.
 * @throws whatever the metric throws on rows that it can't take
 */
export function scoreSuite(metric: Metric, rows: SuiteRows): ScoredMetric {
  const candidate = metricRows(rows, rows.candidate);
  const base = rows.base === null ? null : metricRows(rows, rows.base);
  const layout = metric.prepare([...candidate, ...(base ?? [])].filter((row) => typeof row !== 'string'));
  return {
    metric,
    layout,
    candidate: scoreRows(metric, layout, candidate),
    base: base === null ? null : scoreRows(metric, layout, base),
  };
}

/**
 * Measures one more side of a suite in a layout that is there already, such as answers that were exchanged on purpose.
 * @param layout of {@link scoreSuite} on the same suite
 */
export function scoreSide({ metric, layout }: ScoredMetric, rows: SuiteRows, side: Side): ScoreTable {
  return scoreRows(metric, layout, metricRows(rows, side));
}

/** Each example's row, or why there is none. */
function metricRows({ examples }: SuiteRows, side: Side): (MetricRow | string)[] {
  return examples.map((example, i) => {
    const prediction = side.predictions[i] ?? null;
    if (prediction === null) return 'no prediction';
    return prediction.outputs.length === 0 && prediction.scores.size === 0
      ? 'the output is null'
      : { example, prediction };
  });
}

function scoreRows(metric: Metric, layout: Layout, rows: readonly (MetricRow | string)[]): ScoreTable {
  const offsets = new Int32Array(rows.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  const score = new Float64Array(rows.length).fill(NaN);
  const unparsed = new Uint8Array(rows.length);
  const notes = new Map<number, RowNote>();
  const samples = new Map<number, Float64Array>();
  const reasons = rows.map((row, i) => {
    const measured = typeof row === 'string' ? { unscored: row } : metric.measure(row, layout);
    offsets[i + 1] = offsets[i]!;
    if ('unscored' in measured) return measured.unscored;
    columns.push(...measured.columns);
    values.push(...measured.values);
    offsets[i + 1] = columns.length;
    score[i] = valueAlone(metric, layout, measured);
    unparsed[i] = measured.unparsed ? 1 : 0;
    const { note: text, noteKind: kind = text } = measured;
    if (text !== undefined && kind !== undefined) notes.set(i, { text, kind });
    if (measured.samples !== undefined)
      samples.set(
        i,
        Float64Array.from(measured.samples, (sample) => valueAlone(metric, layout, sample)),
      );
    return null;
  });
  return {
    offsets,
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
    score,
    unparsed,
    reasons,
    ...(notes.size === 0 ? {} : { notes }),
    ...(samples.size === 0 ? {} : { samples }),
  };
}

function valueAlone(
  metric: Metric,
  layout: Layout,
  { columns, values }: { readonly columns: readonly number[]; readonly values: readonly number[] },
): number {
  const sum = new Float64Array(layout.columns.length);
  columns.forEach((column, k) => (sum[column]! += values[k]!));
  return metric.aggregate(sum, 1, layout) ?? NaN;
}
