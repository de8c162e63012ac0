import type { EvalIndex } from './eval-index.js';
import type { Row } from './row.js';

/** A block of a row is held against a text if it has this many of the grams that find it, and this share of them. */
const LEAST_SEEDS = 2;
const LEAST_SHARE = 0.12;

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
    const candidates: number[] = [];
    for (const text of touched) {
      const seeds = this.#seeds[text]!;
      this.#seeds[text] = 0;
      if (seeds >= Math.min(LEAST_SEEDS, textSeeds[text]!) && seeds >= LEAST_SHARE * textSeeds[text]!)
        candidates.push(text);
    }
    return candidates.sort((a, b) => a - b);
  }
}
