import type { Alignment } from './alignment.js';
import type { EvalIndex } from './eval-index.js';
import type { Row } from './row.js';
import { NUMBER } from './tokens.js';

/** What one training row has of one eval text, or of a question and its answer together. Sums, so that two can be added. */
export interface Overlap {
  /** Weight of the text, of its tokens that the row has, and of these when numbers that differ count too. */
  readonly weight: number;
  readonly covered: number;
  readonly worded: number;
  /** The same in bits of information, which no template lessens. */
  readonly bits: number;
  readonly coveredBits: number;
  /** The same of the tokens that stand in no template. */
  readonly novelBits: number;
  readonly coveredNovelBits: number;
  /** Tokens of the text, those that have a place in the row, and tokens of the row that stand between these places. */
  readonly tokens: number;
  readonly aligned: number;
  readonly inserted: number;
  readonly pieces: number;
  /** Numbers of the text that stand for numbers of the row, and how many of these are equal. */
  readonly numbers: number;
  readonly equalNumbers: number;
  readonly span: Span;
}

/** The longest run of tokens that stands in both. */
export interface Span {
  readonly tokens: number;
  /** The same, tokens of a template counted by their novelty. */
  readonly novel: number;
  /** Its first and its last token in the row. */
  readonly first: number;
  readonly last: number;
}

/** Measures what the row has of the text that was just aligned. */
export function measure(text: number, alignment: Alignment, index: EvalIndex, row: Row): Overlap {
  const { start, end, mapped } = alignment;
  const { bits, weights, novelty, textBits, textNovelBits, textWeights } = index;
  const { kinds, hashes } = index.tokens;
  const differing: number[] = [];
  const instead: number[] = [];
  let covered = 0;
  let worded = 0;
  let coveredBits = 0;
  let coveredNovelBits = 0;
  let aligned = 0;
  let numbers = 0;
  for (let i = 0; i < end - start; i++) {
    if (mapped[i] === -1) continue;
    const at = start + i;
    aligned++;
    worded += weights[at]!;
    if (kinds[at] === NUMBER) numbers++;
    if (alignment.isEqual(i)) {
      covered += weights[at]!;
      coveredBits += bits[at]!;
      if (novelty[at] === 1) coveredNovelBits += bits[at]!;
    } else {
      differing.push(hashes[at]!);
      instead.push(row.tokens.hashes[mapped[i]!]!);
    }
  }
  const inserted = alignment.inserted();
  for (const at of inserted) if (row.tokens.kinds[at] === NUMBER) instead.push(row.tokens.hashes[at]!);
  return {
    weight: textWeights[text]!,
    covered,
    worded,
    bits: textBits[text]!,
    coveredBits,
    novelBits: textNovelBits[text]!,
    coveredNovelBits,
    tokens: end - start,
    aligned,
    inserted: inserted.length,
    pieces: alignment.pieces,
    numbers,
    equalNumbers: numbers - differing.length + exchanged(differing, instead),
    span: longestSpan(alignment, novelty),
  };
}

/** Where pieces stand in another order, a number that differs at its place may stand at another. */
function exchanged(differing: readonly number[], instead: readonly number[]): number {
  const left = [...instead];
  let count = 0;
  for (const number of differing) {
    const at = left.indexOf(number);
    if (at === -1) continue;
    left.splice(at, 1);
    count++;
  }
  return count;
}

function longestSpan(alignment: Alignment, novelty: Float64Array): Span {
  const { start, end, mapped } = alignment;
  let best: Span = { tokens: 0, novel: 0, first: 0, last: 0 };
  let tokens = 0;
  let novel = 0;
  for (let i = 0; i < end - start; i++) {
    if (!alignment.isEqual(i)) {
      tokens = 0;
      continue;
    }
    const follows = tokens > 0 && mapped[i] === mapped[i - 1]! + 1;
    tokens = follows ? tokens + 1 : 1;
    novel = (follows ? novel : 0) + novelty[start + i]!;
    if (novel > best.novel) best = { tokens, novel, first: mapped[i]! - tokens + 1, last: mapped[i]! };
  }
  return best;
}

/** What a row has of a question and of its answer. Where one follows the other, their spans are one. */
export function together(question: Overlap, answer: Overlap): Overlap {
  const follows = question.span.last + 1 === answer.span.first;
  const longer = question.span.novel >= answer.span.novel ? question.span : answer.span;
  const span: Span = {
    tokens: question.span.tokens + answer.span.tokens,
    novel: question.span.novel + answer.span.novel,
    first: question.span.first,
    last: answer.span.last,
  };
  return {
    weight: question.weight + answer.weight,
    covered: question.covered + answer.covered,
    worded: question.worded + answer.worded,
    bits: question.bits + answer.bits,
    coveredBits: question.coveredBits + answer.coveredBits,
    novelBits: question.novelBits + answer.novelBits,
    coveredNovelBits: question.coveredNovelBits + answer.coveredNovelBits,
    tokens: question.tokens + answer.tokens,
    aligned: question.aligned + answer.aligned,
    inserted: question.inserted + answer.inserted,
    pieces: question.pieces + answer.pieces - (follows ? 1 : 0),
    numbers: question.numbers + answer.numbers,
    equalNumbers: question.equalNumbers + answer.equalNumbers,
    span: follows ? span : longer,
  };
}
