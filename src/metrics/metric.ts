import type { Example, Prediction } from '../data/types.js';

/** An example with all outputs of one side. */
export interface MetricRow {
  readonly example: Example;
  readonly prediction: Prediction;
}

/** The named columns that a metric's statistics have over these rows (few; one set for both models). */
export interface Layout {
  readonly columns: readonly string[];
}

/**
 * One row's sufficient statistics, sparse: `values[i]` belongs to `layout.columns[columns[i]]`, absent columns are 0.
 * An unscored row has no value and a reason; an answer that can't be parsed is scored (as wrong) and says `unparsed`.
 */
export type Measured =
  | {
      readonly columns: readonly number[];
      readonly values: readonly number[];
      readonly unparsed: boolean;
      /** Why the row is wrong, such as the path that a schema refuses; shown beside its score in rows.jsonl. */
      readonly note?: string;
      /** What the note says without what is this row's alone (its place in a list, say), so that rows can be counted by it. */
      readonly noteKind?: string;
      /** Where the row is a mean over several samples: each one's statistics, so that their spread can be told. */
      readonly samples?: readonly { readonly columns: readonly number[]; readonly values: readonly number[] }[];
    }
  | { readonly unscored: string };

/** A layout with some of another's columns. */
export interface Narrowed<L extends Layout = Layout> {
  readonly layout: L;
  /** For each of its columns the one that it is in the other. */
  readonly columns: Int32Array;
}

/** How a metric's values read: limits in a config are in this unit. */
export type Unit = 'fraction' | 'percent' | 'points10' | 'number';

/**
 * A recipe from rows to a value. Statistics add up: slices, clusters, resampling and merging are weighted sums of rows,
 * and nothing is scored twice. `L` is the metric's own layout (a label set, say).
 */
export interface Metric<L extends Layout = Layout> {
  /** The id in config, checks and report: the metric's name, or the `id` it was given. */
  readonly id: string;
  readonly direction: 'higher' | 'lower';
  /** fraction: 0-1, percent: 0-100, points10: 1-10, number: any. */
  readonly unit: Unit;
  /** The least and largest value; null where there is none. */
  readonly range: readonly [number | null, number | null];
  /** Parameters and the reference implementation that the value equals, like a sacrebleu signature. */
  readonly recipe: string;
  /** True where `aggregate` is the first column's weighted mean, so that inference may work on per-row scores. */
  readonly linear: boolean;
  /** True where `prepare` and `measure` look at references and output texts alone: rows that have the same are looked at once. */
  readonly textsOnly?: boolean;
  /** What a reader should know before trusting the metric on this kind of data; shown in the report. */
  readonly caution?: string;
  /** A program (and its time limit in seconds) whose scores must stand in the predictions, under this id, before `measure`. */
  readonly command?: { readonly run: readonly string[]; readonly timeout: number };
  /** Looks at all rows of both models before any is measured. */
  prepare(rows: Iterable<MetricRow>): L;
  /** Statistics of one row: the mean over its samples. Called only for rows with at least one output (or own scores). */
  measure(row: MetricRow, layout: L): Measured;
  /**
   * The value of a weighted sum of statistics.
   * @param sum one weighted sum per column, length `layout.columns.length`
   * @param weight the sum of the rows' weights, above 0
   * @returns the value in the metric's unit; null where it is undefined
   */
  aggregate(sum: Float64Array, weight: number, layout: L): number | null;
  /**
   * Where columns may be many, such as three a label: the layout without most of those that are 0 in the rows looked at,
   * which have the same value in it.
   * @param present the columns that are not 0
   */
  narrow?(layout: L, present: Iterable<number>): Narrowed<L>;
  /** Further figures for the report (precision and recall, a per-label table), from the same sum. */
  details?(sum: Float64Array, weight: number, layout: L): MetricDetails;
}

export interface MetricDetails {
  /** Named figures beside the value. */
  readonly values?: Readonly<Record<string, number | null>>;
  /** A text that the reference implementation prints, such as scikit-learn's classification report. */
  readonly text?: string;
}

/** A metric as named in a config: a name, perhaps an id of its own, and options. */
export interface MetricSpec {
  readonly name: string;
  readonly id?: string;
  readonly [option: string]: unknown;
}
