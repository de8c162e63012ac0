import type { MetricSpec } from '../../src/metrics/index.js';
import { createMetric } from '../../src/metrics/index.js';
import { evaluate, nearly, row, score } from './helpers.js';

/** Values that the reference implementations' papers, docstrings and issues state, for machines without ../shared. */
const KNOWN: readonly (readonly [MetricSpec, string, string[], number])[] = [
  [{ name: 'bleu', effective_order: true }, 'the cat', ['the cat sat'], 60.653065971263366],
  [{ name: 'bleu' }, 'the cat', ['the cat sat'], 0],
  [{ name: 'bleu', effective_order: true }, 'a b c', ['a b c'], 100.00000000000004],
  [{ name: 'bleu' }, 'a b c', ['a b c'], 0],
  [{ name: 'bleu', tokenize: 'zh' }, '今天天气很好。', ['今天天气真好。'], 48.892302243490086],
  [{ name: 'nltk_bleu' }, 'let go it', ['let it go'], 1.821831989445342e-231],
  [
    { name: 'nltk_bleu' },
    'It is a guide to action which ensures that the military always obeys the commands of the party',
    [
      'It is a guide to action that ensures that the military will forever heed Party commands',
      'It is the guiding principle which guarantees the military forces always being under the command of the Party',
      'It is the practical guide for the army always to heed the directions of the party',
    ],
    0.5045666840058485,
  ],
  [
    { name: 'rouge1', stemmer: false },
    'The quick brown dog jumps on the log.',
    ['The quick brown fox jumps over the lazy dog'],
    0.7058823529411765,
  ],
  [
    { name: 'rouge2', stemmer: false },
    'The quick brown dog jumps on the log.',
    ['The quick brown fox jumps over the lazy dog'],
    0.26666666666666666,
  ],
  [
    { name: 'rougeL', stemmer: false },
    'The quick brown dog jumps on the log.',
    ['The quick brown fox jumps over the lazy dog'],
    0.5882352941176471,
  ],
  [{ name: 'rougeLsum' }, 'w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5', ['w1 w2 w3 w4 w5'], 0.5333333333333333],
  [{ name: 'rougeL' }, 'b\na c', ['a\nb c'], 0.6666666666666666],
  [{ name: 'rougeLsum' }, 'b\na c', ['a\nb c'], 1],
  [{ name: 'rouge1' }, 'the fly dies enjoy sky', ['The flies died enjoying skies'], 0.8000000000000002],
  [
    { name: 'rouge1', stemmer: false },
    'the fly dies enjoy sky',
    ['The flies died enjoying skies'],
    0.20000000000000004,
  ],
];

test.each(KNOWN)('%j of %j against %j', (spec, output, references, expected) => {
  const value = score(spec, output, references);
  expect([value, nearly(value, expected)]).toEqual([value, true]);
});

/** scikit-learn's own documentation. */
const LABELS: readonly (readonly [string, string, string, number])[] = [
  ['accuracy', '0 1 2 2 2', '0 0 2 2 1', 0.6],
  ['macro_f1', '0 1 2 2 2', '0 0 2 2 1', 0.48888888888888893],
  ['weighted_f1', '0 1 2 2 2', '0 0 2 2 1', 0.6133333333333334],
  ['balanced_accuracy', '0 1 0 0 1 0', '0 1 0 0 0 1', 0.625],
  ['mcc', '1 1 1 -1', '1 -1 1 1', -0.3333333333333333],
];

test.each(LABELS)('%s of true %s, predicted %s', (name, actual, predicted, expected) => {
  const outputs = predicted.split(' ');
  const rows = actual.split(' ').map((label, i) => row(outputs[i]!, label));
  expect(evaluate(createMetric({ name }), rows).value).toBe(expected);
});

/** CJK and emoji hold no [a-z0-9]: rouge_score gives 0 even against itself. */
test('ROUGE sees only Latin letters and digits', () => {
  expect(score({ name: 'rougeL' }, '今天天气很好', '今天天气很好')).toBe(0);
  expect(score({ name: 'chrf' }, '今天天气很好', '今天天气很好')).toBe(100);
});
