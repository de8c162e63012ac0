import { commonSpans } from '../../src/report/markdown/common-spans.js';

/** The text with its spans in brackets. */
function bracketed(text: string, ...others: string[]): string {
  return commonSpans(text, others).reduceRight(
    (marked, { start, end }) => `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`,
    text,
  );
}

test.each([
  ['the same words', 'a robe takes two bolts', 'a robe takes two bolts', '[a robe takes two bolts]'],
  ['case and punctuation', 'A robe, takes: two!', 'a ROBE takes **two**', '[A robe, takes: two]!'],
  ['full-width digits', 'pay 16 eggs now', 'pay １６ eggs now', '[pay 16 eggs now]'],
  [
    'runs in another order',
    'one two three x four five six',
    'four five six y one two three',
    '[one two three] x [four five six]',
  ],
  ['a word in six replaced', 'a b c d e X a b c d e', 'a b c d e Y', '[a b c d e] X [a b c d e]'],
  ['two words only are a chance', 'how many legs', 'how many wings', 'how many legs'],
  ['a short text in whole', 'forty two', 'it is forty two', '[forty two]'],
  ['characters where words have no spaces', '一二三四五', '九一二三四', '[一二三四]五'],
  ['nothing', 'a b c', 'd e f', 'a b c'],
  ['no words at all', '?!', 'a b c', '?!'],
  ['an empty text', '', 'a b c', ''],
])('%s', (_, text, other, expected) => {
  expect(bracketed(text, other)).toBe(expected);
});

test('of several texts whatever stands in any', () => {
  expect(bracketed('a b c d e f g', 'x a b c y', 'e f g')).toBe('[a b c] d [e f g]');
});
