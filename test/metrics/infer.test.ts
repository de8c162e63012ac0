import { createMetric, inferMetrics } from '../../src/metrics/index.js';
import { example } from './helpers.js';

const names = (references: readonly (string | null)[]) =>
  inferMetrics(references.map((reference) => example(reference === null ? [] : [reference]))).specs.map(
    ({ name }) => name,
  );
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const LONG = 'You can return unworn shoes within thirty days of delivery if you still have the receipt at hand.';

describe('inferred metrics', () => {
  test.each([
    ['labels', times(12, (i) => ['billing', 'returns', 'other'][i % 3]!), ['exact_match', 'accuracy', 'macro_f1']],
    ['binary labels that are digits', times(20, (i) => String(i % 2)), ['exact_match', 'accuracy', 'macro_f1']],
    ['numbers', times(20, (i) => String(i * 7)), ['numeric_match']],
    ['GSM8K solutions', times(20, (i) => `She has ${i} + 1 = ${i + 1} eggs.\n#### ${i + 1}`), ['numeric_match']],
    ['money and units', times(20, (i) => (i % 2 === 0 ? `$${i},000.50` : `-${i} km`)), ['numeric_match']],
    ['fractions', times(20, (i) => `1/${i + 1}`), ['numeric_match']],
    ['short answers', times(20, (i) => `person ${'abcdefghijklmnopqrst'[i]!} Smith`), ['exact_match', 'squad_f1']],
    ['too few rows for labels', ['yes', 'no', 'yes'], ['exact_match', 'squad_f1']],
    ['one label everywhere', times(10, () => 'yes'), ['exact_match', 'squad_f1']],
    ['long texts', times(10, (i) => `${LONG} ${i}`), ['rougeL', 'chrf']],
    ['some short, most long', ['yes', ...times(10, (i) => `${LONG} ${i}`)], ['rougeL', 'chrf']],
    ['long texts that ROUGE cannot see', times(10, () => '今天天气很好，我们去公园吧。'.repeat(6)), ['chrf']],
    [
      'text with one number in it',
      times(10, (i) => `about ${i} things or so, more or less, give or take`),
      ['rougeL', 'chrf'],
    ],
    ['rows without reference aside', [null, ...times(20, (i) => String(i * 7))], ['numeric_match']],
    ['nothing', [null, null], []],
    ['no rows', [], []],
  ])('%s', (_name, references, expected) => {
    expect(names(references)).toEqual(expected);
  });

  test('every inferred metric exists', () => {
    for (const references of [['1', '2'], ['x y'], times(9, (i) => String(i % 3)), [LONG]]) {
      for (const name of names(references)) expect(createMetric({ name }).id).toBe(name);
    }
  });

  test('the reason is a sentence for the reader', () => {
    expect(inferMetrics([example([])])).toEqual({
      specs: [],
      reason: 'no example has a reference, so no metric could be inferred',
    });
    expect(inferMetrics(times(12, (i) => example([String(i % 3)]))).reason).toBe(
      'the references are 3 short labels over 12 examples',
    );
  });
});
