import { combine, winsByMetric } from '../../../src/judge/figures/index.js';
import { pair, preferred, REFUSED } from './pairs.js';

const WIN = { points: 1, outcome: 'win' };
const LOSS = { points: 0, outcome: 'loss' };
const TIE = { points: 0.5, outcome: 'tie' };

test.each([
  // base first, candidate first, result, consistent
  ['c', 'c', WIN, true],
  ['b', 'b', LOSS, true],
  ['t', 't', TIE, true],
  ['c', 'b', TIE, false],
  ['b', 'c', TIE, false],
  ['c', 't', TIE, false],
  ['t', 'b', TIE, false],
  // one order asked
  ['c', '', WIN, null],
  ['', 'b', LOSS, null],
  ['', 't', TIE, null],
  // repeats: what more than half say, otherwise a tie
  ['ccb', 'cbc', WIN, true],
  ['cct', 'bcc', WIN, true],
  ['cb', 'cc', TIE, false],
  ['cbt', 'tcb', TIE, true],
  ['ccbt', 'tttb', TIE, true],
  ['bbbcc', 'btb', LOSS, true],
  // repeats that failed: more than half must be there
  ['ccx', 'xcc', WIN, true],
  ['cbx', 'cc', TIE, false],
  ['bbbxx', 'b', LOSS, true],
])('%s in the one order and %s in the other', (baseFirst, candidateFirst, result, consistent) => {
  expect(combine(pair(4, baseFirst, candidateFirst).judgments)).toEqual({ example: 4, ...result, consistent });
});

test.each([
  ['x', 'c'],
  ['c', 'x'],
  ['x', ''],
  ['cx', 'cc'],
  ['cxx', 'ccc'],
])('a survivor does not decide: %s and %s', (baseFirst, candidateFirst) => {
  expect(combine(pair(0, baseFirst, candidateFirst).judgments)).toEqual({
    example: 0,
    failed: 'unparsed',
    why: 'no verdict in the reply',
  });
});

test('the first failure gives the reason', () => {
  expect(combine(pair(0, [REFUSED], 'x').judgments)).toMatchObject({ failed: 'refused', why: 'the judge refused' });
});

test('a recorded preference is its points', () => {
  expect(combine(preferred(1, 0.8).judgments)).toEqual({ example: 1, points: 0.8, outcome: 'win', consistent: null });
  expect(combine(preferred(1, 0.5).judgments)).toMatchObject(TIE);
  expect(combine(preferred(1, 0.4999).judgments)).toMatchObject({ points: 0.4999, outcome: 'loss' });
  expect(combine(preferred(1, null).judgments)).toMatchObject({ failed: null });
});

test('wins by metric', () => {
  const candidate = Float64Array.of(3, 1, 2, 0.1 + 0.2, NaN, 1, 0);
  const base = Float64Array.of(1, 3, 2, 0.3, 1, NaN, 1e-15);
  const outcomes = (direction: 'higher' | 'lower') =>
    winsByMetric(candidate, base, direction).map(({ preference }) => preference);
  expect(outcomes('higher')).toEqual([1, 0, 0.5, 0.5, null, null, 0]);
  expect(outcomes('lower')).toEqual([0, 1, 0.5, 0.5, null, null, 1]);
  expect(winsByMetric(candidate, base, 'higher')[1]).toEqual({
    example: 1,
    baseFirst: [],
    candidateFirst: [],
    preference: 0,
  });
});
