import { readFileSync } from 'node:fs';
import type { Example, Prediction } from '../../src/data/types.js';
import { createMetric, type Metric, type MetricRow, type MetricSpec } from '../../src/metrics/index.js';

const SOURCE = { file: 'test.jsonl', line: 1 };

/** An example with these references and nothing else. */
export function example(references: readonly string[]): Example {
  return { id: 'a', prompt: null, messages: null, references, tags: [], fields: {}, source: SOURCE };
}

/** A row of one or several outputs against references. */
export function row(outputs: string | readonly string[], references: string | readonly string[]): MetricRow {
  const texts = typeof outputs === 'string' ? [outputs] : outputs;
  const prediction: Prediction = {
    outputs: texts.map((text) => ({ text, unclosedReasoning: false })),
    scores: new Map(),
    source: SOURCE,
  };
  return { example: example(typeof references === 'string' ? [references] : references), prediction };
}

/** A row's statistics by column name. */
export function statistics(metric: Metric, measuredRow: MetricRow, all: readonly MetricRow[] = [measuredRow]) {
  const layout = metric.prepare(all);
  const measured = metric.measure(measuredRow, layout);
  if ('unscored' in measured) return { unscored: measured.unscored, unparsed: false, values: {} };
  const values = Object.fromEntries(
    measured.columns.map((column, i) => [layout.columns[column]!, measured.values[i]!]),
  );
  return { unscored: null, unparsed: measured.unparsed, values };
}

/** The rows' sum, value and details, as a run makes them: prepare once, measure each row, aggregate the sum. */
export function evaluate(metric: Metric, rows: readonly MetricRow[], weights?: readonly number[]) {
  const layout = metric.prepare(rows);
  const sum = new Float64Array(layout.columns.length);
  let weight = 0;
  rows.forEach((measuredRow, i) => {
    const measured = metric.measure(measuredRow, layout);
    if ('unscored' in measured) return;
    const w = weights?.[i] ?? 1;
    weight += w;
    measured.columns.forEach((column, j) => (sum[column]! += w * measured.values[j]!));
  });
  const named = new Map(layout.columns.map((column, i) => [column, sum[i]!]));
  return { value: metric.aggregate(sum, weight, layout), details: metric.details?.(sum, weight, layout), sum: named };
}

/** A metric's value on one row. */
export function score(spec: MetricSpec, outputs: string | readonly string[], references: string | readonly string[]) {
  return evaluate(createMetric(spec), [row(outputs, references)]).value;
}

/** True where two numbers differ by at most 1e-12 of the larger: exp and log differ from glibc's in the last place. */
export function nearly(actual: number | null, expected: number): boolean {
  if (actual === null) return false;
  return actual === expected || Math.abs(actual - expected) <= 1e-12 * Math.max(Math.abs(actual), Math.abs(expected));
}

/** A file of oracle or golden cases. */
export function readCases<T>(path: string): T[] {
  return (JSON.parse(readFileSync(path, 'utf8')) as { cases: T[] }).cases;
}

/** A file of one JSON value a line. */
export function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
