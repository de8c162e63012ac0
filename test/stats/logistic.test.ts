import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logisticFit, Random, sigmoid, type Covariance } from '../../src/stats/index.js';

interface Case {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly ids: readonly number[];
  readonly expected: {
    readonly params: readonly number[];
    readonly model: readonly number[];
    readonly hc0: readonly number[];
    readonly cluster: readonly number[];
  };
}

const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, '../golden/logistic.json'), 'utf8')) as {
  cases: Case[];
};

/** Relative to the size of the numbers themselves: statsmodels stops at 1e-14 of the deviance. */
function expectClose(actual: readonly number[], expected: readonly number[]): void {
  actual.forEach((value, i) => expect(Math.abs(value / expected[i]! - 1)).toBeLessThan(1e-6));
}

function listOf({ intercept, slope, both }: Covariance): number[] {
  return [intercept, slope, both];
}

test.each(cases.map((one) => [one.name, one] as const))('statsmodels GLM: %s', (_, { x, y, ids, expected }) => {
  const clusters = { ids: Int32Array.from(ids), count: new Set(ids).size };
  const [alone, clustered] = [null, clusters].map((units) =>
    logisticFit(Float64Array.from(x), Float64Array.from(y), units),
  );
  expectClose([alone!.intercept, alone!.slope], expected.params);
  expectClose(listOf(alone!.modelCovariance), expected.model);
  expectClose(listOf(alone!.robustCovariance!), expected.hc0);
  expectClose([clustered!.intercept, clustered!.slope], expected.params);
  expectClose(listOf(clustered!.robustCovariance!), expected.cluster);
});

test('no fit where the maximum lies at infinity', () => {
  const fit = (x: number[], y: number[]) => logisticFit(Float64Array.from(x), Float64Array.from(y), null);
  expect(fit([], [])).toBeNull();
  expect(fit([0.2], [1])).toBeNull();
  expect(fit([1, 1, 1, 1], [0, 1, 0.5, 1])).toBeNull(); // constant
  expect(fit([-1, 0, 1, 2], [1, 1, 1, 1])).toBeNull(); // one side only
  expect(fit([-1, -0.5, 0.5, 1], [0, 0, 1, 1])).toBeNull(); // separated
  expect(fit([-1, 0, 0, 1], [0, 0, 1, 1])).toBeNull(); // but for one point
  expect(fit([-1, 0, 0, 1], [1, 1, 0, 0])).toBeNull();
  expect(fit([-1, 0, 0, 1], [0, 0.5, 0.5, 1])).toBeNull(); // a tie at that point does not help
  expect(fit([-1, 0, 1], [0.5, 0.5, 0.5])).toMatchObject({ intercept: 0, slope: 0 });
});

test('one cluster has no robust covariance', () => {
  const one = { ids: new Int32Array(4), count: 1 };
  const fit = logisticFit(Float64Array.of(0, 1, 2, 3), Float64Array.of(0, 1, 0, 1), one);
  expect(fit!.robustCovariance).toBeNull();
});

test('a fit has the score equations solved, however near to separation', () => {
  const random = new Random('score equations');
  let fits = 0;
  for (let run = 0; run < 400; run++) {
    const n = 3 + random.below(12);
    const steep = 10 ** (4 * random.uniform());
    const x = Float64Array.from({ length: n }, () => Math.tanh(4 * (random.uniform() - 0.5)));
    const y = x.map((value) => [0, 0.5, 1][Math.round(2 * sigmoid(steep * value + random.uniform() - 0.5))]!);
    y[0] = 1 - y[0]!;
    const fit = logisticFit(x, y, null);
    if (fit === null) continue;
    fits++;
    const residuals = y.map((value, i) => value - sigmoid(fit.intercept + fit.slope * x[i]!));
    expect(Math.abs(residuals.reduce((sum, r) => sum + r, 0))).toBeLessThan(1e-9);
    expect(Math.abs(residuals.reduce((sum, r, i) => sum + r * x[i]!, 0))).toBeLessThan(1e-9);
  }
  expect(fits).toBeGreaterThan(200);
});

test('the sigmoid holds at both ends', () => {
  expect([sigmoid(-1000), sigmoid(0), sigmoid(1000)]).toEqual([0, 0.5, 1]);
  expect(sigmoid(-40) / Math.exp(-40)).toBeCloseTo(1, 12);
});
