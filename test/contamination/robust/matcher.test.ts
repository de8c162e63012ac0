import { CONTAMINATION_DEFAULTS } from '../../../src/config/index.js';
import { indexEval } from '../../../src/contamination/robust/eval-index.js';
import { type Match, RowMatcher } from '../../../src/contamination/robust/matcher.js';

const TOMATOES = {
  question:
    "Maria's tomato plants give 16 tomatoes a day. She eats three for breakfast, bakes a pie with 4 of them, and sells the rest at the village market for $2 each. How many dollars does she earn at the market every day?",
  answer: 'Maria sells 16 - 3 - 4 = 9 tomatoes a day, so the village market pays her 9 * 2 = 18 dollars every day.',
};
const LIGHTHOUSE = {
  question:
    'Explain to a curious child why the old lighthouse keeper painted the northern staircase of his tower bright orange, in no more than five cheerful sentences.',
  answer: '',
};
const CODE = {
  question:
    'Write a function `getUserName(userId)` that reads the file user_table.csv line by line and returns the display name, or null where the identifier is unknown.',
  answer: '',
};
const CHINESE = {
  question: '小明有十六个苹果，他给了妹妹四个，又在市场上卖掉了一半。请问他现在还剩下多少个苹果？',
  answer: '',
};
const examples = [TOMATOES, LIGHTHOUSE, CODE, CHINESE, { question: 'What is 2 + 2?', answer: '4' }];
const names = ['tomatoes', 'lighthouse', 'code', 'chinese', 'sum'];

const FILLER =
  'Yesterday afternoon several neighbours discussed whether another bridge across the river would change traffic, and nobody could agree on its colour.';
const index = indexEval(examples);
const matcher = new RowMatcher(index, CONTAMINATION_DEFAULTS.thresholds);

/** What is found in a row, by the example's name. */
function found(text: string): Record<string, Match> {
  return Object.fromEntries(matcher.match(text).map((match) => [names[match.example]!, match]));
}

const brief = (text: string): Record<string, string> =>
  Object.fromEntries(Object.entries(found(text)).map(([name, { level, part }]) => [name, `${level} ${part}`]));

const words = (text: string): string[] => text.split(' ');
const everyNth = (text: string, n: number, change: (word: string) => string): string =>
  words(text)
    .map((word, i) => (i % n === n - 1 ? change(word) : word))
    .join(' ');

describe('RowMatcher', () => {
  it.each<[what: string, text: string, expected: Record<string, string>]>([
    ['other text', FILLER, {}],
    ['question and answer', `${TOMATOES.question} ${TOMATOES.answer}`, { tomatoes: 'identical both' }],
    ['the question', TOMATOES.question, { tomatoes: 'identical question' }],
    ['the answer', TOMATOES.answer, { tomatoes: 'identical answer' }],
    ['the answer before the question', `${TOMATOES.answer}\n${TOMATOES.question}`, { tomatoes: 'identical both' }],
    ['in the middle of other text', `${FILLER} ${LIGHTHOUSE.question} ${FILLER}`, { lighthouse: 'identical question' }],
    ['in capitals', LIGHTHOUSE.question.toUpperCase(), { lighthouse: 'identical question' }],
    [
      'without spaces at line breaks',
      LIGHTHOUSE.question.replaceAll(' ', '\r\n'),
      { lighthouse: 'identical question' },
    ],
    ['without punctuation', TOMATOES.question.replace(/[^\w\s]/gu, ''), { tomatoes: 'identical question' }],
    ['with dashes for spaces', LIGHTHOUSE.question.replaceAll(' ', ' — '), { lighthouse: 'identical question' }],
    [
      'full width',
      TOMATOES.question.replace(/[!-~]/gu, (ascii) => String.fromCodePoint(ascii.codePointAt(0)! + 0xfee0)),
      { tomatoes: 'identical question' },
    ],
    [
      'in markdown',
      `> **Question:** ${everyNth(LIGHTHOUSE.question, 3, (word) => `*${word}*`)}`,
      { lighthouse: 'identical question' },
    ],
    [
      'in LaTeX',
      TOMATOES.question.replace('16', '$16$').replace('market', '\\emph{market}').replace('$2', '\\$2'),
      { tomatoes: 'identical question' },
    ],
    [
      'with other identifiers',
      CODE.question
        .replace('getUserName', 'get_user_name')
        .replace('userId', 'user_id')
        .replace('user_table', 'userTable'),
      { code: 'identical question' },
    ],
    [
      'with identifiers as words',
      CODE.question.replace('getUserName', 'get user name'),
      { code: 'near_identical question' },
    ],
    ['without spaces', LIGHTHOUSE.question.replaceAll(' ', ''), { lighthouse: 'identical question' }],
    ['without spaces, beside digits', TOMATOES.question.replaceAll(' ', ''), { tomatoes: 'near_identical question' }],
    [
      'with a space after each letter and digit',
      `${FILLER} ${TOMATOES.question.replace(/\s/gu, '').replace(/(?=.)/gu, ' ')}`,
      { tomatoes: 'near_identical question' },
    ],
    ['Chinese with spaces', CHINESE.question.replace(/(?=.)/gu, ' '), { chinese: 'identical question' }],
    ['Chinese in part', CHINESE.question.slice(0, 20), { chinese: 'substantial question' }],
    [
      'a word in six replaced',
      everyNth(LIGHTHOUSE.question, 6, () => 'pumpkin'),
      { lighthouse: 'substantial question' },
    ],
    ['a word in five left out', everyNth(TOMATOES.question, 5, () => ''), { tomatoes: 'substantial question' }],
    [
      'a word put in after each fifth',
      everyNth(TOMATOES.question, 5, (word) => `${word} pumpkin`),
      { tomatoes: 'near_identical question' },
    ],
    [
      'chunks in another order',
      words(LIGHTHOUSE.question)
        .reduce<string[][]>(
          (chunks, word, i) => (i % 4 === 0 ? [[word], ...chunks] : [[...chunks[0]!, word], ...chunks.slice(1)]),
          [],
        )
        .flat()
        .join(' '),
      { lighthouse: 'substantial question' },
    ],
    [
      'the two halves far from each other',
      `${words(LIGHTHOUSE.question).slice(0, 13).join(' ')} ${words(FILLER).slice(0, 15).join(' ')} ${words(LIGHTHOUSE.question).slice(13).join(' ')}`,
      { lighthouse: 'near_identical question' },
    ],
    [
      'other numbers',
      TOMATOES.question.replace('16', '31').replace('4', '7').replace('$2', '$9'),
      { tomatoes: 'substantial question' },
    ],
    [
      'other numbers and another name and fruit',
      TOMATOES.question
        .replace('16', '31')
        .replace('4', '7')
        .replace('$2', '$9')
        .replace('Maria', 'Ben')
        .replace(/tomato(es)?/gu, 'apple'),
      { tomatoes: 'template template' },
    ],
    ['a number written in two', TOMATOES.question.replace('16', '1 6'), { tomatoes: 'near_identical question' }],
    ['a sixth of it', words(TOMATOES.question).slice(0, 8).join(' '), {}],
    ['a phrase of it', 'He sells the rest at the village market for a living.', {}],
    ['an example that says too little', 'Tell me: what is 2 + 2? 4', {}],
    [
      'two examples',
      `${CODE.question} ${LIGHTHOUSE.question}`,
      { code: 'identical question', lighthouse: 'identical question' },
    ],
    ['nothing', '', {}],
  ])('finds %s', (_what, text, expected) => expect(brief(text)).toEqual(expected));

  it('says how much and which span', () => {
    const start = FILLER.length + 1;
    const half = words(LIGHTHOUSE.question).slice(0, 18).join(' ');
    const { lighthouse } = found(`${FILLER} ${half} ${FILLER}`);
    expect(lighthouse).toMatchObject({ words: 18, start, end: start + half.length });
    expect(lighthouse!.score).toBeGreaterThan(0.6);
    expect(lighthouse!.score).toBeLessThan(0.9);
  });

  it('counts nothing twice: a row that repeats a part has no more than that part', () => {
    const part = words(TOMATOES.question).slice(0, 20).join(' ');
    expect(found(`${part} ${part} ${part}`)['tomatoes']!.score).toBe(found(part)['tomatoes']!.score);
  });

  it('finds an example anywhere in a long row, and the better of two places', () => {
    const long = `${FILLER} `.repeat(3000);
    const half = words(LIGHTHOUSE.question).slice(0, 18).join(' ');
    const { lighthouse, tomatoes } = found(`${long}${half} ${long}${LIGHTHOUSE.question} ${long}${TOMATOES.answer}`);
    expect(lighthouse).toMatchObject({ level: 'identical', start: long.length * 2 + half.length + 1 });
    expect(tomatoes).toMatchObject({ level: 'identical', part: 'answer' });
  });

  it('finds in a row the same whatever rows came before', () => {
    const rows = [TOMATOES.question, FILLER, everyNth(LIGHTHOUSE.question, 6, () => 'x'), '', CODE.question];
    const alone = rows.map((row) => new RowMatcher(index, CONTAMINATION_DEFAULTS.thresholds).match(row));
    expect(rows.map((row) => matcher.match(row))).toEqual(alone);
    expect([...rows].reverse().map((row) => matcher.match(row))).toEqual([...alone].reverse());
  });

  it('is not slowed down by repetition', () => {
    const repeats = ['0 0 0 0 1 0 0 2 ', 'a b c ', 'the same words again and again '].map((text) => text.repeat(3000));
    const repeating = new RowMatcher(
      indexEval(repeats.map((question) => ({ question, answer: '' }))),
      CONTAMINATION_DEFAULTS.thresholds,
    );
    const started = performance.now();
    for (const [i, text] of repeats.entries()) {
      expect(repeating.match(text.repeat(5))).toEqual([expect.objectContaining({ example: i, level: 'identical' })]);
    }
    expect(performance.now() - started).toBeLessThan(10_000); // the product would be 10^10 steps
  });
});

describe('coverage', () => {
  const random = (() => {
    let state = 7;
    return (below: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return (state >>> 8) % below;
    };
  })();

  /** A text of different words, all equally rare, so that the score is a plain share of words. */
  const text = Array.from(
    { length: 60 },
    (_, i) => `w${String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))}ord`,
  );
  const one = new RowMatcher(indexEval([{ question: text.join(' '), answer: '' }]), {
    ...CONTAMINATION_DEFAULTS.thresholds,
    partial: 0,
    bits: 0,
  });
  const scoreOf = (row: readonly string[]): number => one.match(row.join(' '))[0]?.score ?? 0;

  it.each(Array.from({ length: 40 }, (_, i) => i))(
    'is the share of the words in chunks of three and more (case %i)',
    () => {
      // Chunks of at least three words of the text, each with words of no text around it, in any order.
      const chunks: string[][] = [];
      let covered = 0;
      for (let at = random(3); at + 3 <= text.length;) {
        const length = Math.min(3 + random(4), text.length - at);
        if (random(3) > 0) {
          chunks.push([...text.slice(at, at + length), 'between', 'them']);
          covered += length;
        }
        at += length + 1 + random(2);
      }
      for (let i = chunks.length - 1; i > 0; i--) {
        const other = random(i + 1);
        [chunks[i], chunks[other]] = [chunks[other]!, chunks[i]!];
      }
      expect(scoreOf(chunks.flat())).toBeCloseTo(covered / text.length, 10);
    },
  );

  it('takes words in gaps of equal length, in order', () => {
    expect(scoreOf(text.map((word, i) => (i % 5 === 4 ? 'other' : word)))).toBeCloseTo(48 / 60, 10);
    expect(scoreOf(text.filter((_, i) => i % 5 !== 4))).toBeCloseTo(48 / 60, 10);
    expect(scoreOf(text.flatMap((word, i) => (i % 5 === 4 ? [word, 'other'] : [word])))).toBe(1);
  });
});
