/** Any odd number with well-spread bits; the hash only finds a slot, and equality is always checked on the words. */
const BASE = 0x9e3779b1;

/**
 * The distinct n-grams of a sequence of word numbers, numbered from 0 in order of first occurrence. An n-gram that holds
 * the word 0 does not exist.
 */
export class GramTable {
  /** The n-gram that starts at each position of the sequence, or -1. */
  readonly gramAt: Int32Array;
  /** How many distinct n-grams there are. */
  readonly size: number;

  readonly #n: number;
  readonly #words: Int32Array;
  /** Position in `words` where each n-gram first stands. */
  readonly #first: Int32Array;
  /** Open addressing: an n-gram's number + 1, or 0 for an empty slot. At most half full. */
  readonly #slots: Int32Array;
  /** BASE to the power n, modulo 2^32. */
  readonly #leaving: number;

  constructor(words: Int32Array, n: number) {
    this.#n = n;
    this.#words = words;
    this.#first = new Int32Array(words.length);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, words.length * 2))));
    let power = 1;
    for (let i = 0; i < n; i++) power = Math.imul(power, BASE);
    this.#leaving = power;
    this.gramAt = new Int32Array(words.length);
    let size = 0;
    this.#roll(words, words.length, this.gramAt, (slot, start) => {
      this.#first[size] = start;
      this.#slots[slot] = ++size;
      return size - 1;
    });
    this.size = size;
  }

  /**
   * Writes to `found` the n-gram that starts at each of the first `count` words, -1 where the table has none.
   * @returns how many are not -1
   */
  find(words: Int32Array, count: number, found: Int32Array): number {
    return this.#roll(words, count, found, null);
  }

  #roll(
    words: Int32Array,
    count: number,
    grams: Int32Array,
    add: ((slot: number, start: number) => number) | null,
  ): number {
    const n = this.#n;
    const mask = this.#slots.length - 1;
    let hits = 0;
    let hash = 0;
    let run = 0;
    for (let i = 0; i < count; i++) {
      grams[i] = -1;
      const word = words[i]!;
      if (word === 0) {
        hash = 0;
        run = 0;
        continue;
      }
      hash = (Math.imul(hash, BASE) + word) | 0;
      if (++run < n) continue;
      if (run > n) hash = (hash - Math.imul(words[i - n]!, this.#leaving)) | 0;
      const start = i - n + 1;
      let slot = spread(hash) & mask;
      let gram = -1;
      while (this.#slots[slot] !== 0) {
        const candidate = this.#slots[slot]! - 1;
        if (this.#equal(words, start, candidate)) {
          gram = candidate;
          break;
        }
        slot = (slot + 1) & mask;
      }
      if (gram === -1 && add !== null) gram = add(slot, start);
      if (gram === -1) continue;
      grams[start] = gram;
      hits++;
    }
    return hits;
  }

  #equal(words: Int32Array, start: number, gram: number): boolean {
    const first = this.#first[gram]!;
    for (let k = 0; k < this.#n; k++) if (words[start + k] !== this.#words[first + k]) return false;
    return true;
  }
}

/** Mixes a hash's high bits into its low ones, which choose the slot. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
