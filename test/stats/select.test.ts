import { select } from '../../src/stats/select.js';
import { Random } from '../../src/stats/index.js';

test('the k-th smallest is where sorting would put it, with smaller numbers before and greater ones behind', () => {
  const random = new Random('select');
  for (let round = 0; round < 300; round++) {
    const length = 1 + random.below(60);
    const values = Float64Array.from({ length }, () => random.below(1 + (round % 40)) - 10);
    const sorted = values.toSorted();
    const k = random.below(length);
    expect(select(values, k)).toBe(sorted[k]);
    expect(values.subarray(0, k).every((value) => value <= sorted[k]!)).toBe(true);
    expect(values.subarray(k).every((value) => value >= sorted[k]!)).toBe(true);
    expect(values.sort()).toEqual(sorted);
  }
});
