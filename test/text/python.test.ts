import {
  byCodePoint,
  clippedMatches,
  codePointLength,
  porterStem,
  rstrip,
  split,
  strip,
} from '../../src/text/index.js';
import { plainCounts, sequences } from './sequences.js';
import { expectBounded } from '../bounded.js';

/** All code points that Python 3.11's str.isspace holds for. */
const PYTHON_SPACES =
  '\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';

describe("Python's strings", () => {
  test('white space is what str.isspace says, for every code point of the basic plane', () => {
    const spaces = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
      (char) => strip(char) === '',
    );
    expect(spaces.join('')).toBe(PYTHON_SPACES);
    expect(split(`a${PYTHON_SPACES}b`)).toEqual(['a', 'b']);
  });

  test('strip, rstrip and split', () => {
    expect([strip(' a b\n'), rstrip(' a b\n'), split(' a  b\n'), split(' ')]).toEqual(['a b', ' a b', ['a', 'b'], []]);
  });

  test('sorting is by code point', () => {
    // sorted(['😀', 'Ａ', 'z', 'é', '']) in Python
    expect(['😀', 'Ａ', 'z', 'é', '', 'zz'].sort(byCodePoint)).toEqual(['', 'z', 'zz', 'é', 'Ａ', '😀']);
  });

  test('lengths are in code points', () => {
    expect([codePointLength(''), codePointLength('a😀é'), codePointLength('\ud83d')]).toEqual([0, 3, 1]);
  });
});

describe('the stemmer where NLTK departs from Porter', () => {
  test.each([
    ['dies', 'die'],
    ['flies', 'fli'],
    ['died', 'die'],
    ['spied', 'spi'],
    ['dying', 'die'],
    ['skies', 'sky'],
    ['enjoy', 'enjoy'],
    ['happy', 'happi'],
    ['by', 'by'],
    ['sing', 'sing'],
    ['hopping', 'hop'],
    ['falling', 'fall'],
    ['filing', 'file'],
    ['relational', 'relat'],
    ['feed', 'feed'],
    ['agreed', 'agre'],
    ['controll', 'control'],
  ])('%s becomes %s', (word, stem) => {
    expect(porterStem(word)).toBe(stem);
  });

  test('a long run of y holds nothing up', () => expectBounded(() => porterStem('y'.repeat(200_000))));
});

describe('fast counting equals the plain way', () => {
  const all = [...sequences(120, 12, 3), ...sequences(60, 100, 5), ...sequences(20, 140, 60)];

  test('n-grams clipped to the reference that has most', () => {
    for (let i = 2; i < all.length; i++) {
      const [hypothesis, ...references] = all.slice(i - 2, i + 1) as [number[], number[], number[]];
      const expected = [1, 2, 3, 4, 5].map((order) => {
        const sides = references.map((reference) => plainCounts(reference, order));
        return [...plainCounts(hypothesis, order)].reduce(
          (sum, [gram, count]) => sum + Math.min(count, Math.max(...sides.map((side) => side.get(gram) ?? 0))),
          0,
        );
      });
      expect(clippedMatches(hypothesis, references, 5)).toEqual(expected);
    }
  });
});
