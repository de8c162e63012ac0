import { scoreFigures, scoreOf } from '../../../src/judge/figures/index.js';
import type { ScoreVerdict } from '../../../src/judge/types.js';
import { ALONE, REFUSED, UNPARSED } from './pairs.js';

function scored(...scores: number[]): ScoreVerdict {
  const names = scores.length === 1 ? [''] : ['accuracy', 'tone'];
  return { scores: new Map(scores.map((score, i) => [names[i]!, score])), reasoning: '' };
}

test('one answer: mean over repeats and criteria, from more than half of the repeats', () => {
  expect(scoreOf([scored(7)])).toMatchObject({ score: 7 });
  expect(scoreOf([scored(7), scored(8), scored(9)])).toMatchObject({ score: 8 });
  expect(scoreOf([scored(4, 9), scored(6, 9)])).toEqual({
    score: 7,
    criteria: new Map([
      ['accuracy', 5],
      ['tone', 9],
    ]),
  });
  expect(scoreOf([scored(7), UNPARSED, scored(8)])).toMatchObject({ score: 7.5 });
  expect(scoreOf([scored(7), UNPARSED])).toMatchObject({ failed: 'unparsed' });
  expect(scoreOf([REFUSED])).toEqual(REFUSED);
  expect(scoreOf([])).toMatchObject({ failed: null });
});

test('both models', () => {
  const figures = scoreFigures(
    [
      { example: 0, candidate: [scored(10)], base: [scored(8)] },
      { example: 1, candidate: [scored(10)], base: [scored(10)] },
      { example: 2, candidate: [scored(7)], base: [UNPARSED] },
      { example: 3, candidate: [REFUSED], base: [scored(6)] },
      { example: 4, candidate: [], base: [scored(8)] },
    ],
    [1, 10],
    ALONE,
  );
  expect(figures).toMatchObject({ n: 3, mean_candidate: 9, mean_base: 8, failed: 2 });
  expect(figures.candidate).toMatchObject({ n: 3, failed: 1, unjudged: 1, criteria: [] });
  expect(figures.candidate.at_ceiling).toBeCloseTo(2 / 3, 15);
  expect(figures.base).toMatchObject({ n: 4, failed: 1, unjudged: 0, at_ceiling: 0.25 });
  expect(figures.saturation).toMatchObject({ scores: 7, distinct: 4 });
  expect(figures.saturation.at_top).toBeCloseTo(3 / 7, 15);
  expect(figures.saturation.most_frequent).toBeCloseTo(3 / 7, 15);
  expect(figures.judgments).toEqual({ answered: 7, failed: 2, by_kind: { unparsed: 1, refused: 1 } });
  const [low, high] = figures.candidate.ci!;
  expect(low).toBeLessThan(9);
  expect(high).toBe(10);
});

test('criteria apart, and stability over repeats of each', () => {
  const figures = scoreFigures(
    [
      { example: 0, candidate: [scored(4, 9), scored(4, 8), scored(5, 7)], base: null },
      { example: 1, candidate: [scored(6, 9)], base: null },
    ],
    [1, 10],
    ALONE,
  );
  expect(figures.base).toBeNull();
  expect(figures.mean_base).toBeNull();
  expect(figures.candidate.criteria[0]!.name).toBe('accuracy');
  expect(figures.candidate.criteria[0]!.mean).toBeCloseTo((13 / 3 + 6) / 2, 12);
  expect(figures.candidate.criteria[1]!.mean).toBeCloseTo(8.5, 12);
  // Modal shares 2/3 and 1/3; the second example was asked once.
  expect(figures.repetition_stability.questions).toBe(2);
  expect(figures.repetition_stability.rate).toBeCloseTo(0.5, 15);
});

test('nothing scored: no number', () => {
  const figures = scoreFigures([{ example: 0, candidate: [REFUSED], base: [REFUSED] }], [1, 10], ALONE);
  expect(figures).toMatchObject({ n: 0, mean_candidate: null, mean_base: null, failed: 2 });
  expect(figures.saturation).toEqual({ scores: 0, distinct: 0, at_top: null, most_frequent: null });
  expect(figures.candidate).toMatchObject({ mean: null, ci: null, at_ceiling: null });
});
