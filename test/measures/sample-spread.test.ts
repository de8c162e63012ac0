import { createMetric } from '../../src/metrics/index.js';
import { measureSuite, scoreSuite } from '../../src/measures/index.js';
import { suiteOf, whole, type Row } from './suite.js';

function spreadOf(rows: readonly Row[]) {
  const suite = suiteOf(rows);
  const [measure] = measureSuite(whole(suite, [scoreSuite(createMetric({ name: 'exact_match' }), suite)]));
  return measure!;
}

test('several samples a prompt: variance within and between prompts, the prompt staying the unit', () => {
  const measure = spreadOf([
    { reference: 'x', candidate: ['x', 'x', 'x', 'y'] },
    { reference: 'x', candidate: ['y', 'y', 'y', 'y'] },
    { reference: 'x', candidate: ['x', 'x', 'y', 'y'] },
  ]);
  expect(measure.n).toBe(3);
  expect(measure.candidate.value).toBeCloseTo(5 / 12, 14);
  // By hand: squares within 0.75 + 0 + 1 over 9 degrees of freedom; means 0.75, 0, 0.5 around 5/12, 4 samples each:
  // 4 · (1/9 + 25/144 + 1/144) / 2 = 7/12; (7/12 - 7/36) / 4 = 7/72.
  const { samples } = measure.details!.candidate;
  expect(samples?.mean_per_example).toBe(4);
  expect(samples?.within_variance).toBeCloseTo(7 / 36, 14);
  expect(samples?.between_variance).toBeCloseTo(7 / 72, 14);
});

test('unequal numbers of samples, and prompts that differ less than chance would have it', () => {
  const measure = spreadOf([
    { reference: 'x', candidate: ['x', 'y'] },
    { reference: 'x', candidate: ['x', 'y'] },
    { reference: 'x', candidate: 'x' },
  ]);
  // Squares within 0.5 + 0.5 over 5 - 3; between: 2 · 2 · 0.1² + 0.4² = 0.2 over 2, less than within.
  expect(measure.details?.candidate.samples).toEqual({
    mean_per_example: 5 / 3,
    within_variance: 0.5,
    between_variance: 0,
  });
});

test('one sample each: nothing to split; a single prompt: nothing between', () => {
  expect(spreadOf([{ reference: 'x', candidate: 'x' }]).details).toBeUndefined();
  expect(spreadOf([{ reference: 'x', candidate: ['x', 'y'] }]).details?.candidate.samples?.between_variance).toBeNull();
});
