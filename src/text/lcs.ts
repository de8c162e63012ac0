import type { Tokens } from './ngrams.js';

const WORD = 32;
const CARRY = 2 ** WORD;

/**
 * The length of the longest common subsequence, 32 cells of the table at a time (Crochemore et al. 2001).
 * O(a * b / 32) time.
 */
export function lcsLength(a: Tokens, b: Tokens): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]; // memory grows with the square of the first
  const columns = new Columns(short);
  for (let j = 0; j < long.length; j++) columns.next(long[j]!);
  return columns.rises();
}

/**
 * Positions in `a` of one longest common subsequence with `b`: the one that rouge_score reads back from its table, which
 * goes left where the length to the left is greater than that above, and else up.
 */
export function lcsPositions(a: Tokens, b: Tokens): number[] {
  if (a.length === 0 || b.length === 0) return [];
  const columns = new Columns(a);
  const table = new Int32Array(columns.words * b.length);
  for (let j = 0; j < b.length; j++) {
    columns.next(b[j]!);
    table.set(columns.bits, j * columns.words);
  }
  const positions: number[] = [];
  let i = a.length - 1;
  let j = b.length - 1;
  while (i >= 0 && j >= 0) {
    if (a[i] === b[j]) {
      positions.push(i--);
      j--;
    } else if (((table[j * columns.words + (i >>> 5)]! >>> (i & 31)) & 1) === 0) {
      j--; // the length rises from the row above to this one, so it comes from the left
    } else {
      i--;
    }
  }
  return positions.reverse();
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

  rises(): number {
    let count = 0;
    for (let i = 0; i < this.#length; i++) {
      if (((this.bits[i >>> 5]! >>> (i & 31)) & 1) === 0) count++;
    }
    return count;
  }
}
