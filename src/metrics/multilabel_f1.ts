import { z } from 'zod';
import type { Json } from '../data/types.js';
import { byCodePoint, strip } from '../text/index.js';
import { define } from './define.js';
import { type Figure, f1Of, macroMean, precisionOf, recallOf } from './figures.js';
import { parseJson } from './json.js';
import { labelColumns } from './label_names.js';
import { countsByLabel, type LabelCounts, type LabelLayout, layoutOfLabels, narrowLabels } from './labels.js';
import type { Measured, Metric, MetricDetails, MetricRow } from './metric.js';
import { recipe } from './recipe.js';
import { againstReferences, isEmpty, ofReferences, type Sample } from './samples.js';

const DEFAULT_SEPARATOR = ',';

/** How the figures of a set of rows are made of their sums. */
interface Average {
  readonly linear: boolean;
  f1(sum: Float64Array, weight: number, layout: LabelLayout): number;
  precision(sum: Float64Array, weight: number, layout: LabelLayout): number;
  recall(sum: Float64Array, weight: number, layout: LabelLayout): number;
}

/** scikit-learn's f1_score on indicator rows, with zero_division 0: no label on either side is 0. */
const AVERAGES = {
  micro: overLabels(pooled),
  macro: overLabels(macroMean),
  samples: {
    linear: true,
    f1: (sum, weight) => sum[0]! / weight,
    precision: (sum, weight) => sum[sum.length - 2]! / weight,
    recall: (sum, weight) => sum[sum.length - 1]! / weight,
  },
} as const satisfies Record<string, Average>;

/**
 * F1 where a row has any number of labels: equal to scikit-learn 1.9.1's f1_score on multilabel indicators. A text's
 * labels are its JSON list, else what stands between separators; those of several references count together.
 */
export const multilabelF1 = define(
  { name: 'multilabel_f1', about: 'F1 where an example has any number of labels' },
  {
    average: z
      .enum(['micro', 'macro', 'samples'])
      .default('micro')
      .describe("over all labels' counts, over labels, or over examples"),
    separator: z
      .string()
      .min(1)
      .default(DEFAULT_SEPARATOR)
      .describe('what stands between the labels of a text that is no JSON list'),
  },
  (id, { average, separator }): Metric<LabelLayout> => {
    const figures: Average = AVERAGES[average];
    const read = (text: string): ReadonlySet<string> => labelsOf(text, separator);
    const wanted = ofReferences((references) => new Set(references.flatMap((reference) => [...read(reference)])));
    return {
      id,
      direction: 'higher',
      unit: 'fraction',
      range: [0, 1],
      recipe: recipe(
        'multilabel_f1',
        { average, separator: JSON.stringify(separator), zero_division: 0 },
        'scikit-learn:1.9.1',
      ),
      linear: figures.linear,
      prepare: (rows) => layoutOf(rows, wanted, read),
      measure: (row, layout) => measure(row, layout, wanted(row), read),
      narrow: narrowLabels,
      aggregate: (sum, weight, layout) => figures.f1(sum, weight, layout),
      details: (sum, weight, layout): MetricDetails => ({
        values: { precision: figures.precision(sum, weight, layout), recall: figures.recall(sum, weight, layout) },
      }),
    };
  },
);

function overLabels(average: (counts: LabelCounts, figure: Figure) => number): Average {
  const of =
    (figure: Figure) =>
    (sum: Float64Array, _weight: number, layout: LabelLayout): number => {
      const counts = countsByLabel(sum, layout);
      return counts.size === 0 ? 0 : average(counts, figure);
    };
  return { linear: false, f1: of(f1Of), precision: of(precisionOf), recall: of(recallOf) };
}

function pooled({ size, hits, predicted, actual }: LabelCounts, figure: Figure): number {
  const total = (values: Float64Array) => values.subarray(0, size).reduce((sum, value) => sum + value, 0);
  return figure(total(hits), total(predicted), total(actual));
}

/** The distinct labels of a text. Items of a JSON list that are no texts count as their JSON. */
function labelsOf(text: string, separator: string): ReadonlySet<string> {
  const list = strip(text).startsWith('[') ? parseJson(text) : null;
  const parts = Array.isArray(list?.value)
    ? (list.value as readonly Json[]).map((item) => (typeof item === 'string' ? item : JSON.stringify(item)))
    : text.split(separator);
  return new Set(parts.map(strip).filter((label) => label !== ''));
}

/** Columns: the row's own F1, then counts as in labels.ts, then the row's own precision and recall. */
function layoutOf(
  rows: Iterable<MetricRow>,
  wanted: (row: MetricRow) => ReadonlySet<string>,
  read: (text: string) => ReadonlySet<string>,
): LabelLayout {
  const seen = new Set<string>();
  for (const row of rows) {
    if (row.example.references.length === 0 || row.prediction.outputs.length === 0) continue;
    for (const label of wanted(row)) seen.add(label);
    for (const { text } of row.prediction.outputs) for (const label of read(text)) seen.add(label);
  }
  const labels = [...seen].sort(byCodePoint);
  return layoutOfLabels(labels, ['sample_f1', ...labelColumns(labels), 'sample_precision', 'sample_recall']);
}

function measure(
  row: MetricRow,
  { labels, positions }: LabelLayout,
  wanted: ReadonlySet<string>,
  read: (text: string) => ReadonlySet<string>,
): Measured {
  const count = labels.length;
  return againstReferences(row, (text): Sample => {
    const given = read(text);
    const hits = [...given].filter((label) => wanted.has(label));
    const own = [hits.length, given.size, wanted.size] as const;
    const nothing = given.size + wanted.size === 0;
    const at = (kind: number) => (label: string) => 1 + kind * count + positions.get(label)!;
    const ones = [...hits.map(at(0)), ...[...given].map(at(1)), ...[...wanted].map(at(2))];
    return {
      columns: [0, ...ones, 1 + 3 * count, 2 + 3 * count],
      values: [nothing ? 0 : f1Of(...own), ...ones.map(() => 1), precisionOf(...own), recallOf(...own)],
      unparsed: isEmpty(text) && wanted.size > 0,
    };
  });
}
