import { z } from 'zod';
import { split, Vocabulary } from '../text/index.js';
import { define } from './define.js';
import { recipe } from './recipe.js';
import { isEmpty, meanMetric, overSamples, scored } from './samples.js';

/** Scripts that put no white space between words: each of their characters is a token. */
const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const TOKEN = new RegExp(`[${UNSPACED}]|[^${UNSPACED}]+`, 'gu');

/**
 * seq-rep-n (Welleck et al. 2020, "Neural Text Generation with Unlikelihood Training", section 6.1): 1 minus distinct
 * over all n-grams of an output, averaged over outputs; 0 for an output of fewer than n tokens. Less is better.
 */
export const repetition = define(
  { name: 'repetition', about: 'how much outputs loop: 1 minus distinct over all n-grams of words' },
  { n: z.int().min(1).max(20).default(4).describe('words in an n-gram') },
  (id, { n }) =>
    meanMetric({ id, direction: 'lower', recipe: recipe('repetition', { n }, 'seq-rep-n') }, (row) =>
      // An empty output repeats nothing, but must not look like the best of all.
      overSamples(row, (text) => (isEmpty(text) ? scored(1, true) : scored(repeatedShare(text, n)))),
    ),
);

function repeatedShare(text: string, n: number): number {
  const tokens = new Vocabulary().ids(split(text).flatMap((word) => word.match(TOKEN)!));
  const total = tokens.length - n + 1;
  if (total < 1) return 0;
  const distinct = new Set<string>();
  for (let start = 0; start < total; start++) distinct.add(tokens.slice(start, start + n).join());
  return 1 - distinct.size / total;
}
