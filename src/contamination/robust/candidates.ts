import type { EvalIndex } from './eval-index.js';
import type { Row } from './row.js';

/** A block of a row is held against a text if it has this many of the grams that find it, and this share of them. */
const LEAST_SEEDS = 2;
const LEAST_SHARE = 0.12;
/** A block is held against the texts it has most of, so many and so many for each of its tokens: a template is in all of them. */
const MOST = 128;
const MOST_PER_TOKEN = 2;

/** Finds the eval texts that a block of a row may hold. */
export class Candidates {
  readonly #index: EvalIndex;
  /** The number of the last block that had each gram. */
  readonly #seen: Int32Array;
  #blocks = 0;
  /** Per text how many of the grams that find it the block has; 0 between two blocks. */
  readonly #seeds: Int32Array;

  constructor(index: EvalIndex) {
    this.#index = index;
    this.#seen = new Int32Array(index.map.size);
    this.#seeds = new Int32Array(index.textSeeds.length);
  }

  /** Numbers of texts, ascending. */
  of(row: Row): number[] {
    const { postingStarts, postings, textSeeds } = this.#index;
    const touched: number[] = [];
    this.#blocks++;
    for (let h = row.firstHit; h < row.endHit; h++) {
      const gram = row.grams[row.hits[h]!]!;
      if (this.#seen[gram] === this.#blocks) continue;
      this.#seen[gram] = this.#blocks;
      for (let p = postingStarts[gram]!; p < postingStarts[gram + 1]!; p++) {
        const text = postings[p]!;
        if (this.#seeds[text]!++ === 0) touched.push(text);
      }
    }
    let candidates: number[] = [];
    const shares: number[] = [];
    for (const text of touched) {
      const seeds = this.#seeds[text]!;
      this.#seeds[text] = 0;
      if (seeds < Math.min(LEAST_SEEDS, textSeeds[text]!) || seeds < LEAST_SHARE * textSeeds[text]!) continue;
      candidates.push(text);
      shares.push(seeds / textSeeds[text]!);
    }
    const most =
      touched.length === 0 ? 0 : MOST + MOST_PER_TOKEN * (row.hits[row.endHit - 1]! - row.hits[row.firstHit]!);
    if (candidates.length > most) {
      const order = shares.map((_, i) => i).sort((a, b) => shares[b]! - shares[a]! || candidates[a]! - candidates[b]!);
      candidates = order.slice(0, most).map((i) => candidates[i]!);
    }
    return candidates.sort((a, b) => a - b);
  }
}
