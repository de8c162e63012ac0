import { score } from './helpers.js';

test.each([
  // sacrebleu 2.6.0's CHRF().sentence_score. White space between the halves of an emoji goes, and they stay two characters.
  ['\ud83d \ude00a', '😀a', 22.727272727272727],
  ['a😀', '\ude00 a', 25],
])('%j against %j: %d', (output, reference, expected) => {
  expect(score({ name: 'chrf' }, output, reference)).toBe(expected);
});
