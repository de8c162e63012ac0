import { expectBounded } from '../bounded.js';
import { createMetric, type MetricSpec } from '../../src/metrics/index.js';
import { evaluate, row, score, statistics } from './helpers.js';

/** Expected values by hand. */
type Case = readonly [spec: MetricSpec, output: string, value: number];

const REPETITION: readonly Case[] = [
  // 4-grams: abcd bcda cdab dabc abcd, of which 4 differ
  [{ name: 'repetition' }, 'a b c d a b c d', 1 - 4 / 5],
  [{ name: 'repetition' }, 'no no no no no no no no', 1 - 1 / 5],
  [{ name: 'repetition' }, 'every word of this differs', 0],
  [{ name: 'repetition' }, 'no no no', 0], // too short for a 4-gram
  [{ name: 'repetition' }, 'a b c d\na b\tc d\u2028a', 1 - 4 / 6],
  [{ name: 'repetition', n: 1 }, 'a b a b a', 1 - 2 / 5],
  [{ name: 'repetition', n: 2 }, 'a b a b a', 1 - 2 / 4],
  [{ name: 'repetition', n: 1 }, 'The the', 0], // case counts
  [{ name: 'repetition', n: 1 }, '1 11 1', 1 - 2 / 3],
  // no white space between words: characters are the tokens
  [{ name: 'repetition' }, '好的好的好的好的', 1 - 2 / 5],
  [{ name: 'repetition', n: 1 }, 'ok好ok好', 1 - 2 / 4],
  [{ name: 'repetition' }, '--------------------', 0], // one word
  [{ name: 'repetition' }, '', 1], // nothing said is not the best of all
  [{ name: 'repetition' }, ' \n', 1],
];

const LENGTH: readonly Case[] = [
  [{ name: 'length' }, ' three short words\n', 3],
  [{ name: 'length' }, 'a\u001fb\ufeffc', 2], // Python's white space
  [{ name: 'length' }, '', 0],
  [{ name: 'length', unit: 'characters' }, ' né 🙂 ', 4],
  [{ name: 'length', unit: 'characters' }, '今天', 2],
];

const MAX_LENGTH: readonly Case[] = [
  [{ name: 'max_length', max: 3 }, 'three short words', 1],
  [{ name: 'max_length', max: 2 }, 'three short words', 0],
  [{ name: 'max_length', max: 4, unit: 'characters' }, 'né 🙂\n', 1],
  [{ name: 'max_length', max: 3, unit: 'characters' }, 'né 🙂\n', 0],
  [{ name: 'max_length', max: 5 }, ' ', 0],
];

test.each([...REPETITION, ...LENGTH, ...MAX_LENGTH])('%j of %j is %d', (spec, output, value) => {
  expect(score(spec, output, [])).toBe(value);
});

test('they need no reference, and average over samples and rows', () => {
  expect(score({ name: 'length' }, ['one', 'one two'], [])).toBe(1.5);
  expect(evaluate(createMetric({ name: 'repetition', n: 1 }), [row('a a', []), row('a b', [])]).value).toBe(0.25);
  expect(score({ name: 'max_length', max: 1 }, ['one', 'one two'], 'unlike')).toBe(0.5);
});

test('an empty output is unparsed', () => {
  for (const spec of [{ name: 'length' }, { name: 'repetition' }, { name: 'max_length', max: 9 }]) {
    expect(statistics(createMetric(spec), row(' ', [])).unparsed).toBe(true);
    expect(statistics(createMetric(spec), row('x', [])).unparsed).toBe(false);
  }
});

test('directions and units', () => {
  const what = (spec: MetricSpec) => {
    const { direction, unit, range, linear } = createMetric(spec);
    return [direction, unit, range, linear];
  };
  expect(what({ name: 'repetition' })).toEqual(['lower', 'fraction', [0, 1], true]);
  expect(what({ name: 'max_length', max: 1 })).toEqual(['higher', 'fraction', [0, 1], true]);
  expect(what({ name: 'length' })).toEqual(['lower', 'number', [0, null], true]);
  expect(what({ name: 'length', direction: 'higher' })).toEqual(['higher', 'number', [0, null], true]);
});

test.each([
  [{ name: 'max_length' }, 'option "max" of max_length must be of type number'],
  [{ name: 'max_length', max: 0 }, 'option "max" of max_length must be at least 1'],
  [{ name: 'max_length', max: 5, unit: 'tokens' }, 'option "unit" of max_length must be one of words, characters'],
  [{ name: 'repetition', n: 0 }, 'option "n" of repetition must be at least 1'],
])('%j is refused', (spec, message) => {
  expect(() => createMetric(spec)).toThrow(message);
});

test('a loop of a million words holds nothing up', () =>
  expectBounded(() => expect(score({ name: 'repetition' }, 'again and '.repeat(500_000), [])).toBeCloseTo(1, 5)));
