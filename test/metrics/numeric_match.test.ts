import { createMetric } from '../../src/metrics/index.js';
import { evaluate, row, score, statistics } from './helpers.js';
import { expectBounded } from '../bounded.js';

/** Expected values are ours, by hand, from the rules in docs/metrics.md: no package has them. */
const EQUAL: readonly (readonly [output: string, reference: string])[] = [
  // where the answer stands
  ['The eggs cost 16 - 3 = 13.\n#### 18', '18'],
  ['#### 18\nQuestion: how many?\n#### 5', '18'],
  ['####18', '18'],
  ['#### **18**', '18'],
  ['#### $18.00', '18'],
  ['#### 18 dollars', '18'],
  ['#### 5 + 3 = 8', '8'],
  ['#### Step 1: add 5 and 3\nThe sum is 8', '8'],
  ['#### 1. Add\nso it is 8\n#### 2. Done\n\\boxed{8}', '8'],
  ['First \\boxed{3}, then \\boxed{5} of 7', '5'],
  ['so \\boxed{x = 12} in 3 steps', '12'],
  ['\\boxed{18\\text{ eggs}} per 7 days', '18'],
  ['\\boxed{5 \\text{ m}^2} of 9', '5'],
  ['\\boxed 5 of 9', '5'],
  ['\\fbox{5} of 9', '5'],
  ['\\boxed{\\text{none}} A: 5', '5'],
  ['A: 26', '26'],
  ['so 9 * 2 = 18. A: 18\nThat was step 3', '18'],
  ['Answer: 72\nExplanation: 48 in April and 24 in May', '72'],
  ['**Answer:** $72 of $100', '72'],
  ['Final Answer: **72**, from 48 + 24', '72'],
  ['Answer:\n72\nfrom 48 + 24', '72'],
  ['Answer:\n1. There are 48\n2. There are 24, so 72', '72'],
  ['答え：72 (48+24)', '24'], // no mark that we know: the last number
  ['A: She sold 48/2 = 24 in May, altogether 72.', '72'],
  ['A: 18\nB: 20\nThe right one is B: 20', '20'],
  ['Team A: five points\nThe total is 7', '7'],
  ['She has 16 eggs, eats 3, bakes with 4 and sells 9 for $2 each: $18 a day.', '18'],
  ['Of 20 people, 5 left, so 15 stayed', '15'],
  // spelling of one number
  ['1,234', '1234'],
  ['1,234,567', '1234567'],
  ['12,34,567', '1234567'],
  ['1,234.50', '1234.5'],
  ['1.234,50', '1234.5'],
  ['1.234.567', '1234567'],
  ['1.234.567,89', '1234567.89'],
  ['1 234', '1234'],
  ['1 234 567,5', '1234567.5'],
  ['1\u00a0234', '1234'],
  ['1\u202f234', '1234'],
  ["1'234.5", '1234.5'],
  ['1’234', '1234'],
  ['1_000', '1000'],
  ['1.234 €', '1234'],
  ['€1.234', '1234'],
  ['2.500,00 Euro minus 1.266,00 macht 1.234', '1234'],
  ['\\boxed{1{,}234}', '1234'],
  ['\\boxed{12\\,345}', '12345'],
  ['12,5', '12.5'],
  ['0,125', '0.125'],
  ['2.0', '2'],
  ['007', '7'],
  ['.5', '0.5'],
  ['18.', '18'],
  ['18...', '18'],
  ['It is 18.!', '18'],
  ['１８', '18'],
  ['١٢٫٥', '12.5'],
  ['१२', '12'],
  ['123456789012345678901234567890', '123456789012345678901234567890.0'],
  // signs, currency, units
  ['-5', '-5'],
  ['−5', '-5'],
  ['–5', '-5'],
  ['+5', '5'],
  ['-$5', '-5'],
  ['$-5', '-5'],
  ['-€5', '-5'],
  ['A: - 5', '-5'],
  ['x = -5', '-5'],
  ['x=-5', '-5'],
  ['(-5)', '-5'],
  ['US$5', '5'],
  ['USD 5', '5'],
  ['Rs.500', '500'],
  ['£5.50', '5.5'],
  ['5-3', '3'],
  ['10 - 7 = 3', '3'],
  ['pages 10-12', '12'],
  ['18dollars', '18'],
  ['18 m²', '18'],
  ['18 m^2', '18'],
  ['18 cm2', '18'],
  ['18 tonnes of CO2', '18'],
  ['18 km/h', '18'],
  ['90^\\circ', '90'],
  ['90°', '90'],
  ['On the 5th', '5'],
  ['18 on the 5th', '18'],
  ['the answer is18', '18'],
  ['答えは18です', '18'],
  // percent and scale words
  ['50%', '50'],
  ['50 %', '50%'],
  ['50%', '0.5'],
  ['0.5', '50 percent'],
  ['\\boxed{50\\%}', '50'],
  ['1.5 million', '1500000'],
  ['3 million', '3'],
  ['$1.5M', '1500000'],
  ['€2bn', '2000000000'],
  ['5m', '5'],
  ['2 thousand', '0.002 million'],
  // fractions
  ['1/2', '0.5'],
  ['0.5', '1/2'],
  ['2/4', '1/2'],
  ['1/3', '2/6'],
  ['-1/2', '-0.5'],
  ['1 / 2', '0.5'],
  ['1.5/3', '0.5'],
  ['3/4 of the cake', '0.75'],
  ['3 1/2', '3.5'],
  ['-3 1/2', '-3.5'],
  ['½', '0.5'],
  ['3½', '3.5'],
  ['1⁄2', '0.5'],
  ['\\frac{1}{2}', '0.5'],
  ['\\boxed{\\dfrac{1}{2}}', '0.5'],
  ['\\boxed{-\\frac{1}{2}}', '-0.5'],
  ['\\boxed{\\frac{-1}{2}}', '-0.5'],
  ['\\frac12', '0.5'],
  ['\\boxed{3\\frac{1}{2}}', '3.5'],
  ['60/3', '20'],
  // powers
  ['1.5e3', '1500'],
  ['1.5E+3', '1500'],
  ['2e-3', '0.002'],
  ['1.5 × 10^3', '1500'],
  ['1.5 x 10^{3}', '1500'],
  ['1.5 \\times 10^{-3}', '0.0015'],
  ['1.5·10³', '1500'],
  ['10^6', '1000000'],
  ['10⁻²', '0.01'],
  ['\\boxed{2^{10}}', '1024'],
  // several references, and marks in them
  ['#### 18', 'She sells 9 eggs for 9 * 2 = <<9*2=18>>18 dollars.\n#### 18'],
];

const UNEQUAL: readonly (readonly [output: string, reference: string])[] = [
  ['18', '-18'],
  ['1.234', '1234'],
  ['1,234', '1.234'],
  ['0.1234', '1234'],
  ['1/3', '0.333333'],
  ['0.30000000000000004', '0.3'],
  ['9007199254740993', '9007199254740992'],
  ['1e400', '1e401'],
  ['5%', '50'],
  ['5 million', '5 thousand'],
  ['50%', '0.5%'],
  ['18 or 20', '18'],
  ['1,2,3', '123'],
  ['85 90 100', '90100'],
  ['1/0', '1'],
  ['1/0', '0'],
  ['1/2/3', '3'],
  ['in 2024-05-12', '12'],
  ['at 10:30', '30'],
  ['version 1.2.3', '3'],
];

const UNPARSED = ['', ' \n', 'no number here', 'eighteen', '1/0', 'at 10:30', '\\boxed{}', '#### ', 'A:'];

describe('numeric_match auto', () => {
  test.each(EQUAL)('%j equals %j', (output, reference) => {
    expect(score({ name: 'numeric_match' }, output, reference)).toBe(1);
  });

  test.each(UNEQUAL)('%j does not equal %j', (output, reference) => {
    expect(score({ name: 'numeric_match' }, output, reference)).toBe(0);
  });

  test.each(UNPARSED)('%j is wrong and unparsed', (output) => {
    expect(statistics(createMetric({ name: 'numeric_match' }), row(output, '5'))).toEqual({
      unscored: null,
      unparsed: true,
      values: { score: 0 },
    });
  });

  test('any of several references will do', () => {
    expect(score({ name: 'numeric_match' }, '5', ['4', 'none', '5'])).toBe(1);
  });

  test('a reference without a number leaves the row unscored, and so does no reference', () => {
    const metric = createMetric({ name: 'numeric_match' });
    expect(statistics(metric, row('5', 'five')).unscored).toBe('the reference holds no number');
    expect(statistics(metric, row('5', [])).unscored).toBe('the example has no reference');
  });

  test('samples are averaged within the row', () => {
    expect(statistics(createMetric({ name: 'numeric_match' }), row(['5', 'x', '5', '6'], '5'))).toEqual({
      unscored: null,
      unparsed: true,
      values: { score: 0.5 },
    });
  });

  test.each([
    ['digits', '1'.repeat(100_000)],
    ['groups', '111 '.repeat(50_000)],
    ['points', '1.'.repeat(50_000)],
    ['commas', '1,'.repeat(50_000)],
    ['slashes', '1/'.repeat(50_000)],
    ['colons', '1:'.repeat(50_000)],
    ['minus signs', '-'.repeat(400_000)],
    ['hashes', '#### '.repeat(80_000)],
    ['boxes', '\\boxed{'.repeat(2_000)],
    ['marks', 'A: \n'.repeat(50_000)],
    ['spaces', `.${' '.repeat(400_000)}x`],
    ['answer marks', 'answer : '.repeat(40_000)],
    ['spaces after a mark', `A:${' '.repeat(200_000)}\nB: 1`],
    ['equals signs', `A: ${'1='.repeat(50_000)}`],
    ['exponents', '9e9999 '.repeat(50_000)],
    ['powers', '99999^64 '.repeat(1_000)],
  ])('hostile %s hold nothing up', (_name, output) =>
    expectBounded(() => score({ name: 'numeric_match' }, output, '5')),
  );
});

/** lm-evaluation-harness' gsm8k.yaml, by hand: strict `#### (\-?[0-9\.\,]+)`, flexible the last match of its second filter. */
const HARNESS: readonly (readonly ['strict' | 'flexible', string, string, 0 | 1])[] = [
  ['strict', 'so\n#### 1,234', '... #### 1234', 1],
  ['strict', 'so\n#### $18', '#### 18', 0],
  ['strict', '####18', '#### 18', 0],
  ['strict', '#### 18 or #### 20', '#### 18', 1],
  ['strict', '#### 18.', '#### 18', 1],
  ['strict', 'the answer is 18', '#### 18', 0],
  ['flexible', 'the answer is $18.', '#### 18', 1],
  ['flexible', 'first 20, then 18', '#### 18', 1],
  ['flexible', '5-3', '#### -3', 1],
  ['flexible', 'so 18...', '#### 18', 0],
  ['flexible', '18.0', '#### 18', 0],
];

describe('numeric_match as lm-evaluation-harness', () => {
  test.each(HARNESS)('%s on %j against %j gives %i', (extract, output, reference, expected) => {
    expect(score({ name: 'numeric_match', extract }, output, reference)).toBe(expected);
  });

  test('what no filter finds is unparsed', () => {
    const metric = createMetric({ name: 'numeric_match', extract: 'strict' });
    expect(evaluate(metric, [row('18', '18')]).value).toBe(0);
    expect(statistics(metric, row('18', '18')).unparsed).toBe(true);
  });
});
