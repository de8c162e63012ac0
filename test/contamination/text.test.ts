import { evalText, trainingText } from '../../src/contamination/text.js';
import type { JsonObject } from '../../src/data/index.js';
import { example } from './scanning.js';

const system = { role: 'system', content: 'Be brief.' };
const user = { role: 'user', content: 'Who?' };
const assistant = { role: 'assistant', content: 'Me.' };

describe('trainingText', () => {
  it.each<[JsonObject, string | null]>([
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
    [{ id: 7, body: 'unknown' }, null],
    [{ instruction: '', output: '' }, null],
    [{ messages: 'none', text: 'here' }, 'none'],
    [{ text: { nested: 'object' } }, null],
    [{ messages: [[user]] }, null],
    [JSON.parse('{"__proto__": {"text": "inherited"}}') as JsonObject, null],
    [{}, null],
  ])('%j', (row, expected) => expect(trainingText(row)).toBe(expected));
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
