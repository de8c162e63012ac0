import type { FieldNames } from '../../src/data/types.js';
import { load, texts } from './suite-helpers.js';
import { failure, TempFolder } from './temp.js';

const temp = new TempFolder();
afterAll(() => temp.remove());

const chat = (...contents: unknown[]) => ({
  status_code: 200,
  request_id: 'r',
  body: {
    id: 'chatcmpl-1',
    choices: contents.map((content, index) => ({ index, message: { role: 'assistant', content } })),
  },
});

/** One row of predictions for the example "7", and the texts that are scored. */
const shapes: [string, object, string[], FieldNames?][] = [
  ...['output', 'prediction', 'predict', 'response', 'completion', 'generated_text'].map(
    (key): [string, object, string[]] => [key, { id: '7', [key]: 'x' }, ['x']],
  ),
  ['an id that is a number', { id: 7, output: 'x' }, ['x']],
  ['a number', { id: 7, output: 42 }, ['42']],
  ['a fraction', { id: 7, output: 0.1 }, ['0.1']],
  ['a boolean', { id: 7, output: true }, ['true']],
  ['an object', { id: 7, output: { a: [1, null] } }, ['{"a":[1,null]}']],
  ['a list', { id: 7, output: ['a'] }, ['["a"]']],
  ['an empty text', { id: 7, output: '' }, ['']],
  ['null', { id: 7, output: null }, []],
  ['samples', { id: 7, outputs: ['a', null, 2] }, ['a', '2']],
  ['samples and the first again', { id: 7, output: 'a', outputs: ['a', 'b'] }, ['a', 'b']],
  ['two names that agree', { id: 7, output: '42', response: 42 }, ['42']],
  ['one name filled', { id: 7, output: null, response: 'x' }, ['x']],
  ['a name of its own', { id: 7, answer: 'x', output: 'no' }, ['x'], { output: 'answer' }],
  ['a list under a name of its own', { id: 7, answer: ['x'] }, ['["x"]'], { output: 'answer' }],
  ['the recognised name where a row lacks its own', { id: 7, output: 'x' }, ['x'], { id: 'key' }],
  ['reasoning', { id: 7, output: '<think>a</think>\n\nx' }, ['x']],
  ['OpenAI batch', { id: 'batch_req_1', custom_id: '7', response: chat('x'), error: null }, ['x']],
  [
    'vLLM batch of several choices',
    { id: 'vllm-1', custom_id: '7', response: chat('x', 'y'), error: null },
    ['x', 'y'],
  ],
  ['batch of parts', { id: 'b', custom_id: '7', response: chat([{ type: 'text', text: 'x' }]), error: null }, ['x']],
  [
    'batch of completions',
    { id: 'b', custom_id: '7', response: { status_code: 200, body: { choices: [{ text: 'x' }] } }, error: null },
    ['x'],
  ],
  ['batch without body', { custom_id: '7', response: { choices: [{ message: { content: 'x' } }] } }, ['x']],
  ['batch that failed', { id: 'b', custom_id: '7', response: null, error: { code: 'batch_expired' } }, []],
  [
    'batch that was refused',
    { id: 'b', custom_id: '7', response: { status_code: 400, body: { error: {} } }, error: null },
    [],
  ],
  [
    'batch with a refusal of the model',
    {
      id: 'b',
      custom_id: '7',
      response: { status_code: 200, body: { choices: [{ message: { content: null, refusal: 'No.' } }] } },
      error: null,
    },
    ['No.'],
  ],
  [
    'batch of the Responses API',
    {
      id: 'b',
      custom_id: '7',
      response: {
        status_code: 200,
        body: {
          output: [
            { type: 'reasoning', summary: [] },
            {
              type: 'message',
              content: [
                { type: 'output_text', text: 'x' },
                { type: 'output_text', text: 'y' },
              ],
            },
          ],
        },
      },
      error: null,
    },
    ['xy'],
  ],
  [
    "a chat, as Hugging Face's pipelines write it",
    {
      id: 7,
      generated_text: [
        { role: 'user', content: 'p' },
        { role: 'assistant', content: 'x' },
      ],
    },
    ['x'],
  ],
  ['a chat of one turn, as TRL writes it', { id: 7, completion: [{ role: 'assistant', content: 'x' }] }, ['x']],
  ['a chat without an answer', { id: 7, generated_text: [{ role: 'user', content: 'p' }] }, []],
  [
    'a chat under a name of its own',
    {
      id: 7,
      messages: [
        { role: 'user', content: 'p' },
        { role: 'assistant', content: [{ type: 'text', text: 'x' }] },
      ],
    },
    ['x'],
    { output: 'messages' },
  ],
  ['rows that kept only custom_id', { id: 'b', custom_id: '7', output: 'x' }, ['x']],
];

describe('prediction rows', () => {
  test.each(shapes)('%s', async (...[, row, expected, fields]) => {
    const examples = [
      { id: '7', key: '7', prompt: 'p' },
      { id: '8', key: '8', prompt: 'q' },
    ];
    const suite = await load(temp, { examples, predictions: [row], fields: fields ?? {} });
    expect(texts(suite)).toEqual([expected, null]);
    expect(suite.candidate).toMatchObject({
      rows: 1,
      missing: expected.length === 0 ? 2 : 1,
      extra: 0,
      pairedBy: 'id',
    });
  });

  test('keeps reasoning where it is not to be stripped, and knows where it never ended', async () => {
    const given = {
      examples: [{ id: 1 }, { id: 2 }],
      predictions: [
        { id: 1, output: '<think>a</think>b' },
        { id: 2, output: '<think>a' },
      ],
    };
    const outputs = async (strip: boolean) =>
      (await load(temp, { ...given, strip })).candidate.predictions.map((prediction) => prediction!.outputs[0]);
    expect(await outputs(false)).toEqual([
      { text: '<think>a</think>b', unclosedReasoning: false },
      { text: '<think>a', unclosedReasoning: false },
    ]);
    expect(await outputs(true)).toEqual([
      { text: 'b', unclosedReasoning: false },
      { text: '', unclosedReasoning: true },
    ]);
  });

  test('a server that splits off reasoning and was cut off gave an answer that is wrong, not none', async () => {
    const message = { content: null, reasoning_content: 'let me see' };
    const row = { custom_id: '1', response: { status_code: 200, body: { choices: [{ message }] } }, error: null };
    const { candidate } = await load(temp, { examples: [{ id: 1 }], predictions: [row] });
    expect(candidate.predictions[0]!.outputs).toEqual([{ text: '', unclosedReasoning: true }]);
    expect(candidate.missing).toBe(0);
  });

  const refused: [string, object[], string, FieldNames?][] = [
    [
      'outputs that differ',
      [{ id: 1, output: 'a', response: 'b' }],
      'cand.jsonl:1: has several outputs that differ (output, response); say which one counts with fields.output',
    ],
    [
      'an output that is no sample',
      [{ id: 1, output: 'a', outputs: ['b'] }],
      'several outputs that differ (output, outputs)',
    ],
    ['outputs that are a text', [{ id: 1, outputs: 'a' }], 'cand.jsonl:1: outputs: must be a list of samples'],
    [
      'a sample that is a word',
      [{ id: 1, sample: 'first', output: 'a' }],
      'cand.jsonl:1: sample: must be a whole number',
    ],
    [
      'a repeated id',
      [
        { id: 1, output: 'a' },
        { id: 2, output: 'b' },
        { id: '1', output: 'c' },
      ],
      'cand.jsonl:3: id "1" is already at cand.jsonl:1; several samples of one prompt need "sample" numbers that differ',
    ],
    [
      'a repeated sample',
      [
        { id: 1, sample: 0, output: 'a' },
        { id: 1, sample: 0, output: 'c' },
      ],
      'cand.jsonl:2: id "1" with sample 0 is already at cand.jsonl:1',
    ],
    [
      'a sample beside a row without number',
      [
        { id: 1, sample: 0, output: 'a' },
        { id: 1, output: 'c' },
      ],
      'cand.jsonl:2: id "1" is already at cand.jsonl:1',
    ],
    [
      'ids in some rows only',
      [{ id: 1, output: 'a' }, { output: 'b' }],
      'cand.jsonl:2: has no id, while other rows have one (cand.jsonl:1)',
    ],
    [
      'rows without any output',
      [
        { id: 1, text: 'a' },
        { id: 2, text: 'b' },
      ],
      'cand.jsonl: no row has an output under a known name (its keys are id, text); name it with fields.output',
    ],
    [
      'a misspelt name in fields',
      [{ id: 1, reply: 'a', output: 'b' }],
      'fields.output: no row has the key "replay"; did you mean "reply"?',
      { output: 'replay' },
    ],
  ];
  test.each(refused)('refuses %s', async (...[, predictions, message, fields]) => {
    const given = { examples: [{ id: 1 }, { id: 2 }], predictions, fields: fields ?? {} };
    expect(await failure(load(temp, given))).toContain(message);
  });

  test('names the base where the base is wrong', async () => {
    const given = { examples: [{ id: 1 }], predictions: [{ id: 1, output: 'a' }], base: [{ id: 1, scores: 1 }] };
    expect(await failure(load(temp, given))).toBe('base.jsonl:1: scores: must be an object of numbers');
  });
});
