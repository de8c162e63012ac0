import { readCompletion, withoutReasoning } from '../../../src/judge/client/completion.js';

test.each([
  ['<think>A 3? No, 8.</think>\n{"score": 8}', '\n{"score": 8}'],
  ['A 3? No, 8.</think>{"score": 8}', '{"score": 8}'],
  ['<think>it says </think> somewhere</think>{"score": 8}', '{"score": 8}'],
  ['<THINKING>hm</THINKING> {"score": 8}', ' {"score": 8}'],
  ['<think>I have not come to an end, {"score": 1}', ''],
  ['Fine. {"score": 8}', 'Fine. {"score": 8}'],
  // A whole object stays as it is: the answers that it quotes may hold such tags.
  ['{"reasoning": "it writes </think>", "score": 2}', '{"reasoning": "it writes </think>", "score": 2}'],
  ['{"score": 1</think>{"score": 8}', '{"score": 8}'],
])('reasoning is dropped: %s', (text, expected) => {
  expect(withoutReasoning(text)).toBe(expected);
});

function reply(message: unknown, rest: Record<string, unknown> = {}): unknown {
  return { choices: [{ message, finish_reason: 'stop' }], ...rest };
}

test('content in parts, of which reasoning is none (Mistral)', () => {
  const content = [
    { type: 'thinking', thinking: [{ type: 'text', text: 'a 1?' }] },
    { type: 'text', text: '{"score"' },
    { type: 'text', text: ': 8}' },
  ];
  expect(readCompletion(reply({ content }))?.text).toBe('{"score": 8}');
});

test.each([
  [
    { prompt_tokens: 12, completion_tokens: 3 },
    { input: 12, output: 3 },
  ],
  [
    { prompt_tokens: 0, completion_tokens: 0 },
    { input: 0, output: 0 },
  ],
  [{ prompt_tokens: -1, completion_tokens: 3 }, null],
  [{ prompt_tokens: '12', completion_tokens: 3 }, null],
  [{ prompt_tokens: 12 }, null],
  [{ prompt_tokens: 1e300, completion_tokens: 3 }, null],
  [{ prompt_tokens: null, completion_tokens: null, total_tokens: 0 }, null],
  [null, null],
  [[], null],
])('usage %j', (usage, expected) => {
  expect(readCompletion(reply({ content: 'x' }, { usage }))?.usage).toEqual(expected);
});

test.each([[null], ['text'], [[]], [{}], [{ choices: null }], [{ error: { message: 'no' } }]])(
  '%j is no completion',
  (value) => {
    expect(readCompletion(value)).toBeNull();
  },
);

test.each([
  [reply(null)],
  [reply({ content: null })],
  [reply({ content: 5 })],
  [{ choices: [] }],
  [{ choices: ['x'] }],
  [{ choices: [{ message: [] }] }],
])('%j has no text', (value) => {
  expect(readCompletion(value)).toMatchObject({ text: '', refusal: null, model: null, usage: null });
});
