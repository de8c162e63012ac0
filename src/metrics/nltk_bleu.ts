import { z } from 'zod';
import { Vocabulary, tokenIds } from '../text/index.js';
import { BLEU_CAUTION, BleuCounter, bleuLayout } from './bleu.js';
import { define } from './define.js';
import { exactSum } from './exact-sum.js';
import { recipe } from './recipe.js';
import { againstReferences, isEmpty, ofReferences } from './samples.js';

/** Stands for a precision of 0 under method0: Python's sys.float_info.min. */
const LEAST = 2.2250738585072014e-308;
/** Added to a count of 0 under method1. */
const EPSILON = 0.1;

/**
 * NLTK 3.10.4's corpus_bleu, 0-1, over tokens between white space. It differs from sacrebleu's in the brevity penalty of
 * equal lengths, in denominators that are at least 1 a row, and in that a missing order is a tiny number, not 0.
 */
export const nltkBleu = define(
  { name: 'nltk_bleu', about: "BLEU as NLTK's corpus_bleu" },
  {
    weights: z
      .array(z.number().min(0))
      .min(1)
      .max(16)
      .default([0.25, 0.25, 0.25, 0.25])
      .describe('weights of the n-grams of 1, 2 … words'),
    smoothing: z.enum(['method0', 'method1']).default('method0').describe('what stands for an order without a match'),
  },
  (id, { weights, smoothing }) => {
    const orders = weights.length;
    const layout = bleuLayout(orders);
    const counter = new BleuCounter(orders);
    const vocabulary = new Vocabulary();
    const tokens = (text: string): number[] => tokenIds(text, 'none', vocabulary);
    const referenceTokens = ofReferences((references) => references.map(tokens));
    return {
      id,
      recipe: recipe('nltk_bleu', { tok: 'split', weights: weights.join(','), smoothing }, 'nltk:3.10.4'),
      caution: BLEU_CAUTION,
      unit: 'fraction',
      direction: 'higher',
      range: [0, 1],
      linear: false,
      prepare: () => layout,
      measure: (row) =>
        againstReferences(row, (text) => {
          const counts = counter.count(tokens(text), referenceTokens(row));
          for (let n = orders; n < 2 * orders; n++) counts[n] = Math.max(1, counts[n]!);
          return { columns: layout.indices, values: counts, unparsed: isEmpty(text) };
        }),
      aggregate: (sum) => {
        if (sum[0] === 0) return 0;
        const logs = weights.map((weight, n) => weight * Math.log(precision(sum[n]!, sum[orders + n]!, smoothing)));
        return brevityPenalty(sum[2 * orders]!, sum[2 * orders + 1]!) * Math.exp(exactSum(logs));
      },
    };
  },
);

function precision(correct: number, total: number, smoothing: 'method0' | 'method1'): number {
  if (correct > 0) return correct / total;
  return smoothing === 'method0' ? LEAST : EPSILON / total;
}

function brevityPenalty(outputLength: number, referenceLength: number): number {
  if (outputLength > referenceLength) return 1;
  return outputLength === 0 ? 0 : Math.exp(1 - referenceLength / outputLength);
}
