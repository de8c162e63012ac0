import type { Level } from '../types.js';

/** The levels that the n-gram definition tells apart. */
export type NgramLevel = Extract<Level, 'substantial' | 'partial'>;

/**
 * One half of the example's n-grams in one training row. Sharing one n-gram is no leak: OpenAI's own GSM8K training rows
 * share an 8-gram with 144 of the 1,319 test rows, through phrases such as "how much money does she have left after",
 * and cover half of none (test/contamination/ngram/gsm8k.test.ts).
 */
const SUBSTANTIAL_SHARE = 0.5;

/** The level of an example of which one row holds `shared` of its `grams` distinct n-grams, at least one. */
export function levelOf(shared: number, grams: number): NgramLevel {
  return shared >= SUBSTANTIAL_SHARE * grams ? 'substantial' : 'partial';
}
