import { ByteTokens } from './byte-tokens.js';
import type { EvalIndex } from './eval-index.js';
import { findGrams } from './grams.js';
import { needsRespacing, Respacer } from './spacing.js';
import { Tokens } from './tokens.js';

/** One training row as the index sees it. Its arrays are used again for the next row. */
export class Row {
  tokens = new Tokens();
  /** The gram that starts at each hit; at other tokens it means nothing. */
  grams = new Int32Array(0);
  /** The tokens where a gram of the eval sets starts, ascending. */
  hits = new Int32Array(0);
  hitCount = 0;
  /** The hits of the block at hand: from `firstHit` up to `endHit`. */
  firstHit = 0;
  endHit = 0;

  readonly #index: EvalIndex;
  readonly #read = new Tokens();
  readonly #bytes = new ByteTokens();
  readonly #respacer: Respacer;

  constructor(index: EvalIndex) {
    this.#index = index;
    this.#respacer = new Respacer(index.words);
  }

  take(text: string): void {
    this.#read.read(text);
    this.#findGrams(this.#respacer.respaced(this.#read, text));
  }

  /**
   * Takes a row from the bytes of its texts as they stand in strings of JSON; its tokens have no places then.
   * @returns false where it can't be read so
   */
  takeBytes(bytes: Uint8Array, spans: Int32Array, count: number): boolean {
    if (!this.#bytes.read(this.#read, bytes, spans, count) || needsRespacing(this.#read)) return false;
    this.#findGrams(this.#read);
    return true;
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

  #findGrams(tokens: Tokens): void {
    const { map } = this.#index;
    this.tokens = tokens;
    this.hitCount = 0;
    this.firstHit = 0;
    this.endHit = 0;
    if (this.grams.length < tokens.count) {
      this.grams = new Int32Array(tokens.hashes.length);
      this.hits = new Int32Array(tokens.hashes.length);
    }
    this.hitCount = findGrams(tokens, tokens.count, map, this.grams, this.hits);
  }
}
