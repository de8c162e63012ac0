import { createHash } from 'node:crypto';
import { judgmentKey, type AskedJudgment } from '../../../src/judge/cache/index.js';

const asked: AskedJudgment = {
  model: 'gpt-4o',
  params: { temperature: 0, seed: 7 },
  question: {
    messages: [
      { role: 'system', content: 'You judge.' },
      { role: 'user', content: 'Which is better? “A” or "B"' },
    ],
    schema: { name: 'verdict', json: { type: 'object', required: ['winner'] } },
  },
  kind: 'compare',
  order: 'base_first',
  repeat: 0,
};

test('is the sha256 of canonical JSON, written out by hand', () => {
  const text =
    '{"format":1,"kind":"compare","messages":[{"content":"You judge.","role":"system"},' +
    '{"content":"Which is better? “A” or \\"B\\"","role":"user"}],"model":"gpt-4o","order":"base_first",' +
    '"params":{"seed":7,"temperature":0},"repeat":0,' +
    '"schema":{"json":{"required":["winner"],"type":"object"},"name":"verdict"}}';
  expect(judgmentKey(asked)).toBe(createHash('sha256').update(text).digest('hex'));
});

test('the order of keys, in params or in a schema, is no difference', () => {
  const other = { ...asked, params: { seed: 7, temperature: 0 } };
  expect(judgmentKey(other)).toBe(judgmentKey(asked));
});

const [system, user] = asked.question.messages;
test.each<[string, Partial<AskedJudgment>]>([
  ['model', { model: 'gpt-4o-mini' }],
  ['params', { params: { temperature: 0 } }],
  ['a param as text', { params: { temperature: '0', seed: 7 } }],
  ['order', { order: 'candidate_first' }],
  ['no order', { order: null }],
  ['kind', { kind: 'score' }],
  ['repeat', { repeat: 1 }],
  ['schema', { question: { ...asked.question, schema: { name: 'verdict', json: { type: 'object' } } } }],
  ['a message', { question: { ...asked.question, messages: [system!, { ...user!, content: 'x' }] } }],
  ['the order of messages', { question: { ...asked.question, messages: [user!, system!] } }],
])('another %s is another key', (_, change) => {
  expect(judgmentKey({ ...asked, ...change })).not.toBe(judgmentKey(asked));
});

test('what JSON can only escape stays apart: half a surrogate pair and the character that replaces one', () => {
  const keys = ['\ud800', '�', '\udc00'].map((model) => judgmentKey({ ...asked, model }));
  expect(new Set(keys).size).toBe(3);
});

test('a key named __proto__ counts', () => {
  const params = JSON.parse('{"__proto__": {"x": 1}}') as Record<string, unknown>;
  expect(judgmentKey({ ...asked, params })).not.toBe(judgmentKey({ ...asked, params: {} }));
});
