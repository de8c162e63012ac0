import type { Side, SuiteRows } from '../data/types.js';
import type { Layout, Metric, MetricRow } from '../metrics/metric.js';
import { LabelRows } from './label-rows.js';
import { rowScores, RowValues } from './row-scores.js';
import { SparseRows } from './sparse-rows.js';

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
  /** What else a row's line in rows.jsonl says, in JSON's types; null: nothing. */
  readonly evidence?: (model: 'candidate' | 'base', row: number) => Evidence | null;
}

/** What a row's score rests on, by names that no other key of the line has. */
export type Evidence = Readonly<Record<string, unknown>>;

/**
 * Measures every row of both models once; everything else is arithmetic on the result.
 * @param earlier metrics of the same rows: where one has the same statistics (as all have that count labels), they serve
 *   for this one too
 * @throws whatever the metric throws on rows that it can't take
 */
export function scoreSuite(metric: Metric, rows: SuiteRows, earlier: readonly ScoredMetric[] = []): ScoredMetric {
  const twin = earlier.find((one) => one.metric.prepare === metric.prepare && one.metric.measure === metric.measure);
  if (twin !== undefined && [twin.candidate, twin.base].every((table) => table?.samples === undefined)) {
    const { layout } = twin;
    const own = (table: ScoreTable): ScoreTable => ({ ...table, score: rowScores(metric, layout, table) });
    return { metric, layout, candidate: own(twin.candidate), base: twin.base === null ? null : own(twin.base) };
  }
  if (rows.columns !== undefined && metric.textsOnly === true) {
    const { columns } = rows;
    const candidate = new LabelRows(columns, 'candidate');
    const base = columns.base === null ? null : new LabelRows(columns, 'base');
    const layout = metric.prepare([...candidate.different, ...(base?.different ?? [])]);
    return { metric, layout, candidate: candidate.score(metric, layout), base: base?.score(metric, layout) ?? null };
  }
  const layout = metric.prepare(bothSides(rows));
  const candidate = new SideScorer(metric, layout, rows, rows.candidate);
  const base = rows.base === null ? null : new SideScorer(metric, layout, rows, rows.base);
  // Example by example, so that what a metric makes of the references serves both and need not be kept.
  for (let i = 0; i < rows.examples.length; i++) {
    candidate.add(i);
    base?.add(i);
  }
  return { metric, layout, candidate: candidate.finish(), base: base?.finish() ?? null };
}

/**
 * Measures one more side of a suite in a layout that is there already, such as answers that were exchanged on purpose.
 * @param layout of {@link scoreSuite} on the same suite
 */
export function scoreSide({ metric, layout }: ScoredMetric, rows: SuiteRows, side: Side): ScoreTable {
  const scorer = new SideScorer(metric, layout, rows, side);
  for (let i = 0; i < rows.examples.length; i++) scorer.add(i);
  return scorer.finish();
}

/** The rows of both models that have something to measure. */
function* bothSides(rows: SuiteRows): Generator<MetricRow> {
  for (const side of rows.base === null ? [rows.candidate] : [rows.candidate, rows.base]) {
    for (let i = 0; i < rows.examples.length; i++) {
      const row = metricRow(rows, side, i);
      if (typeof row !== 'string') yield row;
    }
  }
}

/** An example's row, or why there is none. */
function metricRow({ examples }: SuiteRows, side: Side, i: number): MetricRow | string {
  const prediction = side.predictions[i] ?? null;
  if (prediction === null) return 'no prediction';
  return prediction.outputs.length === 0 && prediction.scores.size === 0
    ? 'the output is null'
    : { example: examples[i]!, prediction };
}

/** Measures one side's rows, which are added in the suite's order. */
class SideScorer {
  readonly #statistics: SparseRows;
  readonly #alone: RowValues;
  readonly #unparsed: Uint8Array;
  readonly #reasons: (string | null)[];
  readonly #notes = new Map<number, RowNote>();
  readonly #samples = new Map<number, Float64Array>();

  constructor(
    readonly metric: Metric,
    readonly layout: Layout,
    readonly rows: SuiteRows,
    readonly side: Side,
  ) {
    const { length } = rows.examples;
    this.#statistics = new SparseRows(length);
    this.#alone = new RowValues(metric, layout);
    this.#unparsed = new Uint8Array(length);
    this.#reasons = new Array<string | null>(length).fill(null);
  }

  /** Measures the i-th example's row. */
  add(i: number): void {
    const row = metricRow(this.rows, this.side, i);
    const measured = typeof row === 'string' ? { unscored: row } : this.metric.measure(row, this.layout);
    if ('unscored' in measured) {
      this.#reasons[i] = measured.unscored;
      this.#statistics.add(NONE, NONE);
      return;
    }
    this.#statistics.add(measured.columns, measured.values);
    this.#unparsed[i] = measured.unparsed ? 1 : 0;
    const { note: text, noteKind: kind = text, samples } = measured;
    if (text !== undefined && kind !== undefined) this.#notes.set(i, { text, kind });
    if (samples === undefined) return;
    const value = (sample: (typeof samples)[number]) =>
      this.#alone.of(sample.columns, sample.values, 0, sample.columns.length);
    this.#samples.set(i, Float64Array.from(samples, value));
  }

  finish(): ScoreTable {
    const table = { ...this.#statistics.finish(), unparsed: this.#unparsed, reasons: this.#reasons };
    return {
      ...table,
      score: rowScores(this.metric, this.layout, table),
      ...(this.#notes.size === 0 ? {} : { notes: this.#notes }),
      ...(this.#samples.size === 0 ? {} : { samples: this.#samples }),
    };
  }
}

const NONE: readonly number[] = [];
