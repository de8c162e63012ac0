import type { Example, Output } from '../data/types.js';
import { strip } from '../text/index.js';
import type { Layout, Measured, Metric, MetricDetails, MetricRow, Unit } from './metric.js';

/** One sample's statistics; `columns` are indices into the layout. */
export interface Sample {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly unparsed: boolean;
  /** Why it is wrong, where the metric knows more than its score, and of what kind that is. */
  readonly note?: string;
  readonly noteKind?: string;
}

const NO_REFERENCE: Measured = { unscored: 'the example has no reference' };
const NO_OUTPUT: Measured = { unscored: 'the prediction has no output' };

/** True for an output that holds nothing to score: it counts as wrong and as unparsed. */
export function isEmpty(text: string): boolean {
  return strip(text) === '';
}

/**
 * The mean of a row's statistics over its samples, so that the prompt stays the unit of inference.
 * A row counts as unparsed where any of its samples is, and has the note of the first that has one.
 */
export function overSamples(row: MetricRow, score: (text: string) => Sample): Measured {
  return overOutputs(row, ({ text }) => score(text));
}

/** As `overSamples`, for a metric that looks at more than the text. */
export function overOutputs(row: MetricRow, score: (output: Output) => Sample): Measured {
  const { outputs } = row.prediction;
  const [first] = outputs;
  if (first === undefined) return NO_OUTPUT;
  if (outputs.length === 1) return score(first);
  const sums = new Map<number, number>();
  let unparsed = false;
  const samples = outputs.map(score);
  const noted = samples.find(({ note }) => note !== undefined);
  for (const sample of samples) {
    unparsed ||= sample.unparsed;
    sample.columns.forEach((column, i) => sums.set(column, (sums.get(column) ?? 0) + sample.values[i]!));
  }
  const columns = [...sums.keys()].sort((a, b) => a - b);
  const values = columns.map((column) => sums.get(column)! / outputs.length);
  return { columns, values, unparsed, samples, ...noteOf(noted) };
}

/** The note of what has one, to be spread into a result. */
export function noteOf(noted: Pick<Sample, 'note' | 'noteKind'> | undefined): Pick<Sample, 'note' | 'noteKind'> {
  if (noted?.note === undefined) return {};
  return noted.noteKind === undefined ? { note: noted.note } : { note: noted.note, noteKind: noted.noteKind };
}

/** As `overSamples`, for a metric that needs a reference: a row without one is unscored. */
export function againstReferences(
  row: MetricRow,
  score: (text: string, references: readonly string[]) => Sample,
): Measured {
  const { references } = row.example;
  return references.length === 0 ? NO_REFERENCE : overSamples(row, (text) => score(text, references));
}

/** References read once for both models and all samples: what `read` makes of them, kept as long as the example. */
export function ofReferences<T>(read: (references: readonly string[]) => T): (row: MetricRow) => T {
  const kept = new WeakMap<Example, { readonly value: T }>();
  return ({ example }) => {
    const known = kept.get(example);
    if (known !== undefined) return known.value;
    const value = read(example.references);
    kept.set(example, { value });
    return value;
  };
}

/** What a metric says of itself, apart from how it computes. */
export interface Identity {
  readonly id: string;
  readonly recipe: string;
  readonly unit?: Unit;
  readonly direction?: Metric['direction'];
  readonly caution?: string;
}

/** A metric whose value is the mean of a per-row score between 0 and 1; the first of its columns is that score. */
export function meanMetric(
  { id, recipe, unit = 'fraction', direction = 'higher', caution }: Identity,
  measure: (row: MetricRow) => Measured,
  more: readonly string[] = [],
): Metric {
  const layout: Layout = { columns: ['score', ...more] };
  return {
    id,
    recipe,
    unit,
    direction,
    range: [0, 1],
    linear: true,
    ...(caution === undefined ? {} : { caution }),
    prepare: () => layout,
    measure,
    aggregate: (sum, weight) => sum[0]! / weight,
    ...(more.length === 0 ? {} : { details: (sum, weight) => means(more, sum, weight) }),
  };
}

function means(names: readonly string[], sum: Float64Array, weight: number): MetricDetails {
  return { values: Object.fromEntries(names.map((name, i) => [name, sum[i + 1]! / weight])) };
}

const ONLY_COLUMN = [0];

/** A sample with one column: its score. */
export function scored(score: number, unparsed = false): Sample {
  return { columns: ONLY_COLUMN, values: [score], unparsed };
}
