import { longestRun } from '../../../src/contamination/ngram/longest-run.js';
import { expectBounded } from '../../bounded.js';

/** The definition, tried for every start in both. */
function byDefinition(a: readonly number[], b: readonly number[]): { length: number; start: number } {
  let best = { length: 0, start: 0 };
  for (let start = 0; start < b.length; start++) {
    for (let other = 0; other < a.length; other++) {
      let length = 0;
      while (start + length < b.length && other + length < a.length && a[other + length] === b[start + length])
        length++;
      if (length > best.length) best = { length, start };
    }
  }
  return best;
}

/** All sequences of the numbers 0 to `symbols` - 1, of each length up to `longest`. */
function sequences(symbols: number, longest: number): number[][] {
  const all: number[][] = [[]];
  for (const sequence of all) {
    if (sequence.length === longest) continue;
    for (let symbol = 0; symbol < symbols; symbol++) all.push([...sequence, symbol]);
  }
  return all;
}

describe('longestRun', () => {
  it.each([
    [2, 7],
    [3, 4],
  ])('is the definition on every pair of sequences of %i numbers up to length %i', (symbols, longest) => {
    const all = sequences(symbols, longest);
    for (const a of all) {
      for (const b of all) {
        const found = longestRun(Int32Array.from(a), Int32Array.from(b));
        const expected = byDefinition(a, b);
        if (found.length !== expected.length || (expected.length > 0 && found.start !== expected.start)) {
          expect({ a, b, found }).toEqual({ a, b, found: expected });
        }
      }
    }
    expect(all.length).toBeGreaterThan(100);
  });

  it('takes time in proportion to the lengths where one number repeats', () =>
    expectBounded(() => {
      // The product would be 20,000 million steps.
      const found = longestRun(new Int32Array(20_000), new Int32Array(1_000_000));
      expect(found).toEqual({ length: 20_000, start: 0 });
    }));
});
