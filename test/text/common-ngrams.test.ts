import { CommonNgrams } from '../../src/text/index.js';
import { plainCounts, sequences } from './sequences.js';

const ORDERS = [1, 2, 3, 4, 5, 6];

function plain(a: readonly number[], b: readonly number[]): number[] {
  return ORDERS.map((order) => {
    const counts = plainCounts(b, order);
    return [...plainCounts(a, order)].reduce((sum, [gram, n]) => sum + Math.min(n, counts.get(gram) ?? 0), 0);
  });
}

test('n-grams in common equal those counted the plain way, pair after pair', () => {
  const common = new CommonNgrams(6);
  const tried = [
    ...sequences(150, 9, 2),
    ...sequences(80, 100, 4),
    ...sequences(30, 600, 40),
    ...sequences(30, 9, 1_000_000),
  ];
  for (let i = 1; i < tried.length; i++) {
    const [a, b] = [tried[i - 1]!, tried[i]!];
    expect([i, common.count(a, b)]).toEqual([i, plain(a, b)]);
    expect([i, common.count(a, a)]).toEqual([i, ORDERS.map((order) => Math.max(0, a.length - order + 1))]);
  }
});

test('nothing has nothing in common, and no order counts nothing', () => {
  const common = new CommonNgrams(2);
  expect([common.count([], []), common.count([1], []), common.count([], [1])]).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  expect(new CommonNgrams(0).count([1], [1])).toEqual([]);
});

test('no n-gram goes over the end of a text into the other, or round to the first', () => {
  const common = new CommonNgrams(3);
  expect(common.count([1, 2], [3, 1])).toEqual([1, 0, 0]);
  expect(common.count([2, 3, 1], [1, 2, 3])).toEqual([3, 1, 0]);
  expect(common.count([5], [5, 5, 5])).toEqual([1, 0, 0]);
});

test('orders far beyond a text', () => {
  const counts = new CommonNgrams(32).count([1, 2, 3], [0, 1, 2, 3]);
  expect(counts).toEqual([3, 2, 1, ...Array.from({ length: 29 }, () => 0)]);
});

test('texts of 300,000 tokens, of one token and of more than 65,536', () => {
  const common = new CommonNgrams(6);
  const length = 300_000;
  const same = new Int32Array(length).fill(9);
  expect(common.count(same, same.subarray(1))).toEqual(ORDERS.map((order) => length - order));
  const rising = Int32Array.from({ length }, (_, i) => i);
  // Blocks of ten in order, the blocks in reverse: an n-gram is found where it lies within a block.
  const blocks = rising.map((i) => length - 10 - (i - (i % 10)) + (i % 10));
  expect(common.count(rising, blocks)).toEqual(ORDERS.map((order) => (length / 10) * (11 - order)));
  expect(common.count([1, 2], [2, 1])).toEqual([2, 0, 0, 0, 0, 0]);
});
