import { score } from './helpers.js';
import { expectBounded } from '../bounded.js';

/**
 * One answer in the styles that models write it in. Expected values are ours, by hand: what a careful reader of the text
 * would take for the answer.
 */
const SAME: Readonly<Record<string, readonly string[]>> = {
  '1,234': [
    '1234',
    '1234.0',
    '1,234.00',
    '1.234,00',
    '1.234,00 €',
    '1 234,00 €',
    '1 234',
    '1\u202f234',
    "1'234",
    '1’234.00',
    '1_234',
    '１，２３４',
    '$1,234.',
    'USD 1,234',
    '1,234 USD',
    'EUR 1.234,00',
    '₹1,234',
    'CHF 1’234.00',
    '1.234 €',
    '**1,234**',
    '\\boxed{1{,}234}',
    '\\boxed{1{\\,}234}',
    '\\boxed{1\\,234}',
    '\\boxed{1,\\!234}',
    '\\boxed{1\\!,234}',
    '\\boxed{\\text{1,234}}',
    '\\boxed{\\$1{,}234.00}',
    '#### 1,234 dollars',
    '#### £1,234.00',
    'Answer: 1.234,00 €',
    '1.234e3',
    '1.234 × 10³',
    '{"final_answer": "1,234", "steps": 3}',
  ],
  '1234567.89': ['1,234,567.89', '1.234.567,89', '1 234 567,89', "1'234'567.89", '12,34,567.89', '₹ 12,34,567.89'],
  '0.5': [
    '1/2',
    '1 / 2',
    '½',
    '.5',
    '0,5',
    '50%',
    '50 %',
    '50 percent',
    '5e-1',
    '5 × 10⁻¹',
    '\\boxed{0{,}5}',
    '$\\frac{1}{2}$',
    '\\boxed{\\frac12}',
    '\\boxed{\\frac{1}2}',
    '\\boxed{\\frac1{2}}',
    '\\boxed{\\tfrac{\\text{1}}{2}}',
    '\\boxed{50\\%}',
  ],
  '-0.75': ['-3/4', '−3/4', '-¾', '\\boxed{-\\frac{3}{4}}', '\\frac{-3}{4}', '\\frac{3}{-4}', 'negative 3/4', '-75%'],
  '1.5': ['1 1/2', '1½', '1 ½', '\\boxed{1\\frac{1}{2}}', '\\boxed{1 \\frac{1}{2}}', '\\boxed{1\\tfrac12}', '3/2 cups'],
  '-5': [
    '−5',
    '–5',
    '-$5',
    '$-5',
    '(-5)',
    'it is minus 5',
    'The result is negative 5.',
    'a balance of minus $5',
    '-5°C',
  ],
  '7': [
    'The answer is 7. I used 3 and 4.',
    'The answer is 7, because 3 + 4 makes it so',
    'The answer is 7 apples (3 + 4)',
    'So the answer is **7** (from 3 and 4)',
    'The final answer is $7$. Checked in 2 ways.',
    'The answer is: 7\nfrom 3 and 4',
    'The answer is 8? No, 3 + 4. The answer is 7. Checked in 2 ways',
    'The answer is 3 plus 4, so 7',
    'The answer is 10 minus 3, which is 7',
    'The answer is 3 + 4 = 7',
    'The answer is not 8 but 7',
    'The answer is 5 and 2, together 7',
    'Answer: 8. Wait. Answer: 7, in 2 ways',
    'Answer = 7, as 3 + 4 shows',
    'Answer: A) 7',
    '{"answer": 7, "confidence": 0.9}',
    '\\boxed{7\\text{ km}} of 9',
    '\\boxed{7~\\mathrm{m/s^2}}',
    'First \\boxed{3}, then \\boxed{7}',
    '\\boxed{\\boxed{7}}',
    '<answer>7</answer>',
    '7<|im_end|>',
    '- 6 apples\n- 7 pears',
    '7km',
    '7 m³',
    '10 minus 3 is 7',
  ],
  '12': ['\\frac{16 \\times 3}{4} = 12', '\\boxed{\\sqrt{9} \\cdot 4 = 12}', '\\boxed{4\\pi \\approx 12}', '4π ≈ 12'],
  '1e999999': ['1e999999', '10e999998'],
};

const DIFFERENT: readonly (readonly [output: string, reference: string])[] = [
  ['1.234', '1234'],
  ['25%', '0.0025'],
  ['0.5', '50'],
  ['-6 apples', '6'],
  ['(5)', '-5'],
  ['1e999999', '1'],
  ['1e999999', '1e999998'],
  ['\\boxed{2\\sqrt{3}}', '2'],
  ['\\boxed{2\\pi}', '2'],
  ['\\boxed{\\frac{\\pi}{2}}', '2'],
  ['\\boxed{\\frac{2\\sqrt{3}}{5}}', '5'],
  ['\\boxed{(1, 2)}', '12'],
  ['at 10:30 am', '10'],
  ['10 minus 5', '-5'],
];

describe('numeric_match auto, one answer in many styles', () => {
  test.each(Object.entries(SAME).flatMap(([reference, outputs]) => outputs.map((output) => [output, reference])))(
    '%j equals %j, whichever is the reference',
    (output, reference) => {
      expect(score({ name: 'numeric_match' }, output, reference)).toBe(1);
      expect(score({ name: 'numeric_match' }, reference, output)).toBe(1);
    },
  );

  test.each(DIFFERENT)('%j does not equal %j', (output, reference) => {
    expect(score({ name: 'numeric_match' }, output, reference)).toBe(0);
  });

  test.each([
    ['backslashes', '\\'.repeat(400_000)],
    ['fractions', '\\frac{1}{'.repeat(40_000)],
    ['braces in fractions', `\\frac{${'{'.repeat(400_000)}`],
    ['roots', '2\\sqrt{'.repeat(40_000)],
    ['answers', 'the answer is '.repeat(30_000)],
    ['answers in one line', 'answer: 1 '.repeat(40_000)],
    ['spaces after an answer', `the answer is 1${' '.repeat(400_000)}x`],
    ['negatives', 'negative '.repeat(40_000)],
  ])('hostile %s hold nothing up', (_name, output) =>
    expectBounded(() => score({ name: 'numeric_match' }, output, '5')),
  );
});
