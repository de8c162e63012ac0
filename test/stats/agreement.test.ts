import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  cohenKappa,
  cohenKappaInference,
  fleissKappa,
  gwetAc1,
  krippendorffAlpha,
  randolphKappa,
  ratingTable,
  type Agreement,
} from '../../src/stats/index.js';
import { describeShared, shared } from '../shared.js';

const LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
const WEIGHTS = ['none', 'linear', 'quadratic'] as const;
/** NaN is a text, an exception an object; both are null with a reason here. */
type Expected = number | string | { readonly error: string };
type Label = string | number;

interface Cohen {
  readonly type: 'cohen';
  readonly id: string;
  readonly a: Label[];
  readonly b: Label[];
  readonly labels: Label[] | null;
  readonly expected: Record<(typeof WEIGHTS)[number], Expected> & {
    readonly statsmodels?: Record<'kappa' | 'std_kappa' | 'kappa_low' | 'kappa_upp', Expected>;
  };
}
interface Fleiss {
  readonly type: 'fleiss';
  readonly id: string;
  readonly table: number[][];
  readonly expected: { readonly fleiss: Expected; readonly randolph: Expected };
}
interface Krippendorff {
  readonly type: 'krippendorff';
  readonly id: string;
  readonly data: (number | null)[][];
  readonly expected: Record<(typeof LEVELS)[number], Expected> & { readonly gwet_ac1?: Gwet };
}
interface Gwet {
  readonly coefficient_value: Expected;
  readonly se: Expected;
  readonly pa: Expected;
  readonly pe: number;
  readonly confidence_interval: [Expected, number];
  readonly p_value: Expected;
}

/** What the oracle's number is here: null where it has none. */
function known(expected: Expected): number | null {
  return typeof expected === 'number' ? expected : null;
}

function expectSame(id: string, agreement: Agreement, expected: Expected): void {
  expect([id, agreement.value]).toEqual([id, known(expected)]);
  if (agreement.value === null) expect(agreement.reason).not.toBe('');
}

function expectNear(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));
}

function labelsOf({ a, b, labels }: Cohen): Label[] {
  const seen = [...new Set([...a, ...b])];
  return labels ?? seen.sort((x, y) => (x < y ? -1 : 1)); // no label above U+FFFF but one: UTF-16 order is code point order
}

describeShared('agreement against scikit-learn, statsmodels, krippendorff and irrCAC', () => {
  const { cases } = JSON.parse(readFileSync(shared('oracles', 'agreement.json'), 'utf8')) as {
    cases: (Cohen | Fleiss | Krippendorff)[];
  };
  const ofType = <T extends Cohen | Fleiss | Krippendorff>(type: T['type'], count: number): T[] => {
    const found = cases.filter((one): one is T => one.type === type);
    expect(found).toHaveLength(count);
    return found;
  };

  test.each(WEIGHTS)('Cohen, weights %s, to the last bit', (weights) => {
    for (const one of ofType<Cohen>('cohen', 110)) {
      const table = ratingTable(one.a, one.b, labelsOf(one));
      expectSame(one.id, cohenKappa(table, weights), one.expected[weights]);
    }
  });

  test("Cohen's standard error and interval", () => {
    let compared = 0;
    for (const one of ofType<Cohen>('cohen', 110)) {
      const result = cohenKappaInference(ratingTable(one.a, one.b, labelsOf(one)), 0.95);
      const expected = one.expected.statsmodels;
      expect(result.value === null).toBe(expected === undefined);
      if (expected === undefined || result.value === null) continue;
      expectNear(result.value, expected.kappa as number, 1e-15);
      // NaN is the root of a variance that rounding made negative.
      expectNear(result.standardError, known(expected.std_kappa) ?? 0, 1e-7);
      expectNear(result.interval[0], known(expected.kappa_low) ?? result.value, 1e-7);
      expectNear(result.interval[1], known(expected.kappa_upp) ?? result.value, 1e-7);
      compared++;
    }
    expect(compared).toBe(101);
  });

  test('Fleiss and Randolph, to the last bit', () => {
    for (const { id, table, expected } of ofType<Fleiss>('fleiss', 60)) {
      expectSame(id, fleissKappa(table), expected.fleiss);
      expectSame(id, randolphKappa(table), expected.randolph);
    }
  });

  test.each(LEVELS)('Krippendorff, %s, to the last bit', (level) => {
    for (const { id, data, expected } of ofType<Krippendorff>('krippendorff', 110)) {
      expectSame(id, krippendorffAlpha(data, level), expected[level]);
    }
  });

  test('Gwet, which irrCAC rounds to 15 digits', () => {
    let compared = 0;
    for (const { data, expected } of ofType<Krippendorff>('krippendorff', 110)) {
      const gwet = expected.gwet_ac1;
      if (gwet === undefined) continue;
      compared++;
      const result = gwetAc1(data, 0.95);
      expect(result.value === null).toBe(known(gwet.coefficient_value) === null);
      if (result.value === null) continue;
      expectNear(result.value, gwet.coefficient_value as number, 1e-14);
      expectNear(result.observed, gwet.pa as number, 1e-14);
      expectNear(result.chance, gwet.pe, 2e-15);
      expect(result.inference === null).toBe(known(gwet.se) === null);
      if (result.inference === null) continue;
      expectNear(result.inference.standardError, gwet.se as number, 1e-14);
      expectNear(result.inference.interval[0], gwet.confidence_interval[0] as number, 1e-8); // scipy 1.12's t.ppf
      expectNear(result.inference.interval[1], gwet.confidence_interval[1], 1e-8);
      expectNear(result.inference.pValue, gwet.p_value as number, 1e-12);
    }
    expect(compared).toBe(95);
  });
});

describe('ratings of our own', () => {
  interface Golden {
    readonly first?: Label[];
    readonly second: Label[];
    readonly labels: Label[];
    readonly kappas: number[];
    readonly inference: [number, number, number];
    readonly ratings: (number | null)[][];
    readonly alpha: number[];
    readonly table?: number[][];
    readonly fleiss: [number, number];
  }
  const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, '../golden/agreement.json'), 'utf8')) as {
    cases: Golden[];
  };

  test('as scikit-learn, statsmodels and krippendorff have them', () => {
    const compared = { kappa: 0, alpha: 0, fleiss: 0 };
    for (const { first, second, labels, kappas, inference, ratings, alpha, table, fleiss } of cases) {
      if (first !== undefined) {
        const counts = ratingTable(first, second, labels);
        expect(WEIGHTS.map((weights) => cohenKappa(counts, weights).value)).toEqual(kappas);
        const result = cohenKappaInference(counts, 0.95);
        if (result.value === null) throw new Error(result.reason);
        [result.standardError, ...result.interval].forEach((figure, i) => expectNear(figure, inference[i]!, 1e-12));
        compared.kappa++;
        continue;
      }
      expect(LEVELS.map((level) => krippendorffAlpha(ratings, level).value)).toEqual(alpha);
      compared.alpha++;
      if (table === undefined) continue;
      expect([fleissKappa(table).value, randolphKappa(table).value]).toEqual(fleiss);
      compared.fleiss++;
    }
    expect(compared).toEqual({ kappa: 5, alpha: 5, fleiss: 3 });
  });

  test("Gwet's example of four raters (Gwet 2014, as irrCAC's manual shows it)", () => {
    const none = null;
    const result = gwetAc1(
      [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, none],
        [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
      ],
      0.95,
    );
    if (result.value === null || result.inference === null) throw new Error('undefined');
    const { value, observed, chance, inference } = result;
    expect([value, observed, chance].map((figure) => figure.toFixed(5))).toEqual(['0.77544', '0.81818', '0.19032']);
    expect(inference.standardError.toFixed(5)).toBe('0.14295');
    expect(inference.interval.map((figure) => figure.toFixed(5))).toEqual(['0.46081', '1.00000']);
    expect(inference.pValue.toFixed(5)).toBe('0.00021');
  });

  test.each([
    [
      'Cohen without items',
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ],
    [
      'Cohen with one label',
      cohenKappa([
        [5, 0],
        [0, 0],
      ]),
    ],
    ['its interval', cohenKappaInference([[5]], 0.95)],
    [
      'Fleiss with one rater',
      fleissKappa([
        [1, 0],
        [0, 1],
      ]),
    ],
    [
      'Fleiss with unequal counts',
      fleissKappa([
        [2, 0],
        [1, 2],
      ]),
    ],
    [
      'Fleiss with one category used',
      fleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ],
    ['Randolph with one category', randolphKappa([[3], [3]])],
    ['Krippendorff without ratings', krippendorffAlpha([], 'nominal')],
    [
      'Krippendorff without a shared unit',
      krippendorffAlpha(
        [
          [1, null],
          [null, 2],
        ],
        'ordinal',
      ),
    ],
    [
      'Krippendorff where only lone ratings differ',
      krippendorffAlpha(
        [
          [1, 2],
          [1, null],
        ],
        'interval',
      ),
    ],
    [
      'Gwet without a shared unit',
      gwetAc1(
        [
          [1, null],
          [null, 2],
        ],
        0.95,
      ),
    ],
  ])('%s has no value, and says why', (_, result) => {
    expect(result).toEqual({ value: null, reason: expect.stringMatching(/\w+ \w+/) as string });
  });
});
