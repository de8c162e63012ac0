import { byCodePoint, strip } from '../text/index.js';
import { labelColumns } from './label_names.js';
import type { Layout, Measured, MetricRow } from './metric.js';
import { againstReferences, isEmpty } from './samples.js';

/**
 * Columns of a classification metric: `correct`, then for each label `tp:`, `pred:` and `true:` (label_names.ts), so that
 * any weighted sum is a confusion matrix's margins.
 */
export interface LabelLayout extends Layout {
  /** All labels of references and outputs, sorted by code point as scikit-learn sorts them. */
  readonly labels: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
}

/** A label's counts in a weighted sum; labels that occur on neither side are left out. */
export interface LabelCounts {
  readonly label: string;
  readonly hits: number;
  readonly predicted: number;
  readonly actual: number;
}

/** The stripped text, without the NULs at its end, which numpy's arrays of strings lose on the way to scikit-learn. */
function labelOf(text: string): string {
  const label = strip(text);
  let end = label.length;
  while (label.charCodeAt(end - 1) === 0) end--;
  return label.slice(0, end);
}

/** The labels of both models' rows; rows without a reference are unscored and give none. */
export function labelLayout(rows: readonly MetricRow[]): LabelLayout {
  const seen = new Set<string>();
  for (const { example, prediction } of rows) {
    const [reference] = example.references;
    if (reference === undefined || prediction.outputs.length === 0) continue;
    seen.add(labelOf(reference));
    for (const { text } of prediction.outputs) seen.add(labelOf(text));
  }
  const labels = [...seen].sort(byCodePoint);
  return {
    labels,
    positions: new Map(labels.map((label, i) => [label, i])),
    columns: ['correct', ...labelColumns(labels)],
  };
}

/** The first reference is the true label, the stripped output the predicted one. */
export function measureLabels(row: MetricRow, { labels, positions }: LabelLayout): Measured {
  const count = labels.length;
  return againstReferences(row, (text, [reference = '']) => {
    const actual = positions.get(labelOf(reference))!;
    const predicted = positions.get(labelOf(text))!;
    const hit = actual === predicted;
    const said = 1 + count + predicted;
    const right = 1 + 2 * count + actual;
    return hit
      ? { columns: [0, 1 + actual, said, right], values: [1, 1, 1, 1], unparsed: false }
      : { columns: [said, right], values: [1, 1], unparsed: isEmpty(text) };
  });
}

/** Per label what a weighted sum holds, in label order. */
export function countsByLabel(sum: Float64Array, { labels }: LabelLayout): LabelCounts[] {
  const count = labels.length;
  const counts: LabelCounts[] = [];
  labels.forEach((label, i) => {
    const predicted = sum[1 + count + i]!;
    const actual = sum[1 + 2 * count + i]!;
    if (predicted > 0 || actual > 0) counts.push({ label, hits: sum[1 + i]!, predicted, actual });
  });
  return counts;
}
