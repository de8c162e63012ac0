import { compareLevels } from '../levels.js';
import type { Level } from '../types.js';
import { Alignment } from './alignment.js';
import { Candidates } from './candidates.js';
import type { EvalIndex } from './eval-index.js';
import { levelOf, scoreOf, type Thresholds } from './level.js';

import { measure, type Overlap, together } from './overlap.js';
import { Row } from './row.js';
import { windowOf } from './runs.js';

/** Tokens of a row that are searched together. */
const BLOCK_TOKENS = 4096;

/** What of an example stands in a training row; `template`: wording that it has in common with other problems. */
export type Part = 'question' | 'answer' | 'both' | 'template';

/** One training row that holds something of one example. */
export interface Match {
  readonly example: number;
  readonly level: Level;
  /** The share of the example that the row covers, 0-1. */
  readonly score: number;
  readonly part: Part;
  /** The longest span that stands in both: its words, and where it begins and ends in the row's text. */
  readonly words: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Holds training rows against the index, one after another. What it finds in a row depends on that row alone, so that rows
 * may be shared out among any number of matchers.
 */
export class RowMatcher {
  readonly #index: EvalIndex;
  readonly #thresholds: Thresholds;
  readonly #row: Row;
  readonly #candidates: Candidates;
  readonly #alignment: Alignment;
  readonly #longestWindow: number;
  readonly #blockLength: number;

  constructor(index: EvalIndex, thresholds: Thresholds) {
    this.#index = index;
    this.#thresholds = thresholds;
    this.#row = new Row(index);
    this.#candidates = new Candidates(index);
    this.#alignment = new Alignment(index, this.#row);
    this.#longestWindow = windowOf(
      index.starts.reduce((most, start, t) => Math.max(most, start - (index.starts[t - 1] ?? 0)), 0),
    );
    this.#blockLength = Math.max(BLOCK_TOKENS, 2 * this.#longestWindow);
  }

  /** The examples that the row has something of, ascending, each at its level. */
  match(text: string): Match[] {
    this.#row.take(text);
    return this.#matches();
  }

  /**
   * Whether a row matches, from the bytes of its texts as they stand in strings of JSON. It may, too, where they can't be read
   * so: what is not ASCII, and what may be markup, is for `match`.
   */
  mayMatch(bytes: Uint8Array, spans: Int32Array, count: number): boolean {
    return !this.#row.takeBytes(bytes, spans, count) || this.#matches().length > 0;
  }

  #matches(): Match[] {
    if (this.#row.hitCount === 0) return [];
    const overlaps = new Map<number, { question?: Overlap; answer?: Overlap }>();
    const { holderStarts, holders } = this.#index;
    for (const [text, overlap] of this.#overlaps()) {
      for (let i = holderStarts[text]!; i < holderStarts[text + 1]!; i++) {
        const example = holders[i]! >> 1;
        const known = overlaps.get(example) ?? {};
        overlaps.set(example, { ...known, [holders[i]! % 2 === 0 ? 'question' : 'answer']: overlap });
      }
    }
    return [...overlaps.keys()]
      .sort((a, b) => a - b)
      .flatMap((example) => this.#matchOf(example, overlaps.get(example)!) ?? []);
  }

  /** What the row has of each eval text, at the place where it has most of it. */
  #overlaps(): Map<number, Overlap> {
    const overlaps = new Map<number, Overlap>();
    while (this.#row.nextBlock(this.#blockLength, this.#longestWindow)) {
      for (const text of this.#candidates.of(this.#row)) {
        if (!this.#alignment.align(text)) continue;
        const overlap = measure(text, this.#alignment, this.#index, this.#row);
        const known = overlaps.get(text);
        if (known === undefined || overlap.covered > known.covered) overlaps.set(text, overlap);
      }
    }
    return overlaps;
  }

  /** The strongest of what the row has of the question, of the answer, and of both together. */
  #matchOf(example: number, { question, answer }: { question?: Overlap; answer?: Overlap }): Match | null {
    const both = question !== undefined && answer !== undefined ? together(question, answer) : undefined;
    const found = [question, answer, both]
      .flatMap((overlap) =>
        overlap === undefined ? [] : { overlap, level: levelOf(overlap, overlap === answer, this.#thresholds) },
      )
      .flatMap(({ overlap, level }) => (level === null ? [] : { overlap, level, score: scoreOf(overlap) }));
    const [best] = found.sort(
      (a, b) => compareLevels(a.level, b.level) || b.score - a.score || b.overlap.tokens - a.overlap.tokens,
    );
    if (best === undefined) return null;
    const { level, score, overlap } = best;
    const leaked = (part: Overlap | undefined): boolean =>
      part !== undefined && found.some((other) => other.overlap === part && other.level !== 'template');
    const hasQuestion = leaked(question);
    const part =
      level === 'template' ? 'template' : hasQuestion === leaked(answer) ? 'both' : hasQuestion ? 'question' : 'answer';
    const { starts, ends } = this.#row.tokens;
    const { tokens, first, last } = overlap.span;
    return { example, level, score, part, words: tokens, start: starts[first]!, end: ends[last]! };
  }
}
