import type { Example, FieldNames } from '../../src/data/types.js';
import { loadSuite } from '../../src/data/index.js';
import { load } from './suite-helpers.js';
import { failure, TempFolder } from './temp.js';

const temp = new TempFolder();
afterAll(() => temp.remove());

const user = (content: unknown) => ({ role: 'user', content });
const assistant = (content: unknown) => ({ role: 'assistant', content });

/** One eval row, and what it means. */
const shapes: [string, object, Partial<Example>, FieldNames?][] = [
  [
    'the contract',
    { id: 7, prompt: 'p', reference: 'r' },
    { id: '7', prompt: 'p', references: ['r'], messages: null, tags: [] },
  ],
  ['several references', { id: 'a', prompt: 'p', references: ['r', 's'] }, { references: ['r', 's'] }],
  [
    'a list as reference',
    { prompt: 'p', reference: ['r', 2, true, null, { a: [1] }] },
    { references: ['r', '2', 'true', '{"a":[1]}'] },
  ],
  ['a number', { prompt: 'p', reference: 18.0 }, { references: ['18'] }],
  ['a boolean', { prompt: 'p', reference: false }, { references: ['false'] }],
  ['an object', { prompt: 'p', reference: { text: 'x', n: 1.5 } }, { references: ['{"text":"x","n":1.5}'] }],
  ['no reference', { prompt: 'p', reference: null }, { references: [] }],
  ['an empty reference', { prompt: 'p', reference: '' }, { references: [''] }],
  ['alpaca', { instruction: 'Add.', input: '1 2', output: '3' }, { id: '#1', prompt: 'Add.\n1 2', references: ['3'] }],
  ['alpaca without input', { instruction: 'Add.', input: '', output: '3' }, { prompt: 'Add.', references: ['3'] }],
  ['prompt and completion', { prompt: 'p', completion: 'c' }, { prompt: 'p', references: ['c'] }],
  [
    'a conversation as prompt and completion',
    { prompt: [user('p')], completion: [assistant('c')] },
    { prompt: 'p', messages: [user('p')] as Example['messages'], references: ['c'] },
  ],
  ['question and answer', { question: 'q', answer: 'a' }, { prompt: 'q', references: ['a'] }],
  ['answers', { question: 'q', answers: ['a', 'b'] }, { references: ['a', 'b'] }],
  [
    'SQuAD',
    { question: 'q', context: 'c', answers: { text: ['a', 'b'], answer_start: [1, 2] } },
    { references: ['a', 'b'] },
  ],
  ['SQuAD without an answer', { question: 'q', answers: { text: [], answer_start: [] } }, { references: [] }],
  ["SQuAD's source form", { question: 'q', answers: [{ text: 'a', answer_start: 1 }] }, { references: ['a'] }],
  ...['target', 'label', 'expected', 'ideal', 'gold', 'solution'].map((key): [string, object, Partial<Example>] => [
    key,
    { input: 'i', [key]: 'r' },
    { prompt: 'i', references: ['r'] },
  ]),
  [
    'a chat',
    { messages: [{ role: 'system', content: 's' }, user('u'), assistant('a')] },
    { prompt: 'u', messages: [{ role: 'system', content: 's' }, user('u')] as Example['messages'], references: ['a'] },
  ],
  [
    'a chat of several turns in parts',
    {
      messages: [
        user([
          { type: 'text', text: 'u' },
          { type: 'image_url', image_url: {} },
          { type: 'text', text: '1' },
        ]),
        assistant('a'),
        user('v'),
        assistant([{ type: 'text', text: 'b' }]),
      ],
    },
    { prompt: 'u1\nv', messages: [user('u1'), assistant('a'), user('v')] as Example['messages'], references: ['b'] },
  ],
  [
    'a chat that ends with the user',
    { messages: [user('u'), assistant('a'), user('v')] },
    { prompt: 'u\nv', references: [] },
  ],
  ['a chat with a reference beside it', { messages: [user('u')], reference: 'r' }, { prompt: 'u', references: ['r'] }],
  ['a chat with an answer and a label', { messages: [user('u'), assistant('a')], label: true }, { references: ['a'] }],
  [
    'ShareGPT',
    {
      conversations: [
        { from: 'system', value: 's' },
        { from: 'human', value: 'h' },
        { from: 'gpt', value: 'g' },
      ],
    },
    {
      prompt: 'h',
      messages: [
        { role: 'system', content: 's' },
        { role: 'user', content: 'h' },
      ],
      references: ['g'],
    },
  ],
  ['tags', { prompt: 'p', tags: ['critical', 2] }, { tags: ['critical', '2'] }],
  ['tags in one text', { prompt: 'p', tags: 'critical; long ,' }, { tags: ['critical', 'long'] }],
  [
    'names of its own',
    { n: 1, q: 'Q', gt: ['x'], topic: 't', level: 'hard', labels: ['l'], reference: 'no' },
    { id: '1', prompt: 'Q', references: ['x'], tags: ['l'] },
    { id: 'n', prompt: 'q', reference: 'gt', category: 'topic', difficulty: 'level', tags: 'labels' },
  ],
];

describe('eval rows', () => {
  // Not by name: jest would pass its callback for a parameter that a row of the table leaves out.
  test.each(shapes)('%s', async (...[, row, expected, fields]) => {
    const { examples } = await load(temp, { examples: [row], fields: fields ?? {} });
    expect(examples).toHaveLength(1);
    expect(examples[0]).toMatchObject(expected);
  });

  test('slices see the names of the contract and all other fields', async () => {
    const { examples } = await load(temp, {
      examples: [{ id: 1, prompt: 'p', topic: 't', region: 'EU' }],
      fields: { category: 'topic' },
    });
    expect(examples[0]!.fields).toMatchObject({ category: 't', region: 'EU' });
  });

  test('a row without an id is called by its position', async () => {
    const { examples } = await load(temp, { examples: [{ prompt: 'a' }, { prompt: 'b' }] });
    expect(examples.map((example) => [example.id, example.source])).toEqual([
      ['#1', { file: 'eval.jsonl', line: 1 }],
      ['#2', { file: 'eval.jsonl', line: 2 }],
    ]);
  });

  test('a key called __proto__ is data', async () => {
    const { examples } = await load(temp, { examples: [JSON.parse('{"id": "a", "__proto__": {"reference": "r"}}')] });
    expect(examples[0]!.references).toEqual([]);
  });

  test('says which of several references was taken', async () => {
    const { warnings } = await load(temp, {
      examples: [
        { question: 'q', answer: 'a', label: 1 },
        { question: 'r', answer: 'b', label: 0 },
      ],
    });
    expect(warnings).toEqual([
      expect.stringContaining('References were read from "answer"; "label" is there too and differs (eval.jsonl:1)'),
    ]);
    expect((await load(temp, { examples: [{ question: 'q', answer: 'a', reference: 'b' }] })).warnings).toEqual([]);
  });

  const refused: [string, unknown[], string, FieldNames?][] = [
    ['a repeated id', [{ id: 7 }, { id: 8 }, { id: '7' }], 'eval.jsonl:3: id "7" is already at eval.jsonl:1'],
    ['ids in some rows only', [{ id: 1 }, { prompt: 'p' }], 'eval.jsonl:2: has no id, while eval.jsonl:1 has one'],
    ['ids in later rows only', [{ prompt: 'p' }, { id: 1 }], 'eval.jsonl:2: has an id, while eval.jsonl:1 has none'],
    ['an id that is a list', [{ id: [1] }], 'eval.jsonl:1: id: an id must be a text or a number'],
    ['an id that is true', [{ id: true }], 'eval.jsonl:1: id: an id must be a text or a number'],
    [
      'a row that says nothing',
      [{ promt: 'p', refrence: 'r' }],
      'an eval row needs an id, a prompt or a reference, but this one has the keys promt, refrence; did you mean "prompt"?',
    ],
    ['an empty row', [{}], 'eval.jsonl:1: an eval row needs an id, a prompt or a reference, but this one has no keys'],
    ['a chat that is a text', [{ messages: 'hello' }], 'eval.jsonl:1: messages: must be a list of messages'],
    [
      'a turn without role',
      [{ messages: [{ content: 'x' }] }],
      'eval.jsonl:1: messages[0]: a message must have a role',
    ],
    [
      'a turn with a number',
      [{ messages: [{ role: 'user', content: 3 }] }],
      'eval.jsonl:1: messages[0].content: must be a text or a list of parts',
    ],
    ['tags that are a number', [{ id: 1, tags: 3 }], 'eval.jsonl:1: tags: tags must be a list of texts'],
    ['a tag that is an object', [{ id: 1, tags: [{}] }], 'eval.jsonl:1: tags: tags must be a list of texts'],
    [
      'a name in fields that no row has',
      [{ id: 1, answer_text: 'x' }],
      'fields.reference: no row has the key "anwser_text"; did you mean "answer_text"?',
      { reference: 'anwser_text' },
    ],
  ];
  test.each(refused)('refuses %s', async (...[, examples, message, fields]) => {
    expect(await failure(load(temp, { examples, fields: fields ?? {} }))).toContain(message);
  });

  test.each([
    ['{"id": 1e999, "prompt": "p"}', 'id: is not a finite number'],
    ['{"id": 12345678901234567890}', 'id: is a number with more digits than JSON keeps'],
    ['{"id": 1, "reference": -1e999}', 'reference: is not a finite number'],
  ])('refuses %s', async (line, message) => {
    const file = temp.write('numbers/eval.jsonl', line);
    temp.write('numbers/cand.jsonl', '');
    const source = {
      name: 'default',
      evalSet: [temp.pattern(file.path)],
      predictions: [temp.pattern('numbers/cand.jsonl')],
      basePredictions: null,
      fields: {},
      stripReasoning: true,
    };
    expect(await failure(loadSuite(source, temp.access()))).toContain(`numbers/eval.jsonl:1: ${message}`);
  });
});
