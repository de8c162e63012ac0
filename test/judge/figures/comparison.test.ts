import { comparisonFigures, winsByMetric } from '../../../src/judge/figures/index.js';
import { ALONE, pair, preferred, REFUSED } from './pairs.js';

test('counts, win rate and sign test by hand', () => {
  // Nine wins, one loss, two ties (one of them a contradiction), two failed, one never asked.
  const pairs = [
    ...Array.from({ length: 9 }, (_, i) => pair(i, 'c', 'c')),
    pair(9, 'b', 'b'),
    pair(10, 't', 't'),
    pair(11, 'c', 'b'),
    pair(12, 'c', 'x'),
    pair(13, [REFUSED], 'x'),
    pair(14, '', ''),
  ];
  const figures = comparisonFigures(pairs, ALONE);
  expect(figures).toMatchObject({ by: null, n: 12, wins: 9, losses: 1, ties: 2, failed: 2, unjudged: 1 });
  expect(figures.win_rate).toBeCloseTo(10 / 12, 15);
  expect(figures.tie_rate).toBeCloseTo(2 / 12, 15);
  expect(figures.p_value).toBeCloseTo((2 * (1 + 10)) / 2 ** 10, 12);
  // Points 1 (9), 0 (1), 0.5 (2): squares around 10/12 are 9/36 + 25/36 + 2 · 4/36 = 42/36.
  expect(figures.win_rate_standard_error).toBeCloseTo(Math.sqrt(42 / 36 / 11 / 12), 12);
  // mean_interval of test/golden/generate_intervals.py: three points short of full marks, among twelve, say little.
  const [low, high] = figures.win_rate_ci!;
  expect(low).toBeCloseTo(0.463736883, 7);
  expect(high).toBe(1);
  expect(figures.judgments).toEqual({ answered: 25, failed: 3, by_kind: { unparsed: 2, refused: 1 } });
  // Of 12 pairs in both orders 11 agree; the contradiction chose the second answer twice.
  expect(figures.position_consistency).toBe(11 / 12);
  expect(figures.position).toMatchObject({ pairs: 12, calls: 24, consistent: 11, primacy: 0, recency: 1 });
  expect(figures.position.preference_fairness).toBe(1 / 12);
  expect(figures.first_position_rate).toBe(10 / 24);
  expect(figures.position.second_position_rate).toBe(12 / 24);
});

test('lone wins and losses have the interval of a proportion', () => {
  const figures = comparisonFigures(
    Array.from({ length: 10 }, (_, i) => preferred(i, i < 7 ? 1 : 0)),
    ALONE,
  );
  // By hand with scipy: Agresti and Coull's with t² of 9 degrees of freedom, within beta quantiles.
  expect(figures.win_rate_ci![0]).toBeCloseTo(0.351758981, 8);
  expect(figures.win_rate_ci![1]).toBeCloseTo(0.91283757, 8);
});

test('clusters are the units of interval, standard error and sign test', () => {
  // Two documents with four wins each, one with two losses, one with a win and a loss.
  const points = [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 0];
  const clusters = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1, 7, 7, 5, 5);
  const figures = comparisonFigures(
    points.map((point, i) => preferred(i, point)),
    { confidence: 0.95, clusters },
  );
  expect(figures.win_rate).toBe(0.75);
  // Residual sums 1, 1, -1.5, -0.5; squares 4.5; times 4/3, the root, over 12.
  expect(figures.win_rate_standard_error).toBeCloseTo(Math.sqrt(4.5 * (4 / 3)) / 12, 12);
  // Two clusters up, one down, one even: p = 2 · (1 + 3) / 8, at most 1.
  expect(figures.p_value).toBe(1);
  const alone = comparisonFigures(
    points.map((point, i) => preferred(i, point)),
    ALONE,
  );
  expect(figures.win_rate_ci![0]).toBeLessThan(alone.win_rate_ci![0]);
});

test('nothing judged: no number anywhere', () => {
  for (const pairs of [[], [pair(0, 'x', 'x', ['a', 'b'])], [preferred(0, null)]]) {
    const figures = comparisonFigures(pairs, ALONE);
    expect(figures).toMatchObject({
      n: 0,
      win_rate: null,
      win_rate_ci: null,
      win_rate_standard_error: null,
      p_value: null,
      lc_win_rate: null,
      tie_rate: null,
      position_consistency: null,
      first_position_rate: null,
      longer_preferred_rate: null,
    });
    expect(figures.position).toMatchObject({ consistency_ci: null, preference_fairness: null });
    expect(figures.repetition_stability.rate).toBeNull();
    expect(JSON.stringify(figures)).not.toContain('NaN');
  }
});

test('one order alone has no position figures', () => {
  const figures = comparisonFigures([pair(0, 'c', ''), pair(1, '', 'b'), preferred(2, 0.7)], ALONE);
  expect(figures).toMatchObject({ n: 3, wins: 2, losses: 1, position_consistency: null, first_position_rate: null });
  expect(figures.position).toMatchObject({ pairs: 0, calls: 0, preference_fairness: null });
});

test('ties in one order are consistent with nothing else', () => {
  // (base first)(candidate first): c is B, then A. AB BA CC, AA AC CA, BB BC CB in this order.
  const choices = ['bb', 'cc', 'tt', 'bc', 'bt', 'tc', 'cb', 'ct', 'tb'];
  const figures = comparisonFigures(
    choices.map((choice, i) => pair(i, choice[0]!, choice[1]!)),
    ALONE,
  );
  expect(figures.position).toMatchObject({ pairs: 9, calls: 18, consistent: 3, primacy: 3, recency: 3 });
  expect(figures.position.preference_fairness).toBe(0);
  expect(figures.first_position_rate).toBe(6 / 18);
  expect(figures.position.second_position_rate).toBe(6 / 18);
});

test('repeats: stability of each order, position by what they come to', () => {
  const figures = comparisonFigures([pair(0, 'ccb', 'cccc'), pair(1, 'btt', 'b'), pair(2, 'cx', 'cc')], ALONE);
  // 2/3, 4/4, 2/3 of the modal verdict, and 2/2; one verdict alone says nothing.
  expect(figures.repetition_stability.questions).toBe(4);
  expect(figures.repetition_stability.rate).toBeCloseTo((2 / 3 + 1 + 2 / 3 + 1) / 4, 15);
  // The first pair agrees on the candidate, the second is a tie and the base; the third lacks an order.
  expect(figures.position).toMatchObject({ pairs: 2, calls: 11, consistent: 1 });
  expect(figures).toMatchObject({ n: 2, failed: 1, wins: 1, ties: 1 });
});

test('a comparison by metric says so', () => {
  const wins = winsByMetric(Float64Array.of(40, 20, 30), Float64Array.of(30, 30, 30), 'higher');
  const pairs = wins.map((judgments) => ({ judgments, candidate: 'a', base: 'b' }));
  const figures = comparisonFigures(pairs, ALONE, 'chrf');
  expect(figures).toMatchObject({ by: 'chrf', n: 3, wins: 1, losses: 1, ties: 1, win_rate: 0.5 });
});

test('self-preference is not made up', () => {
  const { self_preference } = comparisonFigures([pair(0, 'c', 'c')], ALONE);
  expect(self_preference.rate).toBeNull();
  expect(self_preference.reason).toMatch(/not measurable/iu);
});
