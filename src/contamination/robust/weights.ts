import { commonness } from './commonness.js';
import type { EvalTexts } from './eval-texts.js';
import { GRAM, openHash } from './grams.js';
import { Numbering } from './numbering.js';

/** How many texts of everyday English stand beside the eval set's own when words are counted. */
const PRIOR_TEXTS = 1000;
/** Tokens in a row that examples must share for these to be a template of theirs. */
const TEMPLATE = 8;
/** Examples that must share them: two alone may be one and its copy. */
const TEMPLATE_GROUPS = 3;

/** What each token of the eval texts says. */
export interface Weights {
  /** Bits of information: the rarer the token, the more. Those of a token that repeats in its text are spread. */
  readonly bits: Float64Array;
  /**
   * 1 where the token stands in no template; 1/k in eight tokens that k other examples (from two on) hold too, and in three
   * such tokens of a text that has eight.
   */
  readonly novelty: Float64Array;
  /** `bits`, less where the example shares the words around with others: what scores are counted in. */
  readonly weights: Float64Array;
}

/** @param grams the number of the gram at each token, or -1, and in how many groups each gram stands */
export function weigh(texts: EvalTexts, grams: Int32Array, gramGroups: Int32Array): Weights {
  const bits = tokenBits(texts);
  const novelty = templateNovelty(texts, grams, gramGroups);
  const weights = new Float64Array(bits.length);
  eachText(texts, (start, end) => {
    for (let i = start; i < end; i++) {
      // A phrase of three tokens that k examples have counts 1/sqrt(k): the mean of those that the token stands in.
      let logs = 0;
      let phrases = 0;
      for (let k = Math.max(start, i - 2); k <= i && grams[k] !== -1; k++) {
        logs += Math.log(gramGroups[grams[k]!]!);
        phrases++;
      }
      const rarity = phrases === 0 ? 1 : Math.exp(-logs / phrases / 2);
      weights[i] = bits[i]! * Math.min(rarity, novelty[i]!);
    }
  });
  return { bits, novelty, weights };
}

function tokenBits(texts: EvalTexts): Float64Array {
  const { tokens, groups } = texts;
  const numbering = new Numbering();
  const numbers = tokens.hashes.map((hash) => numbering.number(hash));
  const holders = groupCounts(texts, numbers, numbering.size);
  const bits = new Float64Array(numbers.length);
  const times = new Int32Array(numbering.size);
  eachText(texts, (start, end) => {
    for (let i = start; i < end; i++) times[numbers[i]!] = 0;
    for (let i = start; i < end; i++) times[numbers[i]!]!++;
    for (let i = start; i < end; i++) {
      const expected = PRIOR_TEXTS * commonness(tokens.hashes[i]!, tokens.kinds[i]!, tokens.lengths[i]!);
      const rarity = Math.log2((groups.length + PRIOR_TEXTS) / (holders[numbers[i]!]! + expected));
      const repeats = times[numbers[i]!]!;
      bits[i] = (rarity * (1 + Math.log(repeats))) / repeats;
    }
  });
  return bits;
}

function templateNovelty(texts: EvalTexts, grams: Int32Array, gramGroups: Int32Array): Float64Array {
  const { tokens } = texts;
  const numbering = new Numbering();
  const runs = new Int32Array(tokens.hashes.length).fill(-1);
  eachText(texts, (start, end) => {
    let shared = 0; // grams up to here, one after another, that may stand in a template
    for (let i = start; i + GRAM <= end; i++) {
      const numbers = tokens.kinds[i]! + tokens.kinds[i + 1]! + tokens.kinds[i + 2]!;
      shared = gramGroups[grams[i]!]! >= TEMPLATE_GROUPS || numbers > 1 ? shared + 1 : 0;
      const first = i + GRAM - TEMPLATE;
      if (shared > TEMPLATE - GRAM) runs[first] = numbering.number(openHash(tokens, first, TEMPLATE));
    }
  });
  const runGroups = groupCounts(texts, runs, numbering.size);
  const novelty = new Float64Array(runs.length).fill(1);
  const mark = (first: number, length: number, groups: number): void => {
    const novel = 1 / (groups - 1);
    for (let i = first; i < first + length; i++) novelty[i] = Math.min(novelty[i]!, novel);
  };
  eachText(texts, (start, end) => {
    let hasTemplate = false;
    for (let i = start; i + TEMPLATE <= end; i++) {
      const groups = runs[i] === -1 ? 0 : runGroups[runs[i]!]!;
      if (groups < TEMPLATE_GROUPS) continue;
      hasTemplate = true;
      mark(i, TEMPLATE, groups);
    }
    if (!hasTemplate) return;
    // What a template has behind or between the words that change may be shorter than eight.
    for (let i = start; i + GRAM <= end; i++) {
      const groups = gramGroups[grams[i]!]!;
      if (groups >= TEMPLATE_GROUPS) mark(i, GRAM, groups);
    }
  });
  return novelty;
}

/** In how many groups each number stands. */
export function groupCounts(texts: EvalTexts, numbers: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  texts.groups.forEach((group, g) => {
    for (const text of group) {
      for (let i = texts.starts[text]!; i < texts.starts[text + 1]!; i++) {
        const number = numbers[i]!;
        if (number === -1 || last[number] === g) continue;
        last[number] = g;
        counts[number]!++;
      }
    }
  });
  return counts;
}

function eachText({ starts }: EvalTexts, take: (start: number, end: number) => void): void {
  for (let text = 0; text + 1 < starts.length; text++) take(starts[text]!, starts[text + 1]!);
}
