import { readFileSync } from 'node:fs';
import { measureSuite, scoreSuite, type Measure } from '../../src/measures/index.js';
import { Random } from '../../src/stats/index.js';
import { describeShared, shared } from '../shared.js';
import { numberMetric, suiteOf, whole } from './suite.js';

/** OpenAI's own `is_correct` of a model's 1,319 answers, as 1 and 0. */
function correctness(model: string): string[] {
  const lines = readFileSync(shared(`data/gsm8k/${model}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => ((JSON.parse(line) as { is_correct: boolean }).is_correct ? '1' : '0'));
}

function measureOf(candidate: readonly string[], base: readonly string[]): Measure {
  const rows = suiteOf(candidate.map((output, i) => ({ candidate: output, base: base[i]! })));
  return measureSuite(whole(rows, [scoreSuite(numberMetric, rows)]))[0]!;
}

/** The contract's default check: a drop of more than 0.02 that is significant. */
function verdict({ delta }: Measure): 'red' | 'yellow' | 'green' {
  if (delta!.value! >= -0.02) return 'green';
  return delta!.p_value! <= 0.05 && delta!.ci![1] < 0 ? 'red' : 'yellow';
}

describeShared('the GSM8K pair', () => {
  test('6b_verification to 175b_finetuning is a true regression', () => {
    const measure = measureOf(correctness('175b_finetuning'), correctness('6b_verification'));
    expect(measure).toMatchObject({ n: 1319, unscored: 0, unparsed: 0 });
    expect(measure.candidate.value).toBe(458 / 1319);
    expect(measure.base!.value).toBe(515 / 1319);
    expect(measure.delta).toMatchObject({ lost: 209, gained: 152, n: 1319, units: 1319, method: 'mcnemar_exact' });
    expect(measure.delta!.value).toBeCloseTo(-57 / 1319, 15);
    expect(measure.delta!.p_value).toBeCloseTo(0.0031506569, 10); // statsmodels
    expect(verdict(measure)).toBe('red');
    expect(measure.delta!.ci![0]).toBeLessThan(-57 / 1319);
    expect(measure.delta!.ci![1]).toBeLessThan(0);
  });

  test('its first hundred questions are not red', () => {
    const first = (model: string) => correctness(model).slice(0, 100);
    expect(verdict(measureOf(first('175b_finetuning'), first('6b_verification')))).not.toBe('red');
  });

  test('6b_finetuning to 6b_verification is a true improvement', () => {
    const { delta } = measureOf(correctness('6b_verification'), correctness('6b_finetuning'));
    expect(delta!.value).toBeCloseTo((515 - 286) / 1319, 15);
    expect(delta!.ci![0]).toBeGreaterThan(0.1);
  });

  test('a model against itself has delta 0 and an interval with a width', () => {
    const { delta } = measureOf(correctness('6b_verification'), correctness('6b_verification'));
    expect(delta).toMatchObject({ value: 0, p_value: 1, lost: 0, gained: 0, identical: true });
    expect(delta!.ci![0]).toBeLessThan(0);
    expect(delta!.ci![1]).toBeGreaterThan(0);
    expect(delta!.mde).toBeGreaterThan(0);
  });

  test('of 200 A/A runs, pairs swapped at random, about 2.5% at most are red', () => {
    const [candidate, base] = [correctness('175b_finetuning'), correctness('6b_verification')];
    const random = new Random('A/A');
    const counts = { red: 0, yellow: 0, green: 0 };
    for (let run = 0; run < 200; run++) {
      const swapped = candidate.map(() => random.below(2) === 1);
      const left = candidate.map((output, i) => (swapped[i] ? base[i]! : output));
      const right = base.map((output, i) => (swapped[i] ? candidate[i]! : output));
      counts[verdict(measureOf(left, right))]++;
    }
    // The exact rate is at most 2.5%: more than 10 of 200 has a chance of 1%.
    expect(counts.red).toBeLessThanOrEqual(10);
    // A drop beyond 0.02 (more than 26 of 361 coin flips) happens by chance in 7.9%; yellow and red together.
    expect(counts.red + counts.yellow).toBeLessThanOrEqual(200 * 0.079 + 3 * Math.sqrt(200 * 0.079 * 0.921));
  });
});
