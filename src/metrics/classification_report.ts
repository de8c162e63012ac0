import { codePointLength } from '../text/index.js';
import { f1Of, macroMean, precisionOf, recallOf, weightedMean } from './figures.js';
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
export function classificationReport(counts: readonly LabelCounts[]): MetricDetails {
  const lengths = counts.map(({ label }) => codePointLength(label));
  if (counts.length > MAX_LABELS || lengths.some((length) => length > MAX_LABEL_LENGTH)) return {};
  const width = Math.max(LONGEST_HEADING, ...lengths);
  const line = (heading: string, cells: readonly string[]): string =>
    `${padded(heading, width)} ${cells.map((cell) => ` ${cell.padStart(COLUMN)}`).join('')}\n`;
  const n = counts.reduce((sum, { actual }) => sum + actual, 0);
  const hits = counts.reduce((sum, label) => sum + label.hits, 0);
  // Where nothing is right scikit-learn falls back to an array of floats, and prints 3.0 for 3.
  const support = (count: number): string => (hits === 0 && Number.isInteger(count) ? `${count}.0` : String(count));
  const figures = [precisionOf, recallOf, f1Of];
  const text = [
    line('', ['precision', 'recall', 'f1-score', 'support']),
    '\n',
    ...counts.map((label) => line(label.label, [...figures.map((of) => twoDigits(of(label))), support(label.actual)])),
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
