import { lines, recordedFrom, refusal, small, type Given } from './helpers.js';

const FAILED = { failed: 'unparsed', why: 'The judgment is recorded as failed.' };

/** As gen_judgment writes them, but for the texts that nobody reads. */
const single = { question_id: 1, model: 'phi-3', judge: ['gpt-4', 'single-v1'], judgment: '[[7]]', score: 7, turn: 1 };
const pair = {
  question_id: 1,
  model_1: 'phi-3',
  model_2: 'phi-3-dpo',
  g1_winner: 'model_1',
  g2_winner: 'model_2',
  judge: ['gpt-4', 'pair-v2'],
  turn: 1,
};
const labels = { candidate: 'phi-3-dpo', base: 'phi-3' };

function named(candidate: string, base: string): Pick<Given, 'suites' | 'files'> {
  const given = small('');
  return {
    files: {
      [`answers/${candidate}.jsonl`]: given.files['out/candidate.jsonl']!,
      [`answers/${base}.jsonl`]: given.files['out/base.jsonl']!,
    },
    suites: {
      main: {
        evalSet: 'eval.jsonl',
        candidate: `answers/${candidate}.jsonl`,
        base: `answers/${base}.jsonl`,
      },
    },
  };
}

test('ratings of both models by turn; -1 and a rating off the scale are failed judgments', async () => {
  const record = lines(
    { ...single, model: 'phi-3-dpo' },
    { ...single, score: 4.5 },
    { ...single, score: 3, turn: 2, judge: ['gpt-4', 'single-v1-multi-turn'] },
    { ...single, question_id: 'two', score: -1 },
    { ...single, question_id: 3, score: 85 },
    { ...single, question_id: 3, model: 'zephyr' },
    { ...single, question_id: 81, score: 1 },
  );
  const recorded = await recordedFrom(small(record, { labels }));
  const reply = { judge: 'gpt-4 (single-v1)', turn: 1, repeat: 0 };
  const scored = (score: number): object => ({ scores: new Map([['', score]]), reasoning: '' });
  expect(recorded.suites[0]!.scores).toEqual([
    { example: 0, model: 'candidate', ...reply, verdict: scored(7) },
    { example: 0, model: 'base', ...reply, verdict: scored(4.5) },
    { example: 0, model: 'base', ...reply, judge: 'gpt-4 (single-v1-multi-turn)', turn: 2, verdict: scored(3) },
    { example: 1, model: 'base', ...reply, verdict: FAILED },
    { example: 2, model: 'base', ...reply, verdict: FAILED },
  ]);
  expect(recorded).toMatchObject({ rows: 7, failed: 2, unmatched: 1, otherModels: 1 });
});

test('the first game shows model_1 first, the second model_2; winners are names, not positions', async () => {
  const record = lines(
    pair,
    { ...pair, question_id: 'two', g1_winner: 'tie', g2_winner: 'error' },
    { ...pair, question_id: 3, model_1: 'phi-3-dpo', model_2: 'phi-3' },
  );
  const { suites, opponents, judges } = await recordedFrom(small(record, { labels }));
  const at = { judge: 'gpt-4 (pair-v2)', criterion: '', turn: 1, preference: null };
  expect(suites[0]!.comparisons).toEqual([
    // The base's model_1 won game 1, where it was first; the candidate's model_2 won game 2, where it was first.
    { example: 0, ...at, baseFirst: ['base'], candidateFirst: ['candidate'] },
    { example: 1, ...at, baseFirst: ['tie'], candidateFirst: [FAILED] },
    { example: 2, ...at, baseFirst: ['base'], candidateFirst: ['candidate'] },
  ]);
  expect([opponents, judges]).toEqual([['phi-3'], ['gpt-4 (pair-v2)']]);
});

test('both turns of a question are comparisons of their own', async () => {
  const record = lines(pair, { ...pair, turn: 2, g2_winner: 'model_1' });
  const { suites } = await recordedFrom(small(record, { labels }));
  expect(suites[0]!.comparisons).toMatchObject([
    { example: 0, turn: 1, baseFirst: ['base'], candidateFirst: ['candidate'] },
    { example: 0, turn: 2, baseFirst: ['base'], candidateFirst: ['base'] },
  ]);
});

test('an eval set that calls its ids question_id needs no other name for them', async () => {
  const files = { 'eval.jsonl': lines({ id: 'x', question_id: 81 }, { id: 'y', question_id: 82 }) };
  const outputs = lines({ id: 'x', output: '1' }, { id: 'y', output: '2' });
  const given = small(lines({ ...pair, question_id: 82 }), {
    files: { ...files, 'out/candidate.jsonl': outputs, 'out/base.jsonl': outputs },
    labels,
  });
  expect((await recordedFrom(given)).suites[0]!.comparisons).toMatchObject([{ example: 1 }]);
});

describe('which model is the candidate', () => {
  async function winner(more: Partial<Given>, row: object = pair): Promise<unknown> {
    return (await recordedFrom(small(lines(row), more))).suites[0]!.comparisons[0]!.baseFirst[0];
  }

  test('is what one label says, for the other one is left', async () => {
    expect(await winner({ labels: { candidate: 'phi-3-dpo' } })).toBe('base');
    expect(await winner({ labels: { base: 'phi-3' } })).toBe('base');
    // Now game 2, which model_2 won, is the one that showed the base first.
    expect(await winner({ labels: { candidate: 'phi-3' } })).toBe('base');
    expect(await winner({ labels: { candidate: 'phi-3' } }, { ...pair, g2_winner: 'model_1' })).toBe('candidate');
  });

  test('is what the names themselves say', async () => {
    expect(await winner({}, { ...pair, model_1: 'base', model_2: 'candidate', g1_winner: 'model_2' })).toBe(
      'candidate',
    );
  });

  test('is what the prediction files are called', async () => {
    expect(await winner(named('phi-3-dpo', 'other'))).toBe('base');
    expect(await winner(named('phi-3', 'other'), { ...pair, g2_winner: 'model_1' })).toBe('candidate');
  });

  test('is what the answers in the judge’s prompt are', async () => {
    const answers = ['Red, as tomatoes on a market stall.', 'Blue, as the sky on a day in June.'];
    expect(await winner({}, { ...pair, g1_user_prompt: `A: ${answers[0]!}\nB: ${answers[1]!}` })).toBe('base');
    const turned = { ...pair, g2_winner: 'model_1', g1_user_prompt: `A: ${answers[1]!}\nB: ${answers[0]!}` };
    expect(await winner({}, turned)).toBe('candidate');
    const prompt = { user_prompt: `Rate this: ${answers[1]!}` };
    const record = lines({ ...single, ...prompt }, { ...single, model: 'phi-3-dpo' });
    const { suites } = await recordedFrom(small(record));
    expect(suites[0]!.scores.map(({ model }) => model)).toEqual(['candidate', 'base']);
  });

  test('is left open where one name shows now one model’s answers and now the other’s', async () => {
    const rated = (model: string, question_id: number | string, answer: string): object => {
      return { ...single, model, question_id, user_prompt: `Rate this: ${answer}` };
    };
    const record = lines(
      rated('phi-3', 1, 'Blue, as the sky on a day in June.'),
      rated('phi-3', 'two', 'Chile, which is long and thin.'),
      rated('zephyr', 1, 'Red, as tomatoes on a market stall.'),
      rated('phi-3-dpo', 1, 'Green.'),
    );
    expect(await refusal(small(record))).toContain('nothing says which is the candidate');
  });

  test('is the only one there is', async () => {
    const { suites } = await recordedFrom(small(lines(single)));
    expect(suites[0]!.scores).toMatchObject([{ model: 'candidate' }]);
  });

  test('else is not guessed', async () => {
    expect(await refusal(small(lines(pair)))).toBe(
      'judgments.jsonl: recorded judgments are of "phi-3", "phi-3-dpo", and nothing says which is the candidate; set candidate-label and base-label to these names',
    );
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((model) => ({ ...single, model }));
    expect(await refusal(small(lines(...many)))).toContain('are of "a", "b", "c", "d", "e", 2 more, and nothing says');
  });

  test('and of several opponents the base’s label says which counts', async () => {
    const record = lines(pair, { ...pair, model_1: 'gpt-3.5-turbo' }, { ...pair, model_2: 'gpt-3.5-turbo' });
    expect(await refusal(small(record, { labels: { candidate: 'phi-3-dpo' } }))).toBe(
      'judgments.jsonl: recorded judgments compare "phi-3-dpo" with "phi-3", "gpt-3.5-turbo"; set base-label to the one that counts',
    );
    const recorded = await recordedFrom(small(record, { labels }));
    expect(recorded).toMatchObject({ otherModels: 2, opponents: ['phi-3'] });
  });
});

test.each<[object, string]>([
  [
    { ...pair, g1_winner: 'A' },
    'g1_winner: "A" is none of FastChat\'s results, which are "model_1", "model_2", "tie", "error"',
  ],
  [
    { ...pair, g2_winner: undefined },
    'g2_winner: null is none of FastChat\'s results, which are "model_1", "model_2", "tie", "error"',
  ],
  [{ ...pair, model_2: 'phi-3' }, 'compares a model with itself'],
  [{ ...pair, judge: [1, 2] }, "judge: must be the judge's name, or a list of that and its prompt's"],
  [{ ...single, question_id: null }, 'question_id: must not be empty'],
  [{ ...single, turn: -1 }, 'turn: must be a whole number from 0'],
])('%j is refused', async (row, message) => {
  expect(await refusal(small(lines(row), { labels }))).toBe(`judgments.jsonl:1: ${message}`);
});
