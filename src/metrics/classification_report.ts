import { codePointLength } from '../text/index.js';
import { type Figure, f1Of, macroMean, precisionOf, recallOf, weightedMean } from './figures.js';
import type { LabelCounts } from './labels.js';
import type { MetricDetails } from './metric.js';

/** A table of more labels, or of longer ones, is no help to a reader: the outputs are prose then, not labels. */
const MAX_LABELS = 100;
const MAX_LABEL_LENGTH = 80;
const LONGEST_HEADING = 'weighted avg'.length;
const COLUMN = 9;

/**
 * What scikit-learn 1.9.1's classification_report prints (two digits, zero_division 0), from counts per label.
 * Nothing where there are more than 100 labels or one is longer than 80 characters.
 */
export function classificationReport(counts: LabelCounts, names: readonly string[]): MetricDetails {
  if (counts.size > MAX_LABELS) return {};
  const labels = Array.from(counts.labels.subarray(0, counts.size), (index) => names[index]!);
  const lengths = labels.map(codePointLength);
  if (lengths.some((length) => length > MAX_LABEL_LENGTH)) return {};
  const width = Math.max(LONGEST_HEADING, ...lengths);
  const line = (heading: string, cells: readonly string[]): string =>
    `${padded(heading, width)} ${cells.map((cell) => ` ${cell.padStart(COLUMN)}`).join('')}\n`;
  const total = (values: Float64Array) => values.subarray(0, counts.size).reduce((sum, value) => sum + value, 0);
  const n = total(counts.actual);
  const hits = total(counts.hits);
  // Where nothing is right scikit-learn falls back to an array of floats, and prints 3.0 for 3.
  const support = (count: number): string => (hits === 0 && Number.isInteger(count) ? `${count}.0` : String(count));
  const figures = [precisionOf, recallOf, f1Of];
  const ofLabel = (i: number) => (of: Figure) =>
    twoDigits(of(counts.hits[i]!, counts.predicted[i]!, counts.actual[i]!));
  const text = [
    line('', ['precision', 'recall', 'f1-score', 'support']),
    '\n',
    ...labels.map((label, i) => line(label, [...figures.map(ofLabel(i)), support(counts.actual[i]!)])),
    '\n',
    line('accuracy', ['', '', twoDigits(hits / n), support(n)]),
    line('macro avg', [...figures.map((of) => twoDigits(macroMean(counts, of))), support(n)]),
    line('weighted avg', [...figures.map((of) => twoDigits(weightedMean(counts, of))), support(n)]),
  ].join('');
  return { text };
}

/** Padded on the left to a width in code points, as Python's format does. */
function padded(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - codePointLength(text))) + text;
}

/** Python's `%.2f`: an exact tie (an odd number of eighths) goes to the even digit, where toFixed goes up. */
function twoDigits(value: number): string {
  const hundredths = value * 100;
  const tie = Math.abs(value * 8) % 2 === 1;
  if (!tie) return value.toFixed(2);
  const down = Math.floor(hundredths);
  return ((down % 2 === 0 ? down : down + 1) / 100).toFixed(2);
}
