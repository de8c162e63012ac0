import { evalText } from '../../src/contamination/text.js';
import { placeAt, trainingRow, type FieldText } from '../../src/contamination/training-row.js';
import { trainingTexts, type FieldChoice } from '../../src/contamination/training-text.js';
import type { JsonObject } from '../../src/data/index.js';
import { example } from './scanning.js';

const system = { role: 'system', content: 'Be brief.' };
const user = { role: 'user', content: 'Who?' };
const assistant = { role: 'assistant', content: 'Me.' };

const textsOf = (row: JsonObject, choice: FieldChoice): FieldText[] =>
  trainingTexts(row, choice).map(({ field, text }) => ({ field, text: text as string }));

const joined = (row: JsonObject, choice: FieldChoice): string =>
  textsOf(row, choice)
    .map(({ text }) => text)
    .join(' ');

describe('trainingTexts', () => {
  it.each<[JsonObject, string]>([
    [{ instruction: 'Add.', input: '1 and 2', output: '3' }, 'Add. 1 and 2 3'],
    [{ instruction: 'Add.', input: '', output: '3', text: 'dressed' }, 'Add. 3'],
    [{ prompt: 'p', completion: 'c' }, 'p c'],
    [{ question: 'q', answer: 18 }, 'q 18'],
    [{ instruction: '', question: 'q', answer: null }, 'q'],
    [{ messages: [system, user, assistant] }, 'Be brief. Who? Me.'],
    [{ messages: [user, { role: 'assistant', content: null, tool_calls: [] }, assistant] }, 'Who? Me.'],
    [
      { messages: [{ role: 'user', content: [{ type: 'text', text: 'a ' }, { type: 'image_url' }, { text: 'b' }] }] },
      'a b',
    ],
    [
      {
        conversations: [
          { from: 'human', value: 'h' },
          { from: 'gpt', value: 'g' },
        ],
      },
      'h g',
    ],
    [{ prompt: [user], completion: [assistant] }, 'Who? Me.'],
    [{ text: 'a document' }, 'a document'],
    [{ id: 7, body: 'unknown' }, 'unknown'],
    [{ instruction: '', output: '' }, ''],
    [{ messages: 'none', text: 'here' }, 'none'],
    [{ text: { nested: 'object' } }, 'object'],
    [{ messages: [[user], [user, assistant]] }, 'Who? Who? Me.'],
    [{ conversation: [{ human: 'h', assistant: 'a' }, ['b', 3]] }, 'h a b 3'],
    [{ conversation: { id: 'c', turns: [user] } }, 'c Who?'],
    [{ messages: JSON.stringify([user, assistant]) }, 'Who? Me.'],
    [{ messages: '[{"role": "user"' }, '[{"role": "user"'],
    [JSON.parse('{"__proto__": {"text": "its own"}}') as JsonObject, 'its own'],
    [Object.create({ text: 'inherited' }) as JsonObject, ''],
    [{}, ''],
  ])('known: %j', (row, expected) => expect(joined(row, 'known')).toBe(expected));

  it.each<[JsonObject, FieldChoice, [string, string][]]>([
    [
      { id: 'a', score: 3, text: 't', meta: { url: 'u', deep: [{ role: 'user', content: 'c' }] }, output: 'o' },
      'every',
      [
        ['output', 'o'],
        ['text', 't'],
        ['id', 'a'],
        ['meta.url', 'u'],
        ['meta.deep[0].content', 'c'],
      ],
    ],
    [
      { chosen: [user, assistant], rejected: [user] },
      'known',
      [
        ['chosen[0].content', 'Who?'],
        ['chosen[1].content', 'Me.'],
        ['rejected[0].content', 'Who?'],
      ],
    ],
    [
      { text: 'no', b: 2, a: { b: 'x', 'c.d': 'y' }, 'a.b': 'z', list: [{ q: 'one' }, { q: 'two' }] },
      ['b', 'a.b', 'a', 'list.q', 'absent', 'absent.too'],
      [
        ['b', '2'],
        ['a.b', 'z'],
        ['a.b', 'x'],
        ['a.c.d', 'y'],
        ['list.q', 'one'],
        ['list.q', 'two'],
      ],
    ],
  ])('%j, %j', (row, choice, expected) => {
    expect(textsOf(row, choice).map(({ field, text }) => [field, text])).toEqual(expected);
  });

  it('does not follow what is nested deeper than any text', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}"x"${']'.repeat(100_000)}`) as JsonObject[string];
    expect(trainingTexts({ text: deep, messages: [user] }, 'every').map(({ text }) => text)).toEqual(['Who?']);
  });
});

describe('placeAt', () => {
  const source = { file: 'a.jsonl', line: 4 };
  const row = trainingRow(textsOf({ instruction: 'ab', output: 'cd' }, 'known'), source);
  it.each([
    [0, 'instruction'],
    [1, 'instruction'],
    [3, 'output'],
    [4, 'output'],
  ])('character %d of "ab cd"', (offset, field) => {
    // printf 'ab cd' | iconv -t utf-16le | sha256sum
    expect(placeAt(row, offset)).toEqual({ ...source, field, row: 'eab372f18b60d74d' });
  });
});

describe('evalText', () => {
  it.each([
    ['prompt and first reference', example('', { prompt: 'p', references: ['a', 'b'] }), 'p a'],
    ['no reference', example('', { prompt: 'p' }), 'p'],
    ['no prompt', example('', { references: ['a'] }), 'a'],
    ['an empty reference', example('', { prompt: 'p', references: ['', 'b'] }), 'p'],
    [
      'all messages before the reference',
      example('', { prompt: 'Who?', messages: [system, user], references: ['Me.'] }),
      'Be brief. Who? Me.',
    ],
    [
      'an instruction that also stands in a dressed prompt',
      example('', {
        prompt: '### Instruction: Add. 1 and 2 ### Response:',
        references: ['3'],
        fields: {
          prompt: '### Instruction: Add. 1 and 2 ### Response:',
          instruction: 'Add.',
          input: '1 and 2',
          output: '3',
        },
      }),
      'Add. 1 and 2 3',
    ],
    [
      'a prompt of another name beside an instruction',
      example('', {
        prompt: 'What is 1 and 2?',
        references: ['3'],
        fields: { task: 'What is 1 and 2?', instruction: 'Solve.' },
      }),
      'What is 1 and 2? 3',
    ],
    ['nothing at all', example('', {}), ''],
  ])('%s', (_name, given, expected) => expect(evalText(given)).toBe(expected));
});
