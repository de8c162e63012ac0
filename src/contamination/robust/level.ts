import type { Level } from '../types.js';
import type { Overlap } from './overlap.js';

/** Where one level ends and the next begins. Their values are the config's; docs/contamination.md says why. */
export interface Thresholds {
  /** Least score of `near_identical`. */
  readonly near_identical: number;
  /** Least score of `substantial` where the example stands in the row in scattered pieces. */
  readonly substantial: number;
  /** Least score of `substantial` where one piece has `one_piece_words` words or more. */
  readonly substantial_in_one_piece: number;
  readonly one_piece_words: number;
  /** Least score of `partial`. */
  readonly partial: number;
  /** Share of the numbers in the shared text that must be equal; with fewer it is a template, or only its numbers differ. */
  readonly same_numbers: number;
  /** Share of the words that may be missing or put in where numbers differ and the wording is the same all the same. */
  readonly other_words: number;
  /** Bits of information that the row must have of the example, in one long piece. */
  readonly bits: number;
  /** The same in scattered pieces that just make up a `substantial` share; the more it is, the fewer are needed. */
  readonly bits_scattered: number;
  /** The same where the row has (nearly) all of it; examples with fewer bits are too short to decide. */
  readonly bits_of_all: number;
  /** The same of an answer without its question, in any case: short answers stand everywhere. */
  readonly bits_of_answer: number;
}

/** A score that is as good as 1: sums of the same weights in another order differ in the last digits. */
const ALL = 1 - 1e-9;
/** A piece this much shorter than `one_piece_words` is a phrase and no more, and counts as scattered. */
const PHRASE_SHORTER_BY = 7;
/** What it costs in bits to say where another piece stands. */
const BITS_PER_PIECE = 4;
/** In a text with fewer numbers than one in so many words, numbers are not what it is about. */
const WORDS_PER_NUMBER = 40;

/**
 * The level of what a training row has of an example; null below the lowest.
 * @param isAnswer whether it is an answer without its question
 */
export function levelOf(overlap: Overlap, isAnswer: boolean, thresholds: Thresholds): Level | null {
  const score = scoreOf(overlap);
  const least = isAnswer ? thresholds.bits_of_answer : thresholds.bits_of_all;
  if (overlap.coveredBits < least) return null;
  const hasEnough = evidence(overlap) >= thresholds.bits;
  const leastShare = leastScore(overlap, thresholds);
  if (numbersDiffer(overlap, thresholds)) {
    if (isSameWording(overlap, thresholds) && isOwnWording(overlap)) return 'substantial';
    if (overlap.worded >= leastShare * overlap.weight && hasEnough) return 'template';
  } else {
    if (score >= ALL) return isWhole(overlap) ? 'identical' : 'near_identical';
    if (score >= thresholds.near_identical) return 'near_identical';
    if (isTemplate(overlap)) return hasEnough ? 'template' : null;
    if (score >= leastShare && evidence(overlap) >= leastEvidence(overlap, thresholds)) return 'substantial';
  }
  return score >= thresholds.partial && hasEnough ? 'partial' : null;
}

/** The share of the example that the row covers, 0-1. */
export function scoreOf({ covered, weight }: Overlap): number {
  return weight === 0 ? 0 : Math.min(1, covered / weight);
}

/** What the row has of the example in bits, less what it takes to say where the pieces stand. */
function evidence({ coveredBits, pieces }: Overlap): number {
  return coveredBits - BITS_PER_PIECE * pieces;
}

/** Mostly what other examples have as well, and not even half of what only this one has. */
function isTemplate({ coveredBits, novelBits, coveredNovelBits }: Overlap): boolean {
  return coveredNovelBits * 2 <= coveredBits && coveredNovelBits * 2 < novelBits;
}

function isWhole({ pieces, aligned, tokens, inserted }: Overlap): boolean {
  return pieces === 1 && aligned === tokens && inserted === 0;
}

/** Whether not most of the wording is a template, in which nothing but the numbers tells examples apart. */
function isOwnWording({ bits, novelBits }: Overlap): boolean {
  return novelBits * 2 >= bits;
}

function isSameWording({ tokens, aligned, inserted }: Overlap, { other_words: share }: Thresholds): boolean {
  return tokens - aligned + inserted <= share * tokens;
}

function numbersDiffer({ numbers, equalNumbers, aligned }: Overlap, { same_numbers: share }: Thresholds): boolean {
  return equalNumbers < share * numbers && (numbers - equalNumbers) * WORDS_PER_NUMBER >= aligned;
}

/** The longer the longest piece, the less of the example needs to stand in the row. */
function leastScore(overlap: Overlap, thresholds: Thresholds): number {
  const { substantial, substantial_in_one_piece: inOnePiece } = thresholds;
  return substantial - (substantial - inOnePiece) * wholeness(overlap, thresholds);
}

/** The longer the longest piece, or the more of the example stands in the row, the less it must say. */
function leastEvidence(overlap: Overlap, thresholds: Thresholds): number {
  const { bits, bits_scattered: scattered, bits_of_all: ofAll, substantial, near_identical: nearly } = thresholds;
  const least = scattered - (scattered - bits) * wholeness(overlap, thresholds);
  const share = clamped((scoreOf(overlap) - substantial) / (nearly - substantial));
  return Math.min(least, scattered - (scattered - ofAll) * share);
}

/** 0 where the longest piece is a phrase, 1 where it is long. */
function wholeness({ span }: Overlap, { one_piece_words: words }: Thresholds): number {
  return clamped((span.novel - (words - PHRASE_SHORTER_BY)) / PHRASE_SHORTER_BY);
}

function clamped(share: number): number {
  return Math.min(1, Math.max(0, share));
}
