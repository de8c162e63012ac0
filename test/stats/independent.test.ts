import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fisherTwoSided, independentInterval, permutationTest } from '../../src/stats/index.js';
import type { UnitStatistics } from '../../src/stats/index.js';

interface Golden {
  readonly proportions: readonly { table: [number, number, number, number]; ci: [number, number]; p: number }[];
  readonly means: readonly { name: string; a: number[]; b: number[]; p: number }[];
}

const golden = JSON.parse(readFileSync(join(import.meta.dirname, '../golden/independent.json'), 'utf8')) as Golden;

/** Wilson's score interval (1927), which Newcombe's is made of. */
function wilson(successes: number, n: number): readonly [number, number] {
  const z = 1.959963984540054;
  const p = successes / n;
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const [centre, scale] = [p + (z * z) / (2 * n), 1 + (z * z) / n];
  return [(centre - half) / scale, (centre + half) / scale];
}

describe.each(golden.proportions.map((one) => [one.table.join(' '), one] as const))(
  'two proportions: %s',
  (_, { table: [hits, n, otherHits, other], ci, p }) => {
    test('statsmodels confint_proportions_2indep, Newcombe', () => {
      const estimate = (k: number, of: number) => ({ value: k / of, ci: wilson(k, of) });
      const interval = independentInterval(estimate(hits, n), estimate(otherHits, other));
      expect(interval[0]).toBeCloseTo(ci[0], 12);
      expect(interval[1]).toBeCloseTo(ci[1], 12);
    });

    test('scipy fisher_exact, whichever group comes first', () => {
      const all = [hits + otherHits, n + other] as const;
      expect(Math.abs(fisherTwoSided(hits, n, ...all) / p - 1)).toBeLessThan(1e-9);
      expect(Math.abs(fisherTwoSided(otherHits, other, ...all) / p - 1)).toBeLessThan(1e-9);
    });
  },
);

const mean = (sum: Float64Array, weight: number): number => sum[0]! / weight;

function lone(values: readonly number[]): UnitStatistics {
  return {
    columns: 1,
    offsets: Int32Array.from({ length: values.length + 1 }, (_, i) => i),
    indices: new Int32Array(values.length),
    values: Float64Array.from(values),
    sizes: new Float64Array(values.length).fill(1),
  };
}

test.each(golden.means.map((one) => [one.name, one] as const))(
  'scipy permutation_test over all assignments, within what 100,000 random ones can tell: %s',
  (_, { a, b, p }) => {
    const rounds = 100_000;
    const noise = 4 * Math.sqrt((p * (1 - p)) / rounds) + 2 / rounds;
    const found = [
      permutationTest(lone(a), lone(b), mean, rounds, 's'),
      permutationTest(lone(b), lone(a), mean, rounds, 't'),
    ];
    for (const one of found) expect(Math.abs(one! - p)).toBeLessThanOrEqual(noise);
  },
);

test('a unit of several rows changes groups as a whole', () => {
  // Two clusters against one: of the three assignments one is as far apart as the one seen, which is p = 1/3.
  const clusters = (sums: number[], sizes: number[]): UnitStatistics => ({
    ...lone(sums),
    sizes: Float64Array.from(sizes),
  });
  const p = permutationTest(clusters([3], [3]), clusters([0, 1], [3, 4]), mean, 30_000, 's');
  expect(p).toBeGreaterThan(0.32);
  expect(p).toBeLessThan(0.35);
});

test('no p-value where a group has no value', () => {
  expect(permutationTest(lone([]), lone([1, 2]), mean, 100, 's')).toBeNull();
  expect(permutationTest(lone([1]), lone([2]), () => null, 100, 's')).toBeNull();
});
