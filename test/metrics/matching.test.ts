import type { MetricRow, MetricSpec } from '../../src/metrics/index.js';
import { createMetric } from '../../src/metrics/index.js';
import { evaluate, row, score, statistics } from './helpers.js';

/** Expected values by hand. */
type Case = readonly [options: Omit<MetricSpec, 'name'>, output: string, references: string | string[], value: 0 | 1];

const EXACT: readonly Case[] = [
  [{}, 'yes', 'yes', 1],
  [{}, ' yes\r\n', 'yes', 1],
  [{}, 'yes', '\tyes ', 1],
  [{}, 'yes\u001f', 'yes', 1], // Python's white space
  [{}, '\ufeffyes', 'yes', 0], // not Python's white space
  [{}, 'Yes', 'yes', 0],
  [{}, 'yes.', 'yes', 0],
  [{}, 'y es', 'yes', 0],
  [{}, 'no', ['yes', 'no'], 1],
  [{}, '', '', 1],
  [{}, 'e\u0301', 'é', 0], // no Unicode normalisation, as in Python
  [{ ignore_case: true }, 'YES', 'yes', 1],
  [{ ignore_case: true }, 'ΟΔΟΣ', 'οδος', 1], // lowercases to a final sigma
  [{ ignore_case: true }, 'ΟΔΟΣ', 'οδοσ', 0],
  [{ ignore_punctuation: true }, "it's, yes!", 'its yes', 1],
  [{ ignore_punctuation: true }, 'yes。', 'yes', 0], // ASCII only, as in the reference
  [{ ignore_articles: true }, 'The cat', 'a cat', 1],
  [{ ignore_articles: true }, 'theatre', 'atre', 0],
  [{ ignore_articles: true }, 'éa cat', 'é cat', 0], // a letter before it: no word of its own
  [{ ignore: ['\\s*\\(.*\\)'] }, 'yes (surely)', 'yes', 1],
  [{ ignore: [',', '\\$'] }, '$1,234', '1234', 1],
  [{ ignore: ['^Answer: '] }, 'Answer: yes', 'yes', 1],
];

const CONTAINS: readonly Case[] = [
  [{}, 'the answer is Paris.', 'Paris', 1],
  [{}, 'the answer is Paris.', ' Paris\n', 1],
  [{}, 'the answer is paris.', 'Paris', 0],
  [{ ignore_case: true }, 'the answer is paris.', 'PARIS', 1],
  [{}, 'Rome', ['Paris', 'Rome'], 1],
  [{}, 'a.c', 'a.c', 1],
  [{}, 'abc', 'a.c', 0], // text, not a pattern
  [{ pattern: 'refund' }, 'a refund is due', 'nothing of the kind', 1],
  [{ pattern: 'refund' }, 'no', 'refund', 0],
];

const REGEX: readonly Case[] = [
  [{}, 'order 1234 is late', 'order \\d{4}', 1],
  [{}, 'order 12 is late', 'order \\d{4}', 0],
  [{}, 'order 1234 is late', '^\\d+$', 0],
  [{}, '1234', '^\\d+$', 1],
  [{}, 'b', ['a', 'b'], 1],
  [{}, 'Yes', 'yes', 0],
  [{ ignore_case: true }, 'Yes', 'yes', 1],
  [{ pattern: '^(yes|no)$' }, 'no', 'whatever', 1],
  [{ pattern: '^(yes|no)$' }, 'no way', 'whatever', 0],
];

const JSON_VALID: readonly Case[] = [
  [{}, '{"a": [1, 2.5e3, null, "x"]}', [], 1],
  [{}, ' [] \n', [], 1],
  [{}, '42', [], 1],
  [{}, '"text"', [], 1],
  [{}, '{"__proto__": 1}', [], 1],
  [{}, "{'a': 1}", [], 0],
  [{}, '{"a": 1,}', [], 0],
  [{}, '{"a": NaN}', [], 0],
  [{}, '```json\n{}\n```', [], 0],
  [{}, '{} {}', [], 0],
  [{}, '', [], 0],
  [{}, '['.repeat(200_000), [], 0],
];

const SQUAD: readonly (readonly [string, string | string[], number, number])[] = [
  // Rajpurkar et al. 2016: lowercase, no punctuation, no articles
  ['the Denver Broncos won', 'Denver Broncos', 0, 0.8],
  ['US', 'U.S.', 1, 1],
  ['a cat', ['dog', 'the cat'], 1, 1],
  ['', '', 1, 0],
  ['the', 'a', 1, 0],
  ['\u0345an oak', '\u0345 oak', 1, 1], // a mark, not a letter, to Python's \b
];

describe.each([
  ['exact_match', EXACT],
  ['contains', CONTAINS],
  ['regex_match', REGEX],
  ['json_valid', JSON_VALID],
])('%s', (name, cases) => {
  test.each(cases)('%j: %j against %j is %i', (options, output, references, value) => {
    expect(score({ name, ...options }, output, references)).toBe(value);
  });
});

test('exact_match takes at most 100 patterns to ignore', () => {
  const ignoring = (count: number) => createMetric({ name: 'exact_match', ignore: Array<string>(count).fill('a') });
  expect(() => ignoring(101)).toThrow('option "ignore" of exact_match must be at most 100 long');
  expect(() => ignoring(100)).not.toThrow();
});

test('rougeLsum takes texts of tens of thousands of lines', () => {
  const lines = (word: string): string =>
    Array.from({ length: 30_000 }, (_, i) => `the ${word} ${i % 9_000}`).join('\n');
  const started = performance.now();
  // "the" and the number of each line are in both: two words of three
  expect(score({ name: 'rougeLsum' }, lines('cat'), lines('dog'))).toBe(2 / 3);
  expect(performance.now() - started).toBeLessThan(3_000);
});

describe('squad_em and squad_f1', () => {
  test.each(SQUAD)('%j against %j: EM %d, F1 %d', (output, references, em, f1) => {
    expect(score({ name: 'squad_em' }, output, references)).toBe(em);
    expect(score({ name: 'squad_f1' }, output, references)).toBe(f1);
  });

  test('version 2 gives 1 where nothing is asked for and nothing said', () => {
    expect(score({ name: 'squad_f1', version: 2 }, 'the', '')).toBe(1);
    expect(score({ name: 'squad_f1', version: 2 }, 'cat', '')).toBe(0);
  });
});

describe('unscored rows', () => {
  const needReference = (name: string) => !['json_valid'].includes(name);
  const NAMES = ['exact_match', 'contains', 'regex_match', 'squad_f1', 'accuracy', 'mcc', 'bleu', 'nltk_bleu', 'chrf'];
  test.each([...NAMES, 'rouge1', 'rougeLsum', 'numeric_match'].filter(needReference))(
    '%s needs a reference',
    (name) => {
      expect(statistics(createMetric({ name }), row('text', [])).unscored).toBe('the example has no reference');
    },
  );

  test('a pattern of its own needs none', () => {
    expect(score({ name: 'contains', pattern: 'x' }, 'xyz', [])).toBe(1);
    expect(score({ name: 'regex_match', pattern: 'x$' }, 'xyz', [])).toBe(0);
  });

  test.each([
    ['(unclosed', 'the reference is not a regular expression that RE2 reads'],
    ['(a)\\1', 'the reference is not a regular expression that RE2 reads'],
    ['', 'the reference is empty, and an empty pattern matches every output'],
    ['a'.repeat(1_001), 'the reference is longer than 1000 characters'],
  ])('a reference that is no pattern: %j', (reference, reason) => {
    const metric = createMetric({ name: 'regex_match' });
    expect(statistics(metric, row('text', reference)).unscored).toContain(reason);
    // Whatever the output: neither model gains by it.
    expect(statistics(metric, row('text', ['text', reference])).unscored).toContain(reason);
  });

  test('an empty reference is not what contains looks for', () => {
    expect(statistics(createMetric({ name: 'contains' }), row('text', ' ')).unscored).toContain('empty');
    expect(score({ name: 'contains' }, 'text', ['', 'text'])).toBe(1);
  });

  test('a pattern that would backtrack for ever takes no time', () => {
    const started = performance.now();
    expect(score({ name: 'regex_match' }, `${'a'.repeat(50_000)}!`, '^(a+)+$')).toBe(0);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('unparsed rows', () => {
  test.each(['exact_match', 'contains', 'regex_match', 'squad_em', 'squad_f1', 'macro_f1', 'bleu', 'chrf', 'rougeL'])(
    '%s counts an empty output as unparsed and wrong',
    (name) => {
      const metric = createMetric({ name });
      expect(statistics(metric, row(' \n', 'yes')).unparsed).toBe(true);
      expect(statistics(metric, row('yes', 'yes')).unparsed).toBe(false);
      expect(evaluate(metric, [row(' \n', 'yes')]).value).toBe(0);
    },
  );

  test('an empty output that is right is not', () => {
    expect(statistics(createMetric({ name: 'exact_match' }), row('', '')).unparsed).toBe(false);
  });
});

describe('several samples', () => {
  test('scores are averaged within the row', () => {
    expect(score({ name: 'exact_match' }, ['yes', 'no', 'no', 'no'], 'yes')).toBe(0.25);
  });

  test('counts are averaged, so that a prompt weighs as one', () => {
    const metric = createMetric({ name: 'accuracy' });
    const all = [row(['a', 'b'], 'a'), row('b', 'b')];
    expect(evaluate(metric, all).sum).toEqual(
      new Map([
        ['correct', 1.5],
        ['tp:a', 0.5],
        ['tp:b', 1],
        ['pred:a', 0.5],
        ['pred:b', 1.5],
        ['true:a', 1],
        ['true:b', 1],
      ]),
    );
    expect(evaluate(metric, all).value).toBe(0.75);
  });

  test('no sample at all is unscored', () => {
    expect(statistics(createMetric({ name: 'bleu' }), row([], 'a')).unscored).toBe('the prediction has no output');
  });
});

describe("the user's own scores", () => {
  const withScores = (scores: readonly (readonly [string, number | null])[]): MetricRow => {
    const plain = row([], []);
    return { example: plain.example, prediction: { ...plain.prediction, scores: new Map(scores) } };
  };

  test('their mean, from rows without outputs or references', () => {
    const rows = [withScores([['quality', 3.5]]), withScores([['quality', -1]])];
    expect(evaluate(createMetric({ name: 'scores.quality' }), rows).value).toBe(1.25);
  });

  test('absent and null ones are unscored', () => {
    const metric = createMetric({ name: 'scores.quality' });
    expect(statistics(metric, withScores([['other', 1]])).unscored).toBe('the prediction has no score "quality"');
    expect(statistics(metric, withScores([['quality', null]])).unscored).toBe('the score "quality" is null');
  });

  test('a name may hold dots, and lower may be better', () => {
    const metric = createMetric({ name: 'scores.a.b', direction: 'lower' });
    expect([metric.direction, metric.linear]).toEqual(['lower', true]);
    expect(evaluate(metric, [withScores([['a.b', 2]])]).value).toBe(2);
  });
});
