import { CONTAMINATION_DEFAULTS } from '../../../src/config/index.js';
import { levelOf, scoreOf, type Thresholds } from '../../../src/contamination/robust/level.js';
import { type Overlap, together } from '../../../src/contamination/robust/overlap.js';

const { thresholds } = CONTAMINATION_DEFAULTS;

interface Given extends Partial<Overlap> {
  /** Words of the longest piece. */
  readonly longest?: number;
}

/** A row that has all of an example of 40 words and 200 bits in one piece, but for what is given. */
function overlap({ longest = 40, ...given }: Given): Overlap {
  const covered = given.covered ?? 200;
  return {
    weight: 200,
    covered,
    worded: covered,
    bits: 200,
    coveredBits: covered,
    novelBits: 200,
    coveredNovelBits: covered,
    tokens: 40,
    aligned: 40,
    inserted: 0,
    pieces: 1,
    numbers: 0,
    equalNumbers: 0,
    span: { tokens: longest, novel: longest, first: 0, last: longest - 1 },
    ...given,
  };
}

const level = (given: Given, changed: Partial<Thresholds> = {}, isAnswer = false): string | null =>
  levelOf(overlap(given), isAnswer, { ...thresholds, ...changed });

const SCATTERED = { pieces: 5, longest: 5 };
const IN_ONE = { longest: 20 };
const NUMBERS = { numbers: 4, equalNumbers: 0 };

describe('levelOf', () => {
  it.each<[what: string, given: Given, expected: string | null]>([
    ['all of it, in order, and nothing between', {}, 'identical'],
    ['all of it in two pieces', { pieces: 2 }, 'near_identical'],
    ['all of it with a word put in', { inserted: 1 }, 'near_identical'],
    ['0.9 of it', { covered: 180, aligned: 36 }, 'near_identical'],
    ['less than 0.9', { covered: 179, aligned: 36 }, 'substantial'],
    ['0.65 in scattered pieces', { ...SCATTERED, covered: 130 }, 'substantial'],
    ['less than 0.65 in scattered pieces', { ...SCATTERED, covered: 129 }, 'partial'],
    ['0.38 in one piece of 16 words', { longest: 16, covered: 76 }, 'substantial'],
    ['less than 0.38 in one piece', { ...IN_ONE, covered: 75 }, 'partial'],
    ['a piece of 9 words is scattered', { longest: 9, covered: 129 }, 'partial'],
    ['a piece of 12.5 words stands half-way: 0.515', { longest: 12.5, covered: 103 }, 'substantial'],
    ['just below it', { longest: 12.5, covered: 102.9 }, 'partial'],
    ['0.3', { ...SCATTERED, covered: 60 }, 'partial'],
    ['less than 0.3', { ...SCATTERED, covered: 59 }, null],
    ['nothing', { covered: 0, aligned: 0, pieces: 0, longest: 0 }, null],
  ])('%s: %s', (_what, given, expected) => expect(level(given)).toBe(expected));

  it.each<[what: string, given: Given, expected: string | null]>([
    ['three of four equal are the same', { ...NUMBERS, equalNumbers: 3, covered: 180 }, 'near_identical'],
    ['two of four are other numbers in the same words', { ...NUMBERS, equalNumbers: 2, covered: 180 }, 'substantial'],
    ['a word in twenty may be missing', { ...NUMBERS, covered: 180, aligned: 38 }, 'substantial'],
    ['or put in', { ...NUMBERS, covered: 180, aligned: 39, inserted: 1 }, 'substantial'],
    ['more is a template', { ...NUMBERS, covered: 170, worded: 190, aligned: 37 }, 'template'],
    ['also where a word was put in', { ...NUMBERS, covered: 170, worded: 190, inserted: 3 }, 'template'],
    [
      'a template that is not even worded alike',
      { ...NUMBERS, ...SCATTERED, covered: 70, worded: 129, aligned: 25 },
      'partial',
    ],
    [
      'one number in more than forty words is not what it is about',
      { numbers: 1, equalNumbers: 0, tokens: 50, aligned: 41, covered: 170 },
      'substantial',
    ],
    ['but one in forty may be', { numbers: 1, equalNumbers: 0, tokens: 50, aligned: 40, covered: 170 }, 'template'],
  ])('numbers: %s: %s', (_what, given, expected) => expect(level(given)).toBe(expected));

  it.each<[what: string, given: Given, expected: string | null]>([
    ['20 bits are enough of the whole', { bits: 20, weight: 20, covered: 20 }, 'identical'],
    ['19 are not', { bits: 19, weight: 19, covered: 19 }, null],
    [
      'scattered pieces cost 4 bits each: 60 - 20 = 40',
      { ...SCATTERED, bits: 92, weight: 92, covered: 60 },
      'substantial',
    ],
    ['and one more is too many', { ...SCATTERED, pieces: 6, bits: 92, weight: 92, covered: 60 }, 'partial'],
    [
      'half-way from 0.65 to 0.9 it takes 30',
      { pieces: 2, longest: 5, bits: 49.1, weight: 49.1, covered: 38.1 },
      'substantial',
    ],
    ['not 29', { pieces: 2, longest: 5, bits: 47.6, weight: 47.6, covered: 36.9 }, 'partial'],
    ['one long piece of 32 - 4 = 28 bits', { ...IN_ONE, bits: 64, weight: 64, covered: 32 }, 'substantial'],
    ['not of 31', { ...IN_ONE, bits: 62, weight: 62, covered: 31 }, null],
  ])('bits: %s: %s', (_what, given, expected) => expect(level(given)).toBe(expected));

  it.each<[bits: number, expected: string | null]>([
    [45, 'identical'],
    [44, null],
  ])('an answer without its question needs 45 bits; %d: %s', (bits, expected) =>
    expect(level({ bits, weight: bits, covered: bits }, {}, true)).toBe(expected),
  );

  it('calls what other examples have as well a template, where less than half of its own is there', () => {
    const shared = { ...SCATTERED, covered: 140, novelBits: 60 };
    expect(level({ ...shared, coveredNovelBits: 29 })).toBe('template');
    expect(level({ ...shared, coveredNovelBits: 30 })).toBe('substantial');
    expect(level({ ...shared, novelBits: 200, coveredNovelBits: 71 })).toBe('substantial'); // most is no template
    expect(level({ ...shared, novelBits: 0, coveredNovelBits: 0 })).toBe('substantial'); // it has nothing of its own
    expect(level({ ...SCATTERED, covered: 47, novelBits: 60, coveredNovelBits: 0 })).toBeNull(); // 47 - 5 * 4 bits
  });

  it.each<[changed: Partial<Thresholds>, given: Given, expected: string]>([
    [{ near_identical: 0.8 }, { covered: 160, aligned: 32 }, 'near_identical'],
    [{ substantial: 0.5 }, { ...SCATTERED, covered: 100 }, 'substantial'],
    [{ substantial_in_one_piece: 0.2 }, { ...IN_ONE, covered: 40 }, 'substantial'],
    [{ one_piece_words: 30 }, { ...IN_ONE, covered: 100 }, 'partial'],
    [{ partial: 0.1 }, { ...SCATTERED, covered: 50 }, 'partial'],
    [{ same_numbers: 0.5 }, { ...NUMBERS, equalNumbers: 2, covered: 170, worded: 190, aligned: 36 }, 'substantial'],
    [{ other_words: 0.2 }, { ...NUMBERS, covered: 170, aligned: 32 }, 'substantial'],
    [{ bits: 10 }, { ...IN_ONE, bits: 40, weight: 40, covered: 20 }, 'substantial'],
    [{ bits_scattered: 20 }, { ...SCATTERED, bits: 64, weight: 64, covered: 43 }, 'substantial'],
    [{ bits_of_all: 10 }, { bits: 12, weight: 12, covered: 12 }, 'identical'],
  ])('with %j', (changed, given, expected) => {
    expect(level(given)).not.toBe(expected);
    expect(level(given, changed)).toBe(expected);
  });
});

describe('scoreOf', () => {
  it('is the covered share of the weight, never above 1', () => {
    expect(scoreOf(overlap({ covered: 50 }))).toBe(0.25);
    expect(scoreOf(overlap({ covered: 200 + 1e-12 }))).toBe(1);
    expect(scoreOf(overlap({ weight: 0, covered: 0 }))).toBe(0);
  });

  it('of a question and its answer together is that of their sum', () => {
    const half = overlap({ covered: 100, longest: 3 });
    const short = overlap({ weight: 50, bits: 50, covered: 50, longest: 9 });
    expect(scoreOf(together(half, short))).toBe(0.6);
    expect(together(half, short)).toMatchObject({ span: { tokens: 9 }, pieces: 2 });
  });

  it('of a question that its answer follows is in one piece', () => {
    const answer = overlap({ span: { tokens: 10, novel: 10, first: 40, last: 49 } });
    expect(together(overlap({}), answer)).toMatchObject({ span: { tokens: 50, first: 0, last: 49 }, pieces: 1 });
  });
});
