import { stripReasoning } from '../../src/data/index.js';

const cases: [string, string, string, boolean][] = [
  ['no reasoning', ' 42 \n', ' 42 \n', false],
  ['one block', '<think>2 + 2</think>\n\n4\n', '4\n', false],
  ['text around it', 'Well. <think>2 + 2</think> 4', 'Well. 4', false],
  ['another name and case', '<Thinking>a</THINKING>b', 'b', false],
  ['several blocks', '<think>a</think>x<think>b</think> y', 'xy', false],
  ['lines within', '<think>\na\n\nb\n</think>c', 'c', false],
  ['nothing within', '<think></think>c', 'c', false],
  ['no opening tag', 'so it is 4.\n</think>\n\n4', '4', false],
  ['no opening tag, twice', 'a</think>b</think>c', 'c', false],
  ['talk about the tag', '<think>I close <think> now</think>4', '4', false],
  ['nested', '<think>a<think>b</think>c</think>d', 'd', false],
  ['never closed', '<think>2 + 2', '', true],
  ['never closed behind an answer', '4 <think>but', '', true],
  ['the second never closed', '<think>a</think>b<think>c', '', true],
  ['nothing left', '<think>a</think>\n', '', false],
  ['other tags', '<thinker>a</thinker><b>', '<thinker>a</thinker><b>', false],
];

test.each(cases)('stripReasoning: %s', (_, text, left, unclosed) => {
  expect(stripReasoning(text)).toEqual({ text: left, unclosedReasoning: unclosed });
});

test('stripReasoning takes time in proportion to the text', () => {
  const text = '<think>'.repeat(200_000) + '</think>'.repeat(200_000) + ' '.repeat(200_000);
  const start = performance.now();
  expect(stripReasoning(text).text).toBe('');
  expect(performance.now() - start).toBeLessThan(2000);
});
