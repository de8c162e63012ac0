import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Int32List, Vocabulary } from '../../../src/contamination/ngram/words.js';

/** Made by make_golden.py. */
const python = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/python-words.json'), 'utf8')) as {
  lower: [number, string][];
  white_space: number[];
  unknown: [number, number][];
};

function count(text: string): number {
  const ids = new Int32List();
  new Vocabulary().learn(text, ids);
  return ids.length;
}

/** Whether two texts are the same word. */
function same(a: string, b: string): boolean {
  const vocabulary = new Vocabulary();
  const ids = new Int32List();
  vocabulary.learn(a, ids);
  vocabulary.read(b, ids);
  return ids.length === 1 && ids.values[0] === 1;
}

describe('words as in Python', () => {
  const known = new Uint8Array(0x110000).fill(1);
  known.fill(0, 0xd800, 0xe000);
  for (const [first, last] of python.unknown) known.fill(0, first, last + 1);
  const points = [...known.keys()].filter((point) => known[point] === 1);

  it('split at the same characters, over all code points', () => {
    const splits = points.filter((point) => count(`a${String.fromCodePoint(point)}b`) === 2);
    expect(splits).toEqual(python.white_space);
  });

  it('have the same lower case, over all code points', () => {
    const lower = new Map(python.lower);
    const differs = points.filter((point) => {
      const character = String.fromCodePoint(point);
      return character.toLowerCase() !== (lower.get(point) ?? character);
    });
    expect(differs).toEqual([]);
    expect(python.lower.filter(([point, text]) => !same(String.fromCodePoint(point), text))).toEqual([]);
  });

  it.each([
    ['ΟΔΟΣ', 'οδος', true], // a final sigma, as Python's lower() has it
    ['ΟΔΟΣ', 'οδοσ', false],
    ['İ', 'i\u0307', true],
    ['İ', 'i', false],
    ['ẞ', 'ß', true],
    ['ß', 'SS', false],
  ])('%s and %s: %s', (a, b, expected) => expect(same(a, b)).toBe(expected));
});
