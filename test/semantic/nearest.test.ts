import { describe, expect, test } from '@jest/globals';
import { MOST_SIMILAR, NearestRows, type Similar } from '../../src/semantic/nearest.js';
import { quantised } from '../../src/semantic/vector.js';
import { chance } from '../fakes/openai-judges.js';

const DIMENSIONS = 51;
/** Vectors of a few directions with something of their own, so that some are close to one another. */
const vector = (name: string, own: number): number[] =>
  Array.from({ length: DIMENSIONS }, (_, i) => {
    const shared = chance(`direction ${name.length % 5}:${i}`) - 0.5;
    return shared + own * (chance(`${name}:${i}`) - 0.5);
  });

const cosine = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let [dot, squareA, squareB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    dot += a[i]! * b[i]!;
    squareA += a[i]! ** 2;
    squareB += b[i]! ** 2;
  }
  return dot / Math.sqrt(squareA * squareB);
};

const place = { file: 't.jsonl', line: 1, field: 'text', row: '' };
const examples = Array.from({ length: 12 }, (_, i) => vector(`e${'x'.repeat(i)}`, 0.7));
const rows = Array.from({ length: 200 }, (_, i) => vector(`${i}r${'y'.repeat(i % 7)}`, 0.7 + (i % 3) / 4));

function nearest(order: readonly number[], least: number): readonly (readonly Similar[])[] {
  const kept = new NearestRows(
    examples.map((values) => quantised(values)),
    least,
  );
  for (const row of order) kept.offer(quantised(rows[row]!)!, { row, text: `text ${row}`, place });
  return examples.map((_, i) => kept.of(i));
}

describe.each([0, 0.4, 0.8])('the nearest rows above a cosine of %d', (least) => {
  const found = nearest([...rows.keys()], least);

  test('are those of a search through all of them', () => {
    const expected = examples.map((example) =>
      rows
        .map((values, row) => ({ row, similarity: cosine(quantised(example)!, quantised(values)!) }))
        .filter(({ similarity }) => similarity >= least)
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, MOST_SIMILAR),
    );
    expect(found.map((kept) => kept.map(({ row }) => row))).toEqual(expected.map((kept) => kept.map(({ row }) => row)));
    found.flat().forEach(({ similarity }, i) => expect(similarity).toBeCloseTo(expected.flat()[i]!.similarity, 12));
  });

  test('do not depend on the order in which they come', () => {
    expect(nearest([...rows.keys()].reverse(), least)).toEqual(found);
  });
});

test('eight bits cost some thousandths of a cosine', () => {
  for (const example of examples) {
    for (const row of rows) {
      expect(Math.abs(cosine(quantised(example)!, quantised(row)!) - cosine(example, row))).toBeLessThan(0.005);
    }
  }
});

test('equal texts count once, with the row that was read first', () => {
  const kept = new NearestRows([quantised(examples[0]!)], 0);
  const same = quantised(examples[0]!)!;
  for (const row of [7, 3, 9]) kept.offer(same, { row, text: 'the same', place });
  kept.offer(same, { row: 12, text: 'other', place });
  expect(kept.of(0).map(({ row }) => row)).toEqual([3, 12]);
});

test('what has no direction is no vector', () => {
  expect([quantised([]), quantised([0, 0]), quantised([1, NaN]), quantised([Infinity, 1])]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect([...quantised([1e300, -1e300, 5e299])!]).toEqual([127, -127, 64]);
});

test('vectors of another length, as from a cache of another model, are refused', () => {
  const kept = new NearestRows([quantised([1, 2, 3])], 0);
  expect(() => kept.offer(quantised([1, 2])!, { row: 0, text: 'a', place })).toThrow(
    /embeddings have 2 dimensions here and 3 there; delete the cache/u,
  );
});
