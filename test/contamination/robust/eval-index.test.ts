import { indexEval, type EvalIndex } from '../../../src/contamination/robust/eval-index.js';

const asked = (...questions: string[]): EvalIndex => indexEval(questions.map((question) => ({ question, answer: '' })));

/** What each token of an example's question has. */
const of = (index: EvalIndex, values: Float64Array, example: number): number[] => {
  const text = index.questions[example]!;
  return [...values.subarray(index.starts[text], index.starts[text + 1])];
};

/** Texts that share nothing, so that an eval set has so many. */
const others = (count: number): string[] => Array.from({ length: count }, (_, i) => `lorem${'x'.repeat(i)} ipsum`);

describe('bits of a token', () => {
  // log2((examples + 1000) / (examples that hold it + 1000 * how common the word is)), by hand for two examples: words of
  // five letters and more are taken to be in 0.002 of all texts, "the" in 0.5, a number of one digit in 0.2.
  it.each<[what: string, first: string, second: string, bits: number[]]>([
    ['a rare word', 'quartz', 'lamps', [Math.log2(1002 / (1 + 2))]],
    ['a word of both examples', 'quartz', 'quartz lamps', [Math.log2(1002 / (2 + 2))]],
    ['a common word', 'the', 'lamps', [1]], // 1002 / 501
    ['a number', '7', 'lamps', [Math.log2(1002 / 201)]],
    [
      'a word that repeats', // as much as 1 + ln 2 words, spread over both
      'quartz quartz',
      'lamps',
      [Math.log2(334) * ((1 + Math.log(2)) / 2), Math.log2(334) * ((1 + Math.log(2)) / 2)],
    ],
    ['an ideograph', '東', 'lamps', [Math.log2(1002 / 21)]],
  ])('%s', (_what, first, second, bits) => {
    const index = asked(first, second);
    const found = of(index, index.bits, 0);
    expect(found).toHaveLength(bits.length);
    found.forEach((value, i) => expect(value).toBeCloseTo(bits[i]!, 10));
    expect(index.textBits[index.questions[0]!]).toBeCloseTo(
      bits.reduce((a, b) => a + b),
      10,
    );
  });
});

describe('what a token counts', () => {
  const share = (index: EvalIndex, example: number): number[] =>
    of(index, index.weights, example).map((weight, i) => weight / of(index, index.bits, example)[i]!);

  it('is less in a phrase of three words that several examples have', () => {
    const index = asked('red green blue alpha', 'red green blue beta', 'red green blue gamma', 'red green blue delta');
    const expected = [1 / Math.sqrt(4), 1 / 4 ** 0.25, 1 / 4 ** 0.25, 1]; // the mean of one, two, two and one phrase
    share(index, 0).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 10));
    expect(of(index, index.novelty, 0)).toEqual([1, 1, 1, 1]);
  });

  it('is 1/k in eight words that k other examples have, whatever their numbers', () => {
    const template = (number: number, last: string): string => `a b c d e f g ${number} ${last}`;
    const index = asked(template(1, 'one'), template(2, 'two'), template(3, 'three'), template(4, 'four'), 'else');
    expect(of(index, index.novelty, 0)).toEqual([...Array<number>(8).fill(1 / 3), 1]);
    for (const value of share(index, 0).slice(0, 8)) expect(value).toBeLessThanOrEqual(1 / 3);
    const between = (word: string): string => `a b c d e f g h ${word} i j k`;
    const split = asked(between('one'), between('two'), between('three'), 'else');
    expect(of(split, split.novelty, 0)).toEqual([...Array<number>(8).fill(1 / 2), 1, 1 / 2, 1 / 2, 1 / 2]);
    const pair = asked(template(1, 'one'), template(2, 'two'));
    expect(of(pair, pair.novelty, 0)).toEqual(Array(9).fill(1)); // one other example makes no template
  });

  it('is not less because the same question is asked with several answers, or repeated in its answer', () => {
    const question = 'what has the quartz lamp to do with zebras';
    const parts = ['red', 'green', question].map((answer) => ({ question, answer }));
    const index = indexEval([...parts, { question: 'else', answer: '' }]);
    expect(index.questions[0]).toBe(index.questions[1]);
    expect(of(index, index.weights, 0)).toEqual(of(index, index.bits, 0));
  });
});

describe('the grams that find a text', () => {
  const found = (index: EvalIndex, example: number): number => index.textSeeds[index.questions[example]!]!;

  it('are all but those of very many texts, and some of those where it has no others', () => {
    const many = Array.from(
      { length: 70 },
      (_, i) => `how much does it cost ${'z'.repeat(i + 4)} ${'y'.repeat(i + 4)}`,
    );
    const index = asked(...many, 'how much does it cost');
    expect(found(index, 0)).toBe(2); // "it cost zzzz" and "cost zzzz yyyy" of its five
    expect(found(index, 70)).toBe(3);
  });

  it('lead to every example that asks the same', () => {
    const index = asked('one two three four', ...others(3), 'One, two, three: four!');
    const text = index.questions[0]!;
    expect(index.questions[4]).toBe(text);
    expect([...index.holders.subarray(index.holderStarts[text], index.holderStarts[text + 1])]).toEqual([0, 8]);
    const gram = index.grams[index.starts[text]!]!;
    expect([...index.postings.subarray(index.postingStarts[gram], index.postingStarts[gram + 1])]).toEqual([text]);
  });
});

it('takes eval sets without any text', () => {
  expect(indexEval([]).map.size).toBe(0);
  expect([...indexEval([{ question: '', answer: '' }]).textBits]).toEqual([0]);
});
