import { byCodePoint, strip } from '../text/index.js';
import { labelColumns } from './label_names.js';
import type { Layout, Measured, MetricRow, Narrowed } from './metric.js';
import { againstReferences, isEmpty, type Sample } from './samples.js';

/** Pairs of labels whose statistics are kept at most. */
const KEPT = 10_000;

/**
 * Columns of a classification metric: `correct`, then for each label `tp:`, `pred:` and `true:` (label_names.ts), so that
 * any weighted sum is a confusion matrix's margins.
 */
export interface LabelLayout extends Layout {
  /** All labels of references and outputs, sorted by code point as scikit-learn sorts them. */
  readonly labels: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
  /** Statistics of pairs of labels that were met (true position * number of labels + predicted one), so that a million rows share them. */
  readonly measured: Map<number, Sample>;
  /** Work space of {@link countsByLabel}. */
  readonly counts: LabelCounts;
}

/** The labels' counts in a weighted sum, in label order; labels that occur on neither side are left out. */
export interface LabelCounts {
  /** How many labels there are: what the arrays hold beyond is of no account. */
  size: number;
  /** Indices into the layout's labels. */
  readonly labels: Int32Array;
  readonly hits: Float64Array;
  readonly predicted: Float64Array;
  readonly actual: Float64Array;
  /** For a figure of each label. */
  readonly work: Float64Array;
}

/** The stripped text, without the NULs at its end, which numpy's arrays of strings lose on the way to scikit-learn. */
function labelOf(text: string): string {
  const label = strip(text);
  let end = label.length;
  while (label.charCodeAt(end - 1) === 0) end--;
  return label.slice(0, end);
}

/** The labels of both models' rows; rows without a reference are unscored and give none. */
export function labelLayout(rows: Iterable<MetricRow>): LabelLayout {
  const seen = new Set<string>();
  for (const { example, prediction } of rows) {
    const [reference] = example.references;
    if (reference === undefined || prediction.outputs.length === 0) continue;
    seen.add(labelOf(reference));
    for (const { text } of prediction.outputs) seen.add(labelOf(text));
  }
  const labels = [...seen].sort(byCodePoint);
  return layoutOfLabels(labels, ['correct', ...labelColumns(labels)]);
}

/** @param columns those of the counts of all labels, and perhaps others around them */
export function layoutOfLabels(labels: readonly string[], columns: readonly string[]): LabelLayout {
  const numbers = (): Float64Array => new Float64Array(labels.length);
  return {
    labels,
    positions: new Map(labels.map((label, i) => [label, i])),
    columns,
    measured: new Map(),
    counts: {
      size: 0,
      labels: new Int32Array(labels.length),
      hits: numbers(),
      predicted: numbers(),
      actual: numbers(),
      work: numbers(),
    },
  };
}

/** The layout with the labels of some columns only. */
export function narrowLabels({ labels, columns }: LabelLayout, present: Iterable<number>): Narrowed<LabelLayout> {
  const count = labels.length;
  const kept = new Set<number>();
  for (const column of present) if (column >= 1 && column <= 3 * count) kept.add((column - 1) % count);
  const own = Int32Array.from(kept).sort();
  const others = columns.length - 1 - 3 * count;
  const from = new Int32Array(1 + 3 * own.length + others);
  for (let kind = 0; kind < 3; kind++) {
    for (let i = 0; i < own.length; i++) from[1 + kind * own.length + i] = 1 + kind * count + own[i]!;
  }
  for (let i = 0; i < others; i++) from[1 + 3 * own.length + i] = 1 + 3 * count + i;
  const layout = layoutOfLabels(
    Array.from(own, (label) => labels[label]!),
    Array.from(from, (column) => columns[column]!),
  );
  return { layout, columns: from };
}

/** The first reference is the true label, the stripped output the predicted one. */
export function measureLabels(row: MetricRow, { labels, positions, measured }: LabelLayout): Measured {
  const count = labels.length;
  return againstReferences(row, (text, [reference = '']) => {
    const actual = positions.get(labelOf(reference))!;
    const predicted = positions.get(labelOf(text))!;
    const said = 1 + count + predicted;
    const right = 1 + 2 * count + actual;
    if (actual !== predicted && labels[predicted] === '' && isEmpty(text)) {
      return { columns: [said, right], values: [1, 1], unparsed: true };
    }
    const pair = actual * count + predicted;
    const known = measured.get(pair);
    if (known !== undefined) return known;
    const sample =
      actual === predicted
        ? { columns: [0, 1 + actual, said, right], values: [1, 1, 1, 1], unparsed: false }
        : { columns: [said, right], values: [1, 1], unparsed: false };
    if (measured.size < KEPT) measured.set(pair, sample);
    return sample;
  });
}

/** Per label what a weighted sum holds; good until the next sum of this layout is looked at. */
export function countsByLabel(sum: Float64Array, { labels, counts }: LabelLayout): LabelCounts {
  const count = labels.length;
  let size = 0;
  for (let i = 0; i < count; i++) {
    const predicted = sum[1 + count + i]!;
    const actual = sum[1 + 2 * count + i]!;
    if (!(predicted > 0 || actual > 0)) continue;
    counts.labels[size] = i;
    counts.hits[size] = sum[1 + i]!;
    counts.predicted[size] = predicted;
    counts.actual[size++] = actual;
  }
  counts.size = size;
  return counts;
}
