import { createMetric } from '../../src/metrics/index.js';
import { filtered, harnessAnswer } from '../../src/metrics/numeric/index.js';
import { describeShared, shared } from '../shared.js';
import { evaluate, readCases, readLines, row } from './helpers.js';

interface Question {
  readonly id: string;
  readonly reference: string;
}
interface Solution {
  readonly id: string;
  readonly output: string;
  readonly is_correct: boolean;
}
type Extract = 'strict' | 'flexible';
interface HarnessCase {
  readonly id: number;
  readonly response: string;
  readonly gold: string;
  readonly expected: Readonly<Record<'gold_normalised' | Extract | `${Extract}_normalised`, string>> &
    Readonly<Record<`${Extract}_em`, boolean>>;
}

describeShared('numeric_match on the published solutions of GSM8K', () => {
  test.each([
    ['6b_finetuning', 286],
    ['6b_verification', 515],
    ['175b_finetuning', 458],
  ])('%s agrees with is_correct on every row, %i correct', (model, correct) => {
    const metric = createMetric({ name: 'numeric_match' });
    const questions = new Map(
      readLines<Question>(shared('data/gsm8k/eval.jsonl')).map(({ id, reference }) => [id, reference]),
    );
    const solutions = readLines<Solution>(shared(`data/gsm8k/${model}.jsonl`));
    const disagree = solutions.filter(({ id, output, is_correct }) => {
      const { value } = evaluate(metric, [row(output, questions.get(id)!)]);
      return value !== Number(is_correct);
    });
    expect(disagree.map(({ id }) => id)).toEqual([]);
    const rows = solutions.map(({ id, output }) => row(output, questions.get(id)!));
    expect(rows).toHaveLength(1319);
    expect(evaluate(metric, rows).value).toBe(correct / 1319);
  });
});

describeShared('numeric_match strict and flexible against lm-evaluation-harness', () => {
  test.each(['strict', 'flexible'] as const)('%s', (extract) => {
    const metric = createMetric({ name: 'numeric_match', extract });
    const cases = readCases<HarnessCase>(shared('oracles/gsm8k.json'));
    const differ = cases.filter(({ response, gold, expected }) => {
      return evaluate(metric, [row(response, gold)]).value !== Number(expected[`${extract}_em`]);
    });
    expect(cases.length).toBe(218);
    expect(differ).toEqual([]);
    for (const { id, response, gold, expected } of cases) {
      const found = filtered(response, extract) ?? '[invalid]';
      expect([id, found, harnessAnswer(found), harnessAnswer(gold)]).toEqual([
        id,
        expected[extract],
        expected[`${extract}_normalised`],
        expected.gold_normalised,
      ]);
    }
  });
});
