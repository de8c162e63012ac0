import { clustersOf, measureSuite, rateMeasure, scoreSuite, slicesOf } from '../../src/measures/index.js';
import { createMetric } from '../../src/metrics/index.js';
import { numberMetric, suiteOf, whole, type Row } from './suite.js';

function measures(rows: readonly Row[], metric = numberMetric, more: Partial<ReturnType<typeof whole>> = {}) {
  const suite = suiteOf(rows);
  return measureSuite({ ...whole(suite, [scoreSuite(metric, suite)]), ...more });
}

describe('what is counted', () => {
  const rows: Row[] = [
    { candidate: '1', base: '0' },
    { candidate: '0', base: '1' },
    { candidate: 'bad', base: '1' },
    { candidate: 'skip', base: '1' },
    { candidate: null, base: '0' },
    { candidate: '1', base: null },
  ];

  test('values over each side, the delta over the pairs that both scored', () => {
    const [measure] = measures(rows);
    expect(measure).toMatchObject({ n: 4, unscored: 2, unparsed: 1, candidate: { value: 0.5 } });
    expect(measure!.base).toMatchObject({ n: 5, unscored: 1, unparsed: 0, value: 3 / 5 });
    // Pairs: 1-0, 0-1, bad-1.
    expect(measure!.delta).toMatchObject({ n: 3, units: 3, lost: 2, gained: 1, identical: false });
    expect(measure!.delta!.value).toBeCloseTo(-1 / 3, 15);
  });

  test('without a base there is no delta; without scored rows no value', () => {
    const [alone] = measures([{ candidate: '1' }]);
    expect(alone).toMatchObject({ base: null, delta: null, candidate: { value: 1 } });
    const [empty] = measures([{ candidate: 'skip', base: '1' }]);
    expect(empty).toMatchObject({ n: 0, unscored: 1, candidate: { value: null, ci: null } });
    expect(empty!.delta).toMatchObject({ value: null, ci: null, p_value: null, mde: null, n: 0, units: 0 });
  });

  test('a metric where less is better counts lost and gained the other way', () => {
    const [measure] = measures([{ candidate: '1', base: '0' }], { ...numberMetric, direction: 'lower' });
    expect(measure!.delta).toMatchObject({ lost: 1, gained: 0, value: 1 });
  });

  test('the same outputs on both sides are identical; other texts with equal scores are not', () => {
    expect(measures([{ candidate: '1', base: '1' }])[0]!.delta!.identical).toBe(true);
    expect(measures([{ candidate: '1', base: '1.0' }])[0]!.delta!.identical).toBe(false);
  });
});

describe('how it is inferred', () => {
  test('scores of 0 and 1 go to McNemar, others to sign flips', () => {
    const binary = Array.from({ length: 12 }, (_, i) => ({ candidate: i < 2 ? '1' : '0', base: i < 11 ? '1' : '0' }));
    expect(measures(binary)[0]!.delta).toMatchObject({ method: 'mcnemar_exact', lost: 9, gained: 0 });
    expect(measures(binary)[0]!.delta!.p_value).toBeCloseTo(2 / 2 ** 9, 12);
    const graded = binary.map((row) => ({ ...row, candidate: row.candidate === '0' ? '0.25' : '1' }));
    // Nine fall by 0.75 and one rises by 0.25: only all signs alike, or the small one turned, reach as far.
    expect(measures(graded)[0]!.delta).toMatchObject({ method: 'sign_flip', lost: 9, gained: 1 });
    expect(measures(graded)[0]!.delta!.p_value).toBeCloseTo(4 / 2 ** 10, 12);
  });

  test('clusters are the units: their sums are flipped, and five can not be significant', () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({
      candidate: '0',
      base: '1',
      fields: { document_id: Math.floor(i / 4) },
    }));
    const suite = suiteOf(rows);
    const [measure] = measureSuite({
      ...whole(suite, [scoreSuite(numberMetric, suite)]),
      clusters: clustersOf(suite, 'document_id'),
    });
    expect(measure!.delta).toMatchObject({ method: 'sign_flip', n: 20, units: 5, p_value: 2 / 2 ** 5 });
  });

  test('clusters of one row each change nothing', () => {
    const rows = Array.from({ length: 10 }, (_, i) => ({ candidate: '0', base: '1', fields: { doc: i } }));
    const suite = suiteOf(rows);
    const spec = whole(suite, [scoreSuite(numberMetric, suite)]);
    expect(measureSuite({ ...spec, clusters: clustersOf(suite, 'doc') })).toEqual(measureSuite(spec));
  });

  test('a corpus metric: swaps, an interval around the value, nothing degenerate', () => {
    const labels = ['a', 'b', 'a', 'c', 'b', 'a', 'c', 'b', 'a', 'b', 'c', 'a'];
    const rows = labels.map((reference, i) => ({ reference, candidate: i < 8 ? 'a' : reference, base: reference }));
    const [measure] = measures(rows, createMetric({ name: 'macro_f1' }));
    expect(measure!.delta).toMatchObject({ method: 'swap_randomization', lost: 5, gained: 0 });
    // Exact: 2^5 exchanges, and only none and all reach as far.
    expect(measure!.delta!.p_value).toBe(2 / 32);
    expect(measure!.base).toMatchObject({ value: 1 });
    expect(measure!.base!.ci![0]).toBeLessThan(1);
    const [same] = measures(
      rows.map((row) => ({ ...row, candidate: row.base })),
      createMetric({ name: 'macro_f1' }),
    );
    expect(same!.delta).toMatchObject({ value: 0, p_value: 1, identical: true });
    expect(same!.delta!.ci![0]).toBeLessThan(0);
    expect(same!.delta!.ci![1]).toBeGreaterThan(0);
    expect(same!.delta!.mde).toBeGreaterThan(0);
  });
});

test('a score without a range: equal scores still leave an interval of the size of what was seen', () => {
  const open = { ...numberMetric, unit: 'number', range: [null, null] } as const;
  const [measure] = measures(
    Array.from({ length: 10 }, () => ({ candidate: '40', base: '40' })),
    open,
  );
  // By hand: t² 10/9 of 10 and as many units, times 40.
  const c = (2.262157162798205 ** 2 * 10) / 9;
  expect(measure!.delta!.ci![1]).toBeCloseTo((40 * c) / (10 + c), 9);
  expect(measure!.candidate.ci![0]).toBeLessThan(40);
  expect(measure!.candidate.ci![1]).toBeGreaterThan(40);
});

test('further figures of both sides come from the same sums as the values', () => {
  const rows = ['a', 'a', 'b'].map((reference) => ({ reference, candidate: 'a', base: reference }));
  const [measure] = measures(rows, createMetric({ name: 'macro_f1' }));
  expect(measure!.details!.candidate.text).toContain('precision    recall  f1-score   support');
  expect(measure!.details!.base!.text).not.toBe(measure!.details!.candidate.text);
});

describe('thousands of labels', () => {
  const few = Array.from({ length: 90 }, (_, i) => ({
    reference: 'abc'[i % 3]!,
    candidate: 'abcd'[(i * 7) % 4]!,
    base: 'abc'[(i * 5) % 3]!,
    fields: { part: 'few' },
  }));
  /** The same 90 rows beside 600 others, of labels of their own or of none that is new. */
  const beside = (labelOf: (i: number) => string) =>
    suiteOf([
      ...few,
      ...Array.from({ length: 600 }, (_, i) => ({
        reference: labelOf(i),
        candidate: labelOf(i),
        base: labelOf((i * 3) % 600),
        fields: { part: 'other' },
      })),
    ]);
  const many = beside((i) => `z${i}`);

  test.each(['macro_f1', 'weighted_f1', 'mcc', 'multilabel_f1'])('%s of a slice is what it is without them', (name) => {
    const ofSlice = (suite: typeof many) => {
      const scored = scoreSuite(createMetric({ name }), suite);
      const slices = slicesOf(suite, ['part'], []);
      const options = { seed: 0, resamples: 500, confidence: 0.95 };
      const [, slice] = measureSuite({ ...whole(suite, [scored]), slices, options });
      return slice!;
    };
    expect(ofSlice(many).slice).toEqual({ part: 'few' });
    expect(ofSlice(many)).toEqual(ofSlice(beside(() => 'a')));
  });

  test('a row alone is right or wrong', () => {
    const { candidate, base } = scoreSuite(createMetric({ name: 'macro_f1' }), many);
    expect([...candidate.score.slice(90)]).toEqual(new Array(600).fill(1));
    expect(base!.score.slice(90).reduce((sum, score) => sum + score, 0)).toBe(2); // rows 0 and 300
    expect([...candidate.score.slice(0, 6)]).toEqual([1, 0, 1, 0, 0, 0]);
  });
});

describe('determinism', () => {
  const rows = Array.from({ length: 80 }, (_, i) => ({
    reference: ['a', 'b', 'c'][i % 3]!,
    candidate: ['a', 'b', 'c'][(i * 7) % 4] ?? 'a',
    base: ['a', 'b', 'c'][(i * 5) % 3]!,
    fields: { category: i % 2 === 0 ? 'even' : 'odd' },
  }));
  const suite = suiteOf(rows);
  const slices = slicesOf(suite, ['category'], []);
  const run = (ids: readonly string[], seed: number) =>
    measureSuite({
      ...whole(
        suite,
        ids.map((name) => scoreSuite(createMetric({ name }), suite)),
      ),
      slices,
      options: { seed, resamples: 500, confidence: 0.95 },
    });

  test('a measure does not depend on the others, nor on their order', () => {
    const both = run(['macro_f1', 'accuracy'], 0);
    const turned = run(['accuracy', 'macro_f1'], 0);
    expect(both.map(({ metric, slice }) => [metric, slice?.['category']])).toEqual([
      ['macro_f1', undefined],
      ['macro_f1', 'even'],
      ['macro_f1', 'odd'],
      ['accuracy', undefined],
      ['accuracy', 'even'],
      ['accuracy', 'odd'],
    ]);
    expect(turned.slice(3)).toEqual(both.slice(0, 3));
    expect(run(['macro_f1'], 0)).toEqual(both.slice(0, 3));
  });

  test('another seed moves the resampled figures, not the values', () => {
    const [one, two] = [run(['macro_f1'], 0)[0]!, run(['macro_f1'], 1)[0]!];
    expect(two.candidate.value).toBe(one.candidate.value);
    expect(two.delta!.p_value).not.toBe(one.delta!.p_value);
  });
});

test('a rate: flagged of those that can be decided, lower being better', () => {
  const flags = [true, false, false, null, false, false, false, false, false, true, false];
  const spec = { suite: 's', metric: 'contamination_rate', slice: null, flags, confidence: 0.95, recipe: 'r' };
  const measure = rateMeasure(spec);
  expect(measure).toMatchObject({ n: 10, unscored: 1, direction: 'lower', base: null, delta: null });
  expect(measure.candidate.value).toBe(0.2);
  // The mirror image of 8/10: Agresti and Coull's with t, and Clopper and Pearson's (statsmodels, test/golden/intervals.json).
  expect(measure.candidate.ci![0]).toBeCloseTo(1 - 0.9654609341747784, 12);
  expect(measure.candidate.ci![1]).toBeCloseTo(1 - 0.4439045376923585, 12);
  expect(rateMeasure({ ...spec, flags: [null] }).candidate).toEqual({ value: null, ci: null });
});
