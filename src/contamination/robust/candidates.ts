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
  /** The texts of the block at hand that have any. */
  readonly #touched: Int32Array;

  constructor(index: EvalIndex) {
    this.#index = index;
    this.#seen = new Int32Array(index.map.size);
    this.#seeds = new Int32Array(index.textSeeds.length);
    this.#touched = new Int32Array(index.textSeeds.length);
  }

  /** Numbers of texts, ascending. */
  of(row: Row): number[] {
    const { postingStarts, postings, textSeeds } = this.#index;
    const { grams, hits, firstHit, endHit } = row;
    const seen = this.#seen;
    const seedsOf = this.#seeds;
    const touched = this.#touched;
    const block = ++this.#blocks;
    let count = 0;
    for (let h = firstHit; h < endHit; h++) {
      const gram = grams[hits[h]!]!;
      if (seen[gram] === block) continue;
      seen[gram] = block;
      const end = postingStarts[gram + 1]!;
      for (let p = postingStarts[gram]!; p < end; p++) {
        const text = postings[p]!;
        const seeds = seedsOf[text]!;
        seedsOf[text] = seeds + 1;
        if (seeds === 0) touched[count++] = text;
      }
    }
    let candidates: number[] = [];
    const shares: number[] = [];
    for (let i = 0; i < count; i++) {
      const text = touched[i]!;
      const seeds = seedsOf[text]!;
      seedsOf[text] = 0;
      const all = textSeeds[text]!;
      if ((seeds < LEAST_SEEDS && seeds < all) || seeds < LEAST_SHARE * all) continue;
      candidates.push(text);
      shares.push(seeds / all);
    }
    if (candidates.length === 0) return candidates;
    const most = MOST + MOST_PER_TOKEN * (hits[endHit - 1]! - hits[firstHit]!);
    if (candidates.length > most) {
      const order = shares.map((_, i) => i).sort((a, b) => shares[b]! - shares[a]! || candidates[a]! - candidates[b]!);
      candidates = order.slice(0, most).map((i) => candidates[i]!);
    }
    return candidates.sort((a, b) => a - b);
  }
}
