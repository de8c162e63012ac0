import type { EvalParts } from '../text.js';
import { readEvalTexts, type EvalTexts } from './eval-texts.js';
import { gramMap, type GramMap } from './gram-map.js';
import { GRAM, gramHash } from './grams.js';
import { Numbering } from './numbering.js';
import { WORD } from './tokens.js';
import { groupCounts, weigh, type Weights } from './weights.js';

/** A gram in more texts than this does not make a training row a candidate: it would make it one of all of them. */
const SEED_TEXTS = 64;
/** A text with less than this share of other grams is found by its rarest ones too: so many, or the share, up to so many texts. */
const LEAST_SEEDS = 8;
const LEAST_SEED_SHARE = 0.25;
const COMMON_SEED_TEXTS = 2000;

/**
 * What training rows are held against. All of it is in typed arrays that are only read, so that threads can share it.
 * Text numbers are those of `EvalTexts`, token numbers run over all texts, gram numbers are those of `map`.
 */
export interface EvalIndex extends EvalTexts, Weights {
  /** The gram that starts at each token, or -1 at the last tokens of a text. */
  readonly grams: Int32Array;
  readonly map: GramMap;
  /** The words of all texts, in no order that means anything. */
  readonly words: GramMap;
  /** What a gram in a row says about which text it is, in bits. */
  readonly gramBits: Float64Array;
  /** Of each text: its tokens' `bits` together, those of its tokens in no template, `weights`, and the grams that find it. */
  readonly textBits: Float64Array;
  readonly textNovelBits: Float64Array;
  readonly textWeights: Float64Array;
  readonly textSeeds: Int32Array;
  /** The texts that gram g finds are `postings[postingStarts[g]]` up to `postings[postingStarts[g + 1]]`, ascending. */
  readonly postingStarts: Int32Array;
  readonly postings: Int32Array;
  /** The examples that text t belongs to, in the same way, ascending: twice their number, plus 1 where it is the answer. */
  readonly holderStarts: Int32Array;
  readonly holders: Int32Array;
}

/** Indexes eval texts for the robust definition. Memory: about 60 bytes a token. */
export function indexEval(parts: readonly EvalParts[]): EvalIndex {
  const texts = readEvalTexts(parts);
  const { tokens, starts } = texts;
  const count = starts.length - 1;
  const numbering = new Numbering(tokens.hashes.length);
  const grams = new Int32Array(tokens.hashes.length).fill(-1);
  for (let text = 0; text < count; text++) {
    const last = starts[text + 1]! - GRAM;
    for (let i = starts[text]!; i <= last; i++) grams[i] = numbering.number(gramHash(tokens, i));
  }
  const gramGroups = groupCounts(texts, grams, numbering.size);
  const weights = weigh(texts, grams, gramGroups);
  const sumUp = (of: (token: number) => number): Float64Array =>
    Float64Array.from({ length: count }, (_, text) => {
      let sum = 0;
      for (let i = starts[text]!; i < starts[text + 1]!; i++) sum += of(i);
      return sum;
    });
  return {
    ...texts,
    ...weights,
    grams,
    map: gramMap(numbering.hashes()),
    words: gramMap(wordHashes(tokens)),
    gramBits: Float64Array.from(gramGroups, (groups) => Math.log2((texts.groups.length + 1) / groups) + 1),
    textBits: sumUp((i) => weights.bits[i]!),
    textNovelBits: sumUp((i) => (weights.novelty[i] === 1 ? weights.bits[i]! : 0)),
    textWeights: sumUp((i) => weights.weights[i]!),
    ...postingsOf(distinctGrams(grams, starts), numbering.size),
    ...holdersOf(texts, count),
  };
}

function wordHashes({ hashes, kinds }: EvalTexts['tokens']): Int32Array {
  const numbering = new Numbering();
  hashes.forEach((hash, i) => {
    if (kinds[i] === WORD) numbering.number(hash);
  });
  return numbering.hashes();
}

/** Of each text its different grams, ascending. */
function distinctGrams(grams: Int32Array, starts: Int32Array): Int32Array[] {
  return Array.from({ length: starts.length - 1 }, (_, text) => {
    const sorted = grams.slice(starts[text], Math.max(starts[text]!, starts[text + 1]! - GRAM + 1)).sort();
    let count = 0;
    for (let i = 0; i < sorted.length; i++) {
      if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i]!;
    }
    return sorted.subarray(0, count);
  });
}

function postingsOf(
  gramsOf: readonly Int32Array[],
  size: number,
): Pick<EvalIndex, 'postingStarts' | 'postings' | 'textSeeds'> {
  const textsOf = new Int32Array(size);
  for (const grams of gramsOf) for (const gram of grams) textsOf[gram]!++;
  const seedsOf = gramsOf.map((grams) => {
    const seeds = grams.filter((gram) => textsOf[gram]! <= SEED_TEXTS);
    if (seeds.length >= LEAST_SEED_SHARE * grams.length) return seeds;
    const rarest = grams.toSorted((a, b) => textsOf[a]! - textsOf[b]! || a - b);
    const least = Math.max(LEAST_SEEDS, Math.floor(grams.length * LEAST_SEED_SHARE));
    return rarest.subarray(0, least).filter((gram) => textsOf[gram]! <= COMMON_SEED_TEXTS);
  });
  const { starts, values } = inverted(seedsOf, size);
  return { postingStarts: starts, postings: values, textSeeds: Int32Array.from(seedsOf, ({ length }) => length) };
}

function holdersOf({ questions, answers }: EvalTexts, count: number): Pick<EvalIndex, 'holderStarts' | 'holders'> {
  const textsOf = Array.from({ length: questions.length * 2 }, (_, i) =>
    Int32Array.of((i % 2 === 0 ? questions : answers)[i >> 1]!),
  );
  const { starts, values } = inverted(textsOf, count);
  return { holderStarts: starts, holders: values };
}

/** For each value the numbers of the lists that hold it, ascending. */
function inverted(lists: readonly Int32Array[], size: number): { starts: Int32Array; values: Int32Array } {
  const starts = new Int32Array(size + 1);
  for (const list of lists) for (const value of list) starts[value + 1]!++;
  for (let value = 0; value < size; value++) starts[value + 1]! += starts[value]!;
  const values = new Int32Array(starts[size]!);
  const filled = starts.slice();
  lists.forEach((list, number) => {
    for (const value of list) values[filled[value]!++] = number;
  });
  return { starts, values };
}
