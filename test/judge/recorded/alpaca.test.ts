import { readFileSync } from 'node:fs';
import type { RecordedComparison } from '../../../src/judge/recorded/index.js';
import { describeShared, shared } from '../../shared.js';
import { lines, recordedFrom, refusal, small } from './helpers.js';

const bare = {
  instruction: 'Name a colour.',
  generator_1: 'gpt4_1106_preview',
  generator_2: 'phi-2-sft',
  dataset: 'helpful_base',
  annotator: 'weighted_alpaca_eval_gpt4_turbo',
  preference: 1.25,
};
const first = {
  ...bare,
  output_1: 'Red, as tomatoes on a market stall.',
  output_2: 'Blue, as the sky on a day in June.',
};
const row = (instruction: string, preference: number | null): object => ({ ...bare, instruction, preference });

function points(comparisons: readonly RecordedComparison[]): (number | null)[][] {
  return comparisons.map(({ example, preference }) => [example, preference]);
}

test('preferences from 1 to 2 become the share of generator_2, found by instruction; 0 and 1.5 are ties', async () => {
  const record = lines(first, row(' Name a country.\n', 0), row('Write a haiku.', 1.5), row('No such thing.', 2));
  const recorded = await recordedFrom(small(record));
  expect(points(recorded.suites[0]!.comparisons)).toEqual([
    [0, 0.25],
    [1, 0.5],
    [2, 0.5],
  ]);
  expect(recorded).toMatchObject({
    judges: ['weighted_alpaca_eval_gpt4_turbo'],
    opponents: ['gpt4_1106_preview'],
    rows: 4,
    unmatched: 1,
    otherOpponents: 0,
  });
});

test('annotations.json is a list; null is a failed judgment', async () => {
  const record = JSON.stringify([first, row('Write a haiku.', null)]);
  const recorded = await recordedFrom(small(record, { name: 'annotations.json' }));
  expect(recorded.failed).toBe(1);
  expect(recorded.suites[0]!.comparisons).toMatchObject([
    { example: 0, baseFirst: [], candidateFirst: [], preference: 0.25 },
    { example: 2, baseFirst: [{ failed: 'unparsed' }], candidateFirst: [], preference: null },
  ]);
});

test('an id goes before the instruction, and both must agree', async () => {
  const recorded = await recordedFrom(small(lines({ ...bare, id: 1 }, { ...row('Write a haiku.', 2), id: '3' })));
  expect(points(recorded.suites[0]!.comparisons)).toEqual([
    [0, 0.25],
    [2, 1],
  ]);
  expect(await refusal(small(lines({ ...bare, id: 'two' })))).toBe(
    'judgments.jsonl:1: repeats another instruction than the example with its id (eval.jsonl:2)',
  );
});

test('an index is the example’s own index, or its id', async () => {
  const short = { base: 'gpt4', cand: 'phi', annotator: 'x' };
  const files = {
    'eval.jsonl': lines({ id: 1, index: 7 }, { id: 'two', index: 1 }, { id: '3' }),
  };
  const record = lines({ ...short, index: 1, preference: 2 }, { ...short, index: 3, preference: 1 });
  const recorded = await recordedFrom(small(record, { files }));
  expect(points(recorded.suites[0]!.comparisons)).toEqual([
    [1, 1],
    [2, 0],
  ]);
});

test('an instruction that two examples share tells nothing', async () => {
  const files = {
    'eval.jsonl': lines({ id: 1, prompt: 'Name a colour.' }, { id: 'two', prompt: 'Name a colour.' }, { id: '3' }),
  };
  expect(await refusal(small(lines(bare), { files }))).toBe(
    'judgments.jsonl:1: its instruction fits several examples (eval.jsonl:1, eval.jsonl:2); give the rows unique ids',
  );
});

test('a judgment of another answer than the prediction is left out; reasoning and white space are no difference', async () => {
  const haiku = { ...first, instruction: 'Write a haiku.', output_1: 'Something else.' };
  const record = lines(
    { ...first, output_2: 'Blue.' },
    { ...haiku, output_2: ' <think>hm, hm</think>\nSnow on the old roof. ' },
  );
  const recorded = await recordedFrom(small(record));
  expect(points(recorded.suites[0]!.comparisons)).toEqual([[2, 0.25]]);
  expect(recorded).toMatchObject({ otherAnswers: 1, otherOpponents: 1 });
  expect(recorded.warnings).toEqual([
    "1 of 2 rows of recorded judgments are of other answers than the candidate's predictions and were left out.",
    '1 of 2 rows of recorded judgments compare the candidate with answers of "gpt4_1106_preview" that are not the base\'s predictions.',
  ]);
});

describe('several models in one record', () => {
  const other = { ...bare, generator_2: 'phi-2', preference: 2 };
  const unnamed = 'set candidate-label and base-label to these names';

  test('the label says which is the candidate', async () => {
    const recorded = await recordedFrom(small(lines(bare, other), { labels: { candidate: 'phi-2' } }));
    expect(points(recorded.suites[0]!.comparisons)).toEqual([[0, 1]]);
    expect(recorded.otherModels).toBe(1);
  });

  test('or the predictions themselves do', async () => {
    const recorded = await recordedFrom(small(lines({ ...first, preference: 1.75 }, other)));
    expect(points(recorded.suites[0]!.comparisons)).toEqual([[0, 0.75]]);
  });

  test('else it is an error', async () => {
    expect(await refusal(small(lines(bare, other)))).toBe(
      `judgments.jsonl: recorded judgments are of "phi-2-sft", "phi-2", and nothing says which is the candidate; ${unnamed}`,
    );
  });

  test('several opponents need the base’s label', async () => {
    const record = lines(bare, { ...row('Write a haiku.', 2), generator_1: 'davinci' });
    expect(await refusal(small(record))).toBe(
      'judgments.jsonl: recorded judgments compare "phi-2-sft" with "gpt4_1106_preview", "davinci"; set base-label to the one that counts',
    );
    const recorded = await recordedFrom(small(record, { labels: { base: 'davinci' } }));
    expect(points(recorded.suites[0]!.comparisons)).toEqual([[2, 1]]);
  });

  test('a candidate that was judged as generator_1 is an error, not the other one’s win rate', async () => {
    expect(await refusal(small(lines(bare), { labels: { candidate: 'gpt4_1106_preview' } }))).toBe(
      'judgments.jsonl: recorded judgments have "gpt4_1106_preview" as generator_1, while AlpacaEval judges generator_2; judge it as that',
    );
  });
});

test.each([0.5, -1, 2.001, 3])('a preference of %d is refused', async (preference) => {
  expect(await refusal(small(lines({ ...bare, preference })))).toBe(
    `judgments.jsonl:1: preference: ${preference} is none of AlpacaEval's preferences, which are 0 or from 1 to 2`,
  );
});

describeShared('the recorded annotations of AlpacaEval', () => {
  const data = (name: string): string => readFileSync(shared('data', 'alpacaeval', name), 'utf8');
  // The published win rates; n and failures counted in the files by hand.
  test.each([
    ['phi-2', 'weighted_alpaca_eval_gpt4_turbo', 'gpt4_1106_preview', 2.35, 803, 0],
    ['phi-2-sft', 'weighted_alpaca_eval_gpt4_turbo', 'gpt4_1106_preview', 3.98, 805, 0],
    ['phi-2', 'alpaca_eval_gpt4', 'text_davinci_003', 30.66, 799, 6],
    ['phi-2-sft', 'alpaca_eval_gpt4', 'text_davinci_003', 68.53, 804, 1],
  ])('%s by %s against %s: %d', async (model, judge, opponent, winRate, n, failed) => {
    const withId = (text: string): string => text.replaceAll('{"index": ', '{"id": ');
    const recorded = await recordedFrom({
      files: {
        'eval.jsonl': withId(data('instructions.jsonl')),
        'out.jsonl': withId(data(`outputs_${model}.jsonl`)),
        'annotations.jsonl': data(`annotations_${model}_${judge}.jsonl`),
      },
      suites: { main: { evalSet: 'eval.jsonl', candidate: 'out.jsonl' } },
      recorded: ['annotations.jsonl'],
    });
    const shares = recorded.suites[0]!.comparisons.map(({ preference }) => preference).filter(
      (share) => share !== null,
    );
    expect((100 * shares.reduce((sum, share) => sum + share, 0)) / shares.length).toBeCloseTo(winRate, 2);
    expect(shares).toHaveLength(n);
    expect(recorded).toMatchObject({ failed, rows: n + failed, unmatched: 0, judges: [judge], opponents: [opponent] });
  });
});
