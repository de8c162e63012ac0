import type { Tokens } from './ngrams.js';

const WORD = 32;
/** A length is found so many rows at a time (whole WORDs), or the masks would take memory by the square of the text. */
const STRIP = 1_024;
/** Up to so many columns are kept whatever their number. */
const LEAST_BLOCK = 1_024;

/**
 * Longest common subsequences, 32 cells of the table at a time (Crochemore et al. 2001). An instance keeps its arrays from
 * one pair of texts to the next. Tokens are whole numbers from 0; memory is kept up to the greatest.
 */
export class Lcs {
  readonly #columns = new Columns();
  /** By column what the rows above carry over to the next strip. */
  #carries = new Uint8Array(2 ** 8);

  /** The length of a longest common subsequence, in O(a * b / 32) time. */
  length(a: Tokens, b: Tokens): number {
    const shorter = Math.min(a.length, b.length);
    let start = 0;
    while (start < shorter && a[start] === b[start]) start++;
    let end = 0;
    while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
    const columns = this.#columns;
    const endOfB = b.length - end;
    if (endOfB > this.#carries.length) this.#carries = new Uint8Array(2 * endOfB);
    this.#carries.fill(0, start, endOfB);
    let length = start + end;
    for (let from = start; from < a.length - end; from += STRIP) {
      columns.begin(a, from, Math.min(from + STRIP, a.length - end));
      for (let j = start; j < endOfB; j++) this.#carries[j] = columns.next(b[j]!, this.#carries[j]!);
      length += columns.rises();
    }
    return length;
  }

  /**
   * For a text `a` a function that gives, for any `b`, the positions in `a` of one longest common subsequence of both: the
   * one that rouge_score reads back from its table, which goes left where the length to the left is greater than that
   * above, and else up. O(a * b / 32) time; O(a * sqrt(b) / 32) memory beside the masks, since only some columns are kept,
   * the rest computed again. The function is good until the instance is used otherwise.
   */
  positions(a: Tokens): (b: Tokens) => number[] {
    const columns = this.#columns;
    columns.begin(a, 0, a.length);
    const { words } = columns;
    return (b) => {
      if (a.length === 0) return [];
      const block = Math.max(LEAST_BLOCK, Math.ceil(Math.sqrt(b.length)));
      const starts = new Int32Array(words * Math.ceil(b.length / block));
      const { bits } = columns;
      bits.fill(-1);
      for (let from = 0; from < b.length; from += block) {
        starts.set(bits, (from / block) * words);
        const isLast = from + block >= b.length;
        for (let j = from; !isLast && j < from + block; j++) columns.next(b[j]!, 0);
      }
      const table = new Int32Array(words * Math.min(block, b.length));
      const positions: number[] = [];
      let i = a.length - 1;
      for (let j = b.length - 1; j >= 0 && i >= 0; j--) {
        const from = j - (j % block);
        if (j === b.length - 1 || j === from + block - 1) {
          bits.set(starts.subarray((from / block) * words, (from / block + 1) * words));
          for (let k = from; k <= j; k++) {
            columns.next(b[k]!, 0);
            table.set(bits, (k - from) * words);
          }
        }
        i = columns.stop(i, table.subarray((j - from) * words, (j - from + 1) * words), b[j]!);
        if (i >= 0 && a[i] === b[j]) positions.push(i--);
      }
      return positions.reverse();
    };
  }
}

/** The LCS table's columns one after the other: bit i is 0 where the length rises from row i - 1 to row i. */
class Columns {
  bits = new Int32Array(0);
  words = 0;
  #length = 0;
  /** By token the number of its mask, from 1; 0 for tokens that `a` lacks. */
  #numbers = new Int32Array(1);
  #tokens: number[] = [];
  /** By number `words` words: bit i is 1 where the token stands at i. */
  #masks = new Int32Array(0);

  /** Starts again, with a text's tokens `from` to `to` as rows. */
  begin(a: Tokens, from: number, to: number): void {
    for (const token of this.#tokens) this.#numbers[token] = 0;
    this.#tokens = [];
    this.#length = to - from;
    this.words = Math.ceil(this.#length / WORD);
    for (let i = from; i < to; i++) this.#learn(a[i]!);
    const size = (this.#tokens.length + 1) * this.words;
    if (size > this.#masks.length) this.#masks = new Int32Array(size);
    else this.#masks.fill(0, 0, size);
    for (let i = 0; i < this.#length; i++) {
      this.#masks[this.#numbers[a[from + i]!]! * this.words + (i >>> 5)]! |= 1 << (i & 31);
    }
    if (this.bits.length !== this.words) this.bits = new Int32Array(this.words);
    this.bits.fill(-1);
  }

  #learn(token: number): void {
    if (token >= this.#numbers.length) {
      const wider = new Int32Array(2 * (token + 1));
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    if (this.#numbers[token] === 0) this.#numbers[token] = this.#tokens.push(token);
  }

  /** Goes on to the column of a token of `b`; takes and gives the carry of the row above the first, of the last row. */
  next(token: number, carry: number): number {
    const number = token < this.#numbers.length ? this.#numbers[token]! : 0;
    if (number === 0 && carry === 0) return 0;
    const { bits, words } = this;
    const masks = this.#masks;
    const first = number * words;
    for (let w = 0; w < words; w++) {
      const before = bits[w]!;
      const mask = masks[first + w]!;
      const matches = before & mask;
      const sum = (before + matches + carry) | 0;
      carry = (matches | (before & ~sum)) >>> 31; // of the highest bits at least two were 1
      bits[w] = sum | (before & ~mask);
    }
    return carry;
  }

  /** The way up from row i in a column: the first row that holds the token or where the length rises; -1 for none. */
  stop(i: number, bits: Int32Array, token: number): number {
    const number = token < this.#numbers.length ? this.#numbers[token]! : 0;
    let upTo = -1 >>> (31 - (i & 31));
    for (let w = i >>> 5; w >= 0; w--) {
      // The masks of number 0 hold nothing.
      const rows = (~bits[w]! | this.#masks[number * this.words + w]!) & upTo;
      if (rows !== 0) return w * WORD + 31 - Math.clz32(rows);
      upTo = -1;
    }
    return -1;
  }

  rises(): number {
    let count = 0;
    for (let i = 0; i < this.#length; i++) {
      if (((this.bits[i >>> 5]! >>> (i & 31)) & 1) === 0) count++;
    }
    return count;
  }
}
