import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NUMBER, Tokens, WORD } from '../../../src/contamination/robust/tokens.js';

/** Made by make_golden.py. */
const digits = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/digits.json'), 'utf8')) as [
  number,
  number,
][];

function read(text: string): { hash: number; kind: number; length: number; text: string }[] {
  const tokens = new Tokens();
  tokens.read(text);
  return Array.from({ length: tokens.count }, (_, i) => ({
    hash: tokens.hashes[i]!,
    kind: tokens.kinds[i]!,
    length: tokens.lengths[i]!,
    text: text.slice(tokens.starts[i], tokens.ends[i]),
  }));
}

const hashes = (text: string): number[] => read(text).map(({ hash }) => hash);
const texts = (text: string): string[] => read(text).map((token) => token.text);

describe('Tokens', () => {
  it.each<[what: string, a: string, b: string]>([
    ['white space', 'one two\tthree\r\n\n four', 'one two three four'],
    ['no-break and ideographic spaces', 'one\u00a0two\u3000three\u2028four', 'one two three four'],
    ['punctuation', '"Well-known," he said: (yes!)', 'well known he said yes'],
    ['case', 'ΟΔΌΣ Straße İstanbul ǅ', 'οδος STRASSE istanbul ǆ'],
    ['composed and decomposed letters', 'caf\u00e9 \u01b0\u0331o', 'cafe\u0301 u\u031b\u0331o'],
    ['letters without their accents', 'café naïve Škoda', 'cafe naive skoda'],
    ['composed and decomposed Korean', '한국어', '한국어'.normalize('NFD')],
    ['vowel points', 'שָׁלוֹם مَرْحَبًا', 'שלום مرحبا'],
    ['full-width letters and digits', 'Ｊａｎｅｔ ｈａｓ １６', 'Janet has 16'],
    ['half-width kana', 'ｶﾀｶﾅ ｶﾞ', 'カタカナ ガ'],
    ['ligatures', 'ﬁnd oﬀer', 'find offer'],
    ['digits of other scripts', '٣٤ ३४ 𝟛𝟜', '34 34 34'],
    ['characters without a shape', 're\u00adpeat\u200bed \ufeffword', 'repeated word'],
    ['apostrophes', 'Janet’s don‘t we´re', "Janet's don't we're"],
    ['an apostrophe that became a space, a dash or nothing', 'JANET S DON-T WE!RE', "Janet's don't we're"],
    ['commas between thousands', '$80,000 and 1,234,567', '80000 and 1234567'],
    ['markdown', '## **Bold** _and_ `code`\n> - [link](x)', 'bold and code link x'],
    ['HTML tags', '<p>A <b>bold</b> word<br/>and <h1 class="x">more', 'a bold word and more'],
    ['attributes of HTML tags', `<a href="x.html" class='y'>one</a> <img src=z />two a <b c>d`, 'one two a c d'],
    ['letters as HTML entities', 'caf&eacute; &#x41;&#98;c &#8220;x&#8221; don&#39;t', "café abc x don't"],
    ['letters as JSON escapes', '\\u4f60\\u597d na\\u00efve \\ud835\\udfdb', '你好 naïve 3'],
    ['letters that look the same', 'соре а\u0441е ροοκ', 'cope ace pook'],
    ['HTML entities', 'a &amp; b&nbsp;c &#39;d&#x27; &lt;e&gt;', 'a b c d e'],
    ['LaTeX dressing', '\\textbf{Find} $\\frac{1}{2} \\cdot x_1$ \\left( y \\right)', 'find 1/2 x1 (y)'],
    ['LaTeX words', '\\alpha + \\nabla \\theta', 'alpha nabla theta'],
    ['escaped line breaks', 'one\\nTwo\\tthree\\r\\nfour', 'one two three four'],
    ['identifiers', 'getUserName get_user_name', 'getusername GETUSERNAME'],
    ['letters beside digits', '16oz x2', '16 oz x 2'],
    ['Chinese with and without spaces', '今天 天气 很好', '今天天气很好'],
  ])('is the same whatever the %s', (_what, a, b) => {
    expect(hashes(a)).toEqual(hashes(b));
    expect(hashes(a).length).toBeGreaterThan(0);
  });

  it.each<[what: string, a: string, b: string]>([
    ['words', 'three', 'there'],
    ['the order of letters', 'ab', 'ba'],
    ['a number and its digits', '12', '1 2'],
    ['numbers', '16', '18'],
    ['a decimal number and a whole one', '2.5', '25'],
    ['a list of numbers and a large one', '1,23', '123'],
    ['Japanese words', '東京', '京東'],
    ['letters of other scripts', 'б', 'b'],
  ])('tells apart %s', (_what, a, b) => expect(hashes(a)).not.toEqual(hashes(b)));

  it('says where each token stands in the text', () => {
    expect(texts("Ｊanet's  16—eggs, 東京 \\textbf{x}!")).toEqual(["Ｊanet's", '16', 'eggs', '東', '京', 'x']);
    expect(texts('JANET S 80,000 re\u00adpeat 😀')).toEqual(['JANET S', '80,000', 're\u00adpeat']);
  });

  it('knows numbers from words', () => {
    expect(read('16 eggs ٣ 東').map(({ kind, length }) => [kind, length])).toEqual([
      [NUMBER, 2],
      [WORD, 4],
      [NUMBER, 1],
      [WORD, 1],
    ]);
  });

  it('reads every decimal digit of Unicode as Python does', () => {
    const known = digits.filter(([point]) => /\p{Nd}/u.test(String.fromCodePoint(point)));
    const wrong = known.filter(([point, value]) => hashes(String.fromCodePoint(point))[0] !== hashes(String(value))[0]);
    expect(wrong).toEqual([]);
    expect(known.length).toBeGreaterThan(600);
  });

  it.each(['', ' \n\t', '😀 — …', '\ud800 \udc00', '\\', '&', '<', '&amp;', '\\text'])('has nothing in %j', (text) =>
    expect(texts(text)).toEqual([]),
  );

  it('is used again for text after text, also where it must grow', () => {
    const tokens = new Tokens();
    tokens.read('word '.repeat(5000));
    expect(tokens.count).toBe(5000);
    tokens.read('two words');
    expect(tokens.count).toBe(2);
    expect([...tokens.hashes.subarray(0, 2)]).toEqual(hashes('two words'));
  });
});
