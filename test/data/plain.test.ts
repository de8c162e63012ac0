import { load, texts } from './suite-helpers.js';
import { failure, TempFolder } from './temp.js';

// Rows of an id, a prompt and a text are read in a shorter way than others: what else a row holds must still count.
const temp = new TempFolder();
afterAll(() => temp.remove());

test('rows of one file may have other keys than the last one, and mean what they say', async () => {
  const suite = await load(temp, {
    examples: [
      { id: 1, reference: 'a' },
      { id: 2, reference: 'a', references: ['b', 'c'] },
      { reference: 'a', id: 3, prompt: 'p' },
      { id: '4', question: 'q', answer: 'd' },
      { id: 5, reference: 7 },
      { id: 6, reference: 'a', tags: 'x,y' },
      { id: 7, reference: null, answer: 'e' },
      { id: 8, reference: 'a', category: 'k' },
    ],
    predictions: [
      { id: 1, output: 'a' },
      { id: 2, output: 'a', finish_reason: 'length' },
      { id: 3, output: 5 },
      { id: 4, outputs: ['a', 'b'] },
      { output: 'a', id: 5 },
      { id: 6, output: 'a', 'scores.own': 0.5 },
      { id: 7, output: '<think>no</think>a' },
      { id: 8, output: 'a', latency: 3 },
    ],
  });
  expect(suite.examples.map(({ references }) => references)).toEqual([
    ...[['a'], ['b', 'c'], ['a'], ['d'], ['7'], ['a'], ['e'], ['a']],
  ]);
  expect(suite.examples.map(({ prompt }) => prompt)).toEqual([null, null, 'p', 'q', null, null, null, null]);
  expect(suite.examples[5]!.tags).toEqual(['x', 'y']);
  expect(suite.examples[7]!.fields).toEqual({ id: 8, reference: 'a', category: 'k' });
  expect(texts(suite)).toEqual([['a'], ['a'], ['5'], ['a', 'b'], ['a'], ['a'], ['a'], ['a']]);
  expect(suite.candidate.predictions[1]!.outputs[0]!.finishReason).toBe('length');
  expect(suite.candidate.predictions[5]!.scores).toEqual(new Map([['own', 0.5]]));
});

test('an id that is no whole number is one all the same', async () => {
  const { examples } = await load(temp, {
    examples: [{ id: '1.5', reference: 'a' }],
    predictions: [{ id: 1.5, output: 'a' }],
  });
  expect(examples[0]!.id).toBe('1.5');
});

test.each([
  ['a number beyond 2^53', 2 ** 60, 'eval.jsonl:1: id: is a number with more digits than JSON keeps'],
  ['a list', [1], 'eval.jsonl:1: id: an id must be a text or a number'],
])('%s is no id', async (_, id, message) => {
  expect(await failure(load(temp, { examples: [{ id, reference: 'a' }] }))).toContain(message);
});

test('of ids that count up but for one the second of two that are equal is named', async () => {
  const examples = Array.from({ length: 40 }, (_, id) => ({ id, reference: 'a' }));
  expect(await failure(load(temp, { examples: [...examples, { id: '7', reference: 'b' }] }))).toContain(
    'eval.jsonl:41: id "7" is already at eval.jsonl:8',
  );
  const { candidate } = await load(temp, {
    examples,
    predictions: [...examples.map(({ id }) => ({ id: 39 - id, output: `${39 - id}` })), { id: 40, output: '40' }],
  });
  expect(candidate.predictions.map((prediction) => prediction!.outputs[0]!.text)).toEqual(
    examples.map(({ id }) => `${id}`),
  );
  expect(candidate).toMatchObject({ rows: 41, missing: 0, extra: 1, extraIds: ['40'] });
});

test('thousands of lines are numbered through', async () => {
  const examples = Array.from({ length: 3000 }, (_, id) => ({ id, reference: 'é'.repeat(id % 50) }));
  const { examples: read } = await load(temp, { examples });
  expect(read.map(({ source }) => source.line)).toEqual(examples.map((_, i) => i + 1));
  expect(read.map(({ references }) => references[0])).toEqual(examples.map(({ reference }) => reference));
});
