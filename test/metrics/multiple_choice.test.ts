import type { JsonObject } from '../../src/data/types.js';
import { createMetric } from '../../src/metrics/index.js';
import { row, statistics } from './helpers.js';

const CITIES: JsonObject = { choices: ['London', 'Paris', 'New York', 'York'] };

function measured(output: string, reference: string | readonly string[], fields: JsonObject = CITIES) {
  const plain = row(output, reference);
  return statistics(createMetric({ name: 'multiple_choice' }), { ...plain, example: { ...plain.example, fields } });
}

/** 1 right, 0 wrong, null wrong and unparsed. */
function verdict(output: string, reference: string | readonly string[], fields?: JsonObject): number | null {
  const { values, unparsed, unscored } = measured(output, reference, fields);
  expect(unscored).toBeNull();
  return unparsed ? null : Object.values<number>(values)[0]!;
}

describe('what an output names', () => {
  test.each([
    ['a lone letter', 'B', 1],
    ['in lower case, with marks around it', ' **(b)**.\n', 1],
    ['another letter', 'A', 0],
    ['a letter that is no choice', 'E', null],
    ['answer is (X)', 'Let me think. The answer is (B).', 1],
    ['answer is X', 'So the answer is B', 1],
    ['the first of two such statements, as in MMLU-Pro', 'The answer is (A). No, the answer is (B).', 0],
    ['a small letter in brackets', 'the answer is (b)', 1],
    ['markup', 'Answer is: **B**', 1],
    ['a word that begins with a letter of a choice', 'The answer is Amsterdam', null],
    ['the text alone', 'Paris', 1],
    ['the text in any case, in a sentence', 'I believe that PARIS is right.', 1],
    ['letter and text', 'B. Paris', 1],
    ['answer is and the text', 'The answer is Paris', 1],
    ['a letter goes before a text', 'Paris? No: the answer is (A)', 0],
    ['two texts', 'Paris or London', null],
    ['part of a word', 'Parisian', null],
    ['no choice', 'I do not know', null],
    ['nothing', '', null],
  ])('%s', (_, output, expected) => {
    expect(verdict(output, 'B')).toBe(expected);
  });

  test('a text inside a longer choice does not count', () => {
    expect(verdict('It is new  york.', 'C')).toBe(1);
    expect(verdict('York', 'C')).toBe(0);
  });

  test('a number is not part of another one', () => {
    const fields = { choices: ['4', '40', '-4', '0.4'] };
    expect(['it is 4.', '4.0', '40', '-4', '0.4', '1,400', '14'].map((text) => verdict(text, 'A', fields))).toEqual([
      1,
      null,
      0,
      0,
      0,
      null,
      null,
    ]);
  });

  test('scripts without spaces', () => {
    expect(verdict('答案是巴黎。', 'B', { choices: ['伦敦', '巴黎'] })).toBe(1);
  });
});

describe('where choices come from', () => {
  test.each<[string, JsonObject]>([
    ['choices', { choices: ['red', 'green', 'blue'] }],
    ['options', { options: ['red', 'green', 'blue'] }],
    ['texts and labels', { choices: { text: ['red', 'green', 'blue'], label: ['A', 'B', 'C'] } }],
    ['texts without labels', { choices: { text: ['red', 'green', 'blue'] } }],
    ['labelled texts', { choices: [{ label: 'A', text: 'red' }, { label: 'B', text: 'green' }, { text: 'blue' }] }],
    ['letters inside', { options: { A: 'red', B: 'green', C: 'blue', D: null } }],
    ['letters in the row', { A: 'red', B: 'green', C: 'blue', E: 'no neighbour' }],
  ])('%s', (_, fields) => {
    expect(['C', 'blue', 'answer is (C)', 'B', 'E'].map((text) => verdict(text, 'C', fields))).toEqual([
      1,
      1,
      1,
      0,
      null,
    ]);
  });

  test('labels of their own, as in ARC', () => {
    const fields = { choices: { text: ['red', 'green'], label: ['1', '2'] } };
    expect(['2', 'the answer is (2)', 'green', '1', 'B'].map((text) => verdict(text, '2', fields))).toEqual([
      1,
      1,
      1,
      0,
      null,
    ]);
  });

  test('without any the letters A to J', () => {
    expect(['J', 'The answer is J', 'A', 'K'].map((text) => verdict(text, 'J', {}))).toEqual([1, 1, 0, null]);
  });

  test('keys of the prototype are none', () => {
    expect(verdict('A', 'A', JSON.parse('{"choices": {"__proto__": "x", "A": "red"}}') as JsonObject)).toBe(1);
  });
});

describe('what a reference names', () => {
  test.each<[string, string | string[], JsonObject]>([
    ['a letter', 'b', {}],
    ['a letter with marks', '(B)', {}],
    ['a position from 0', '1', { answer: 1 }],
    ['a position as text, as in HellaSwag', '1', { label: '1' }],
    ['the text', ' paris ', {}],
    ['a worked solution, as in MMLU-Pro', 'France, so the answer is (B).', {}],
    ['any of several', ['D', 'B'], {}],
  ])('%s', (_, reference, more) => {
    const fields = { ...CITIES, ...more };
    expect(['B', 'A'].map((text) => verdict(text, reference, fields))).toEqual([1, 0]);
  });

  test('a number is a position, the text of a number is a choice', () => {
    const choices = ['1', '2', '3', '4'];
    expect(verdict('C', '2', { id: 2, choices, answer: 2 })).toBe(1);
    expect(verdict('B', '2', { id: 2, choices, answer: '2' })).toBe(1);
  });

  test('without one that names a choice the row is unscored', () => {
    expect(measured('A', 'Rome').unscored).toBe('the reference names none of the choices');
    expect(measured('A', []).unscored).toBe('the example has no reference');
  });

  test('samples are averaged', () => {
    const { example, prediction } = row(['A', 'B', 'B', 'none'], 'B');
    const metric = createMetric({ name: 'multiple_choice' });
    const result = statistics(metric, { example: { ...example, fields: CITIES }, prediction });
    expect(result).toEqual({ unscored: null, unparsed: true, values: { score: 0.5 } });
  });
});
