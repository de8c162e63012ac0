import type { Tokens } from './ngrams.js';

const WORD = 32;
const CARRY = 2 ** WORD;
/** Up to so many columns are kept whatever their number. */
const LEAST_BLOCK = 1_024;

/**
 * The length of the longest common subsequence, 32 cells of the table at a time (Crochemore et al. 2001).
 * O(a * b / 32) time.
 */
export function lcsLength(a: Tokens, b: Tokens): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]; // memory grows with the square of the first
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
  const columns = new Columns(Array.from(short).slice(start, short.length - end));
  for (let j = start; j < long.length - end; j++) columns.next(long[j]!);
  return start + columns.rises() + end;
}

/**
 * For a text `a` a function that gives, for any `b`, the positions in `a` of one longest common subsequence of both: the one
 * that rouge_score reads back from its table, which goes left where the length to the left is greater than that above,
 * and else up. O(a * b / 32) time and O(a * sqrt(b) / 32) memory: only some columns are kept, the rest computed again.
 */
export function lcsPositions(a: Tokens): (b: Tokens) => number[] {
  const columns = new Columns(a);
  const { words, bits } = columns;
  return (b) => {
    if (a.length === 0) return [];
    const block = Math.max(LEAST_BLOCK, Math.ceil(Math.sqrt(b.length)));
    const starts = new Int32Array(words * Math.ceil(b.length / block));
    bits.fill(-1);
    for (let from = 0; from < b.length; from += block) {
      starts.set(bits, (from / block) * words);
      const isLast = from + block >= b.length;
      for (let j = from; !isLast && j < from + block; j++) columns.next(b[j]!);
    }
    const table = new Int32Array(words * Math.min(block, b.length));
    const positions: number[] = [];
    let i = a.length - 1;
    for (let j = b.length - 1; j >= 0 && i >= 0; j--) {
      const from = j - (j % block);
      if (j === b.length - 1 || j === from + block - 1) {
        bits.set(starts.subarray((from / block) * words, (from / block + 1) * words));
        for (let k = from; k <= j; k++) {
          columns.next(b[k]!);
          table.set(bits, (k - from) * words);
        }
      }
      i = columns.stop(i, table.subarray((j - from) * words, (j - from + 1) * words), b[j]!);
      if (i >= 0 && a[i] === b[j]) positions.push(i--);
    }
    return positions.reverse();
  };
}

/** The LCS table's columns one after the other: bit i is 0 where the length rises from row i - 1 to row i. */
class Columns {
  readonly words: number;
  readonly bits: Int32Array;
  readonly #length: number;
  readonly #masks = new Map<number, Int32Array>();

  constructor(a: Tokens) {
    this.#length = a.length;
    this.words = Math.ceil(a.length / WORD);
    this.bits = new Int32Array(this.words).fill(-1);
    for (let i = 0; i < a.length; i++) {
      let mask = this.#masks.get(a[i]!);
      if (mask === undefined) {
        mask = new Int32Array(this.words);
        this.#masks.set(a[i]!, mask);
      }
      mask[i >>> 5]! |= 1 << (i & 31);
    }
  }

  next(token: number): void {
    const mask = this.#masks.get(token);
    if (mask === undefined) return;
    let carry = 0;
    for (let w = 0; w < this.words; w++) {
      const bits = this.bits[w]!;
      const sum = (bits >>> 0) + ((bits & mask[w]!) >>> 0) + carry;
      carry = sum >= CARRY ? 1 : 0;
      this.bits[w] = sum | 0 | (bits & ~mask[w]!);
    }
  }

  /** The way up from row i in a column: the first row that holds the token or where the length rises; -1 for none. */
  stop(i: number, bits: Int32Array, token: number): number {
    const mask = this.#masks.get(token);
    let upTo = -1 >>> (31 - (i & 31));
    for (let w = i >>> 5; w >= 0; w--) {
      const rows = (~bits[w]! | (mask?.[w] ?? 0)) & upTo;
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
