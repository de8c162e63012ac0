import { clustersOf, measureSuite, scoreSuite, strataOf } from '../../src/measures/index.js';
import { strataOfUnits } from '../../src/measures/select.js';
import { createMetric } from '../../src/metrics/index.js';
import { numberMetric, suiteOf, whole, type Row } from './suite.js';

const withFields = (fields: readonly object[]) =>
  suiteOf(fields.map((own) => ({ candidate: '1', base: '0', fields: own as never })));

describe('strata of a field', () => {
  test('equal texts belong together, and so do the rows without it', () => {
    const suite = withFields([{ topic: 7 }, { topic: '7' }, {}, { topic: null }, { topic: 'b' }, { topic: ['b'] }]);
    expect([...strataOf(suite, 'topic', null).ids]).toEqual([0, 0, 1, 1, 2, 3]);
  });

  test('a field that no example has names the nearest', () => {
    const message = 'stratify_by: no example has a field "topc"; did you mean "topic"?';
    expect(() => strataOf(withFields([{ topic: 'a' }, {}]), 'topc', null)).toThrow(message);
    expect(() => strataOf(withFields([{ topic: null }, {}]), 'topic', null)).toThrow('no example has a field');
  });

  test('a cluster must lie within one stratum', () => {
    const suite = withFields([
      { doc: 'x', topic: 'a' },
      { doc: 'y', topic: 'b' },
      { doc: 'x', topic: 'b' },
    ]);
    expect(() => strataOf(suite, 'topic', clustersOf(suite, 'doc'))).toThrow(
      'stratify_by: examples e0 and e2 are of one cluster by "doc", but differ in "topic"; a cluster must lie within one stratum',
    );
    const nested = withFields([
      { doc: 'x', topic: 'a' },
      { doc: 'y', topic: 'b' },
      { doc: 'x', topic: 'a' },
    ]);
    expect([...strataOf(nested, 'topic', clustersOf(nested, 'doc')).ids]).toEqual([0, 1, 0]);
  });
});

describe('strata of units', () => {
  const strata = (ids: readonly number[], units: { ids: Int32Array; count: number } | null = null) => {
    const found = strataOfUnits(Int32Array.from(ids), Int32Array.from(ids.keys()), units);
    return found === null ? null : { ids: [...found.ids], count: found.count };
  };

  test.each([
    ['each has units enough', [5, 5, 9, 9, 9], [0, 0, 1, 1, 1], 2],
    ['lone units are taken together', [5, 5, 1, 9, 9, 2, 3], [0, 0, 2, 1, 1, 2, 2], 3],
    ['a single lone one joins the smallest', [5, 5, 5, 1, 9, 9], [0, 0, 0, 1, 1, 1], 2],
  ])('%s', (_, ids, expected, count) => {
    expect(strata(ids)).toEqual({ ids: expected, count });
  });

  test('one stratum is none', () => {
    expect(strata([4, 4, 4])).toBeNull();
    expect(strata([4, 4, 4, 1])).toBeNull();
    expect(strata([1, 2, 3])).toBeNull();
    expect(strataOfUnits(null, Int32Array.of(0, 1), null)).toBeNull();
  });

  test('clusters are the units', () => {
    const units = { ids: Int32Array.of(0, 0, 1, 2, 2, 3), count: 4 };
    expect(strata([5, 5, 5, 8, 8, 8], units)).toEqual({ ids: [0, 0, 1, 1], count: 2 });
  });
});

describe('a stratified measure', () => {
  // Two topics: in one all rows fall by about 0.4, in the other none does.
  const rows: Row[] = Array.from({ length: 40 }, (_, i) => ({
    base: '0.9',
    candidate: String(0.9 - (i % 2 === 0 ? 0.4 : 0) + (((i * 7) % 5) - 2) / 100),
    fields: { topic: i % 2 === 0 ? 'a' : 'b' },
  }));
  const suite = suiteOf(rows);
  const spec = whole(suite, [scoreSuite(numberMetric, suite)]);
  const strata = strataOf(suite, 'topic', null);
  const width = (ci: readonly number[] | null) => ci![1]! - ci![0]!;

  test("leaves out what lies between the topics' means; value and p-value stay as they are", () => {
    const [plain, stratified] = [spec, { ...spec, strata }].map((one) => measureSuite(one)[0]!.delta!);
    expect(stratified).toMatchObject({ value: plain!.value, p_value: plain!.p_value, units: 40, strata: 2 });
    expect(plain).not.toHaveProperty('strata');
    // By hand: within the topics a standard deviation of 0.014, between them one of 0.2.
    expect(width(plain!.ci)).toBeGreaterThan(0.12);
    expect(width(stratified!.ci)).toBeLessThan(0.012);
    expect(width(stratified!.ci)).toBeGreaterThan(2 * 2 * (0.0141 / Math.sqrt(40)) * 0.98);
    expect(stratified!.mde).toBeLessThan(plain!.mde! / 5);
  });

  test('a slice of one stratum is what it is without strata', () => {
    const slices = [{ slice: { topic: 'a' }, members: Int32Array.from({ length: 20 }, (_, i) => 2 * i) }];
    const [plain, stratified] = [null, strata].map((own) => measureSuite({ ...spec, slices, strata: own })[1]);
    expect(stratified).toEqual(plain);
  });

  test('right or wrong answers: half of the rows lost, all of one topic', () => {
    const binary = suiteOf(rows.map((row, i) => ({ ...row, base: '1', candidate: i % 2 === 0 ? '0' : '1' })));
    const own = whole(binary, [scoreSuite(numberMetric, binary)]);
    const [plain, stratified] = [null, strata].map((s) => measureSuite({ ...own, strata: s })[0]!);
    expect(stratified!.delta).toMatchObject({ method: 'mcnemar_exact', p_value: plain!.delta!.p_value, strata: 2 });
    // Nothing varies within the topics, and yet a width is left.
    expect(width(stratified!.delta!.ci)).toBeLessThan(width(plain!.delta!.ci) * 0.7);
    expect(width(stratified!.delta!.ci)).toBeGreaterThan(0.1);
    expect(width(stratified!.candidate.ci)).toBeLessThan(width(plain!.candidate.ci) * 0.7);
  });

  test('a corpus metric is resampled within its strata', () => {
    const labels = suiteOf(
      Array.from({ length: 60 }, (_, i) => {
        const [reference, wrong] = i % 3 === 0 ? ['a', 'b'] : ['b', 'a'];
        const candidate = i % 2 === 0 && i % 10 !== 0 ? wrong : reference;
        return { reference, candidate, base: reference, fields: { topic: i % 2 } };
      }),
    );
    const own = whole(labels, [scoreSuite(createMetric({ name: 'macro_f1' }), labels)]);
    const topics = strataOf(labels, 'topic', null);
    const [plain, stratified] = [null, topics].map((s) => measureSuite({ ...own, strata: s })[0]!);
    expect(stratified!.delta!.p_value).toBe(plain!.delta!.p_value);
    expect(width(stratified!.delta!.ci)).toBeLessThan(width(plain!.delta!.ci) * 0.85);
    expect(width(stratified!.candidate.ci)).toBeLessThan(width(plain!.candidate.ci) * 0.85);
  });
});
