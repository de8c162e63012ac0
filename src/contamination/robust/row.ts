import type { EvalIndex } from './eval-index.js';
import { gramNumber } from './gram-map.js';
import { GRAM, gramHash } from './grams.js';
import { Respacer } from './spacing.js';
import { Tokens } from './tokens.js';

/** One training row as the index sees it. Its arrays are used again for the next row. */
export class Row {
  tokens = new Tokens();
  /** The gram that starts at each token, or -1 where the eval sets have none. */
  grams = new Int32Array(0);
  /** The tokens where one of their grams starts, ascending. */
  hits = new Int32Array(0);
  hitCount = 0;
  /** The hits of the block at hand: from `firstHit` up to `endHit`. */
  firstHit = 0;
  endHit = 0;

  readonly #index: EvalIndex;
  readonly #read = new Tokens();
  readonly #respacer: Respacer;

  constructor(index: EvalIndex) {
    this.#index = index;
    this.#respacer = new Respacer(index.words);
  }

  take(text: string): void {
    const { map } = this.#index;
    this.#read.read(text);
    const tokens = this.#respacer.respaced(this.#read, text);
    this.tokens = tokens;
    this.hitCount = 0;
    this.firstHit = 0;
    this.endHit = 0;
    if (this.grams.length < tokens.count) {
      this.grams = new Int32Array(tokens.hashes.length);
      this.hits = new Int32Array(tokens.hashes.length);
    }
    const last = tokens.count - GRAM;
    for (let i = 0; i <= last; i++) {
      const gram = gramNumber(map, gramHash(tokens, i));
      this.grams[i] = gram;
      if (gram !== -1) this.hits[this.hitCount++] = i;
    }
  }

  /**
   * Goes to the row's next block, the first one after `take`: a long row is searched in blocks, since all that is in it
   * together has something of every example.
   * @param length in tokens; two blocks have `overlap` of them in common
   * @returns whether there is another
   */
  nextBlock(length: number, overlap: number): boolean {
    const { hits, hitCount } = this;
    if (this.endHit === hitCount) return false;
    if (this.endHit > 0) {
      const begin = hits[this.endHit]! - overlap;
      while (hits[this.firstHit]! < begin) this.firstHit++;
    }
    const end = hits[this.firstHit]! + length;
    while (this.endHit < hitCount && hits[this.endHit]! < end) this.endHit++;
    return true;
  }
}
