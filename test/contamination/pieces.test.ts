import { LongText } from '../../src/data/index.js';
import { piecesOf } from '../../src/contamination/pieces.js';
import type { ReadText } from '../../src/contamination/training-text.js';
import type { TrainingRow } from '../../src/contamination/training-row.js';

const source = { file: 'a.jsonl', line: 1 };

/** The least standard generator, for cases that are the same on each run. */
function generator(seed: number): (n: number) => number {
  let state = seed;
  return (n) => (state = (state * 48271) % 2147483647) % n;
}

function grams(text: string, n: number): Set<string> {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  return new Set(words.map((_, i) => words.slice(i, i + n).join(' ')).slice(0, Math.max(0, words.length - n + 1)));
}

describe('piecesOf', () => {
  test('a short row is one piece', () => {
    const fields = [
      { field: 'a', text: 'b c' },
      { field: 'd', text: 'e' },
    ];
    expect([...piecesOf(fields, source)]).toEqual([{ fields, text: 'b c e', source, piece: 0 }]);
  });

  test('pieces hold the n-grams of the whole row and no others, whatever its texts are', () => {
    const random = generator(3);
    for (let round = 0; round < 300; round++) {
      const texts: ReadText[] = Array.from({ length: 1 + random(12) }, (_, i) => {
        const words = Array.from({ length: random(random(3) === 0 ? 300 : 12) }, () =>
          `w${random(50)}`.repeat(1 + random(2)),
        );
        const text = words.join([' ', '\n', ' \t '][random(3)]);
        const long = new LongText(Buffer.from(JSON.stringify(text).slice(1, -1)), 'as JSON');
        return { field: `f${i}`, text: random(4) === 0 ? long : text };
      }).filter(({ text }) => text !== '');
      const whole = texts.map(({ text }) => (typeof text === 'string' ? text : [...text.chunks()].join(''))).join(' ');
      const pieces: TrainingRow[] = [...piecesOf(texts, source, { length: 400, overlap: 60 })];
      for (const n of [1, 8]) {
        const union = new Set(pieces.flatMap(({ text }) => [...grams(text, n)]));
        expect(union).toEqual(grams(whole, n));
      }
      expect(pieces.every(({ text }) => text.length <= 400)).toBe(true);
      expect(pieces.map(({ piece }) => piece)).toEqual(pieces.map((_, i) => i));
      for (const { fields, text } of pieces) expect(fields.map((field) => field.text).join(' ')).toBe(text);
    }
  });

  test('words longer than a piece are cut, but no character is', () => {
    const pieces = [...piecesOf([{ field: 'a', text: '😀'.repeat(1000) }], source, { length: 99, overlap: 9 })];
    expect(pieces.every(({ text }) => /^(?:😀)+$/u.test(text))).toBe(true);
    expect(pieces.length).toBeLessThan(40);
  });
});
