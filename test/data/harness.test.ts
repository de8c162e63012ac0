import { load, texts } from './suite-helpers.js';
import { failure, TempFolder } from './temp.js';

const temp = new TempFolder();
afterAll(() => temp.remove());

const questions = ['Two and two?', 'Three and three?', 'Four and four?'];
const examples = questions.map((prompt, i) => ({ id: `gsm8k-${i}`, prompt, reference: `#### ${i}` }));

/** A row as lm-evaluation-harness writes it for a generation task such as its gsm8k. */
const row = (
  doc_id: number,
  filter: string | undefined,
  filtered: string,
  resps: string[][] = [[`It is ${doc_id}.`]],
) => ({
  doc_id,
  doc: { question: questions[doc_id], answer: `#### ${doc_id}` },
  target: `#### ${doc_id}`,
  arguments: { gen_args_0: { arg_0: `Question: ${questions[doc_id]!}\nAnswer:`, arg_1: { until: ['Question:'] } } },
  resps,
  filtered_resps: [filtered],
  ...(filter === undefined ? {} : { filter }),
  metrics: ['exact_match'],
  doc_hash: 'd',
  prompt_hash: 'p',
  target_hash: 't',
  exact_match: filter === 'strict-match' ? 0.0 : 1.0,
});

const perFilter = (filters: (string | undefined)[]) =>
  filters.flatMap((filter) =>
    [2, 0, 1].map((id) => row(id, filter, filter === 'strict-match' ? '[invalid]' : String(id))),
  );

describe("lm-evaluation-harness' samples", () => {
  test('count once per document, by the first filter, and what the model said is scored', async () => {
    const suite = await load(temp, { examples, predictions: perFilter(['strict-match', 'flexible-extract']) });
    expect(texts(suite)).toEqual([['It is 0.'], ['It is 1.'], ['It is 2.']]);
    expect(suite.candidate).toMatchObject({ rows: 3, missing: 0, extra: 0, pairedBy: 'prompt' });
    expect([...suite.candidate.predictions[0]!.scores]).toEqual([['exact_match', 0]]);
    expect(suite.warnings).toEqual([
      'cand.jsonl has a row per filter: those of strict-match count, not those of flexible-extract.',
    ]);
  });

  test('prefer the filter none', async () => {
    const suite = await load(temp, { examples, predictions: perFilter(['strict-match', 'none']) });
    expect([...suite.candidate.predictions[0]!.scores]).toEqual([['exact_match', 1]]);
    expect(suite.candidate.rows).toBe(3);
  });

  test('of versions that did not name the filter count once too', async () => {
    const suite = await load(temp, { examples, predictions: perFilter([undefined, undefined]) });
    expect(suite.candidate).toMatchObject({ rows: 3, missing: 0 });
    expect(suite.warnings).toEqual([expect.stringContaining('cand.jsonl has 3 rows whose doc_id came before')]);
  });

  test('of two tasks in one suite are refused', async () => {
    const rows = [row(0, 'none', '0'), { ...row(0, 'none', '0'), doc: { question: 'Another?' } }];
    expect(await failure(load(temp, { examples, predictions: rows }))).toContain(
      'cand.jsonl:2: doc_id: doc_id 0 is already at cand.jsonl:1; give each task a suite of its own',
    );
  });

  test('of several repeats are several samples; without resps the filtered ones count', async () => {
    const filteredOnly = { ...row(1, 'none', 'six'), resps: null };
    const rows = [row(0, 'none', 'a', [['a', 'b']]), filteredOnly];
    expect(texts(await load(temp, { examples, predictions: rows }))).toEqual([['a', 'b'], ['six'], null]);
  });

  test('pair through the full prompt where the document is of an unknown shape', async () => {
    const rows = [1, 0, 2].map((id) => ({ ...row(id, 'none', ''), doc: { frage: questions[id] } }));
    const suite = await load(temp, { examples, predictions: rows });
    expect(texts(suite)).toEqual([['It is 0.'], ['It is 1.'], ['It is 2.']]);
    const listed = rows.map((item) => ({ ...item, arguments: [[item.arguments.gen_args_0.arg_0, {}]] }));
    expect(texts(await load(temp, { examples, predictions: listed }))).toEqual(texts(suite));
  });

  test('pair by doc_id where the eval set has the same numbers, by order where it has none', async () => {
    const bare = (id: number) => ({
      doc_id: id,
      doc: {},
      resps: [[`It is ${id}.`]],
      filtered_resps: [''],
      filter: 'none',
    });
    const byId = await load(temp, { examples: [2, 0, 1].map((id) => ({ id })), predictions: [0, 2].map(bare) });
    expect(texts(byId)).toEqual([['It is 2.'], ['It is 0.'], null]);
    expect(byId.candidate.pairedBy).toBe('id');
    const byOrder = await load(temp, {
      examples: questions.map((prompt) => ({ prompt })),
      predictions: [2, 0, 1].map(bare),
    });
    expect(texts(byOrder)).toEqual([['It is 0.'], ['It is 1.'], ['It is 2.']]);
    expect(byOrder.candidate.pairedBy).toBe('order');
  });

  test('never pair an eval set that counts from 1 with its neighbours', async () => {
    const fromOne = questions.map((prompt, i) => ({ id: i + 1, prompt }));
    const suite = await load(temp, { examples: fromOne, predictions: [1, 2].map((id) => row(id, 'none', '')) });
    expect(suite.candidate.pairedBy).toBe('prompt');
    expect(texts(suite)).toEqual([null, ['It is 1.'], ['It is 2.']]);
  });

  test('of multiple choice have scores and no output', async () => {
    const choice = {
      doc_id: 0,
      doc: { question: questions[0], choices: ['3', '4'], answer: 1 },
      target: '1',
      arguments: { gen_args_0: { arg_0: 'Q', arg_1: ' 3' }, gen_args_1: { arg_0: 'Q', arg_1: ' 4' } },
      resps: [[['-7.25', 'False']], [['-0.5', 'True']]],
      filtered_resps: [
        ['-7.25', 'False'],
        ['-0.5', 'True'],
      ],
      filter: 'none',
      metrics: ['acc', 'acc_norm'],
      acc: 1.0,
      acc_norm: 0.0,
    };
    for (const item of [choice, { ...choice, resps: null }]) {
      const { candidate } = await load(temp, { examples, predictions: [item] });
      expect(candidate.predictions[0]!.outputs).toEqual([]);
      expect([...candidate.predictions[0]!.scores]).toEqual([
        ['acc', 1],
        ['acc_norm', 0],
      ]);
      expect(candidate.missing).toBe(2);
    }
  });
});
