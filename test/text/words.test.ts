import { ChrfWords, CodePoints, RougeWords } from '../../src/text/index.js';
import { WordTable } from '../../src/text/word-table.js';

/** A table of words between spaces that reads each word as its number, and the words by number. */
function tableOfWords(): { words: string[]; table: WordTable } {
  const words: string[] = [];
  const table = new WordTable(
    (unit) => unit !== 0x20,
    (word) => words.push(word) - 1,
  );
  return { words, table };
}

describe('a table of words', () => {
  test('gives each word what it was learnt as, whatever stands in it', () => {
    const { words, table } = tableOfWords();
    const text = '  a  ab b aba \0 \0\0 \ud83d 😀 \ude00 é __proto__ a constructor';
    expect(table.read(text).map((word) => words[word])).toEqual(text.split(' ').filter((word) => word !== ''));
    expect(words).toEqual([...new Set(words)]);
    expect([table.read(''), table.read('  '), table.read('ab')]).toEqual([[], [], [1]]);
  });

  test('tells 200,000 words apart', () => {
    // Some share all 32 bits of their hash: about 5 pairs, by the birthday rule.
    const { words, table } = tableOfWords();
    const all = Array.from({ length: 200_000 }, (_, i) => (i * 7919).toString(36));
    const numbers = all.map((_, i) => i);
    expect(table.read(all.join(' '))).toEqual(numbers);
    expect(words).toEqual(all);
    expect(table.read(all.toReversed().join(' '))).toEqual(numbers.reverse());
  });

  test('keeps words of 300,000 characters', () => {
    const { words, table } = tableOfWords();
    const [long, longer] = ['x'.repeat(300_000), 'x'.repeat(300_001)];
    expect(table.read(`${long} ${longer} x ${longer} ${long}`)).toEqual([0, 1, 2, 1, 0]);
    expect(words).toEqual([long, longer, 'x']);
  });
});

describe("chrF's code points, as in Python's [ord(c) for c in ''.join(text.split())]", () => {
  test.each([
    ['', []],
    [' \n', []],
    ['a\x1c b\u3000\ufeff\0', [0x61, 0x62, 0xfeff, 0]],
    ['é😀\u{10ffff}', [0xe9, 0x1f600, 0x10ffff]],
    // Halves of an emoji that white space parts stay two.
    ['\ud83d \ude00\ud83d', [0xd83d, 0xde00, 0xd83d]],
  ])('%j', (text, points) => {
    expect([...new CodePoints().read(text)]).toEqual(points);
  });

  test('of one text after another', () => {
    const reader = new CodePoints();
    const long = 'é '.repeat(150_000);
    expect(reader.read(long)).toEqual(new Int32Array(150_000).fill(0xe9));
    expect([...reader.read('a')]).toEqual([0x61]);
  });
});

/** Which words equal which: each as the position of its first occurrence. */
function pattern(words: readonly (number | string)[]): number[] {
  return words.map((word) => words.indexOf(word));
}

test.each([
  // What sacrebleu 2.6.0's CHRF makes of them.
  ['(a) ( (a a ) a', ['(a', ')', '(', '(', 'a', 'a', ')', 'a']],
  ['b ... .. . "b', ['b', '..', '.', '.', '.', '.', '"', 'b']],
  ['. 😀. \0! 😀 \0', ['.', '😀', '.', '\0', '!', '😀', '\0']],
  ["it's x\u0085y,\x1cx y", ["it's", 'x', 'y', ',', 'x', 'y']],
])("chrF++'s words of %j", (text, words) => {
  expect(pattern(new ChrfWords().tokenize(text))).toEqual(pattern(words));
});

test("ROUGE's words are lowercase letters and digits, also those that lowercase makes of others", () => {
  const words = new RougeWords(false);
  // 'İK-K_9'.lower() is 'i̇k-k_9' in Python, with the dot of the i a character of its own.
  expect(words.tokenize('\u0130K-\u212a_9é')).toEqual(words.tokenize('i k k 9'));
});
