import type { EvalParts } from '../text.js';
import type { Searcher } from '../searcher.js';
import type { TrainingRow } from '../training-row.js';
import { Int32List } from './words.js';
import { WordHashes } from './word-hashes.js';

/** Of the filter at least: 2^22 bits are half a megabyte, which a core's cache holds. */
/** By its own name: `Math` is looked up every time where a program has made its globals anew, as test runners do. */
const { imul } = Math;

const LEAST_FILTER_BITS = 22;
/** Bits of the filter for each n-gram, so that nearly all that are not there are refused. */
const BITS_PER_GRAM = 16;
const MOST_FILTER_BITS = 28;

const BASE = 0x9e3779b1;

/** Hashes of the eval sets' n-grams. Typed arrays that are only read, so that threads can share them. */
export interface GramSieve {
  readonly n: number;
  /** One bit for the upper bits of each mixed hash. */
  readonly filter: Int32Array;
  readonly filterBits: number;
  /** Open addressing, at most half full: mixed hashes, 0 for an empty slot. */
  readonly slots: Int32Array;
}

/** What goes on from the sieve: a row, or a piece of one, that may share an n-gram with the eval sets. */
export type SievedRow = Pick<TrainingRow, 'fields' | 'piece'>;

/** A sieve of all n-grams of the texts, an example's question and answer being one text. */
export function gramSieve(texts: readonly EvalParts[], n: number): GramSieve {
  const words = new WordHashes();
  const hashes = new Int32List();
  for (const { question, answer } of texts) {
    words.clear();
    words.addText(question);
    words.addText(answer);
    eachGram(words.values, words.count, n, (hash) => {
      hashes.push(hash);
      return false;
    });
  }
  const wanted = Math.ceil(Math.log2(Math.max(1, hashes.length * BITS_PER_GRAM)));
  const filterBits = Math.min(MOST_FILTER_BITS, Math.max(LEAST_FILTER_BITS, wanted));
  const filter = new Int32Array(2 ** (filterBits - 5));
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, hashes.length * 2))));
  const mask = slots.length - 1;
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes.values[i]!;
    const bit = hash >>> (32 - filterBits);
    filter[bit >>> 5]! |= 1 << (bit & 31);
    let slot = hash & mask;
    while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) & mask;
    slots[slot] = hash;
  }
  return { n, filter, filterBits, slots };
}

/** Lets those training rows pass that may share an n-gram with the eval sets: all that do, and hardly another. */
export class NgramSearcher implements Searcher<SievedRow> {
  readonly #sieve: GramSieve;
  readonly #words = new WordHashes();

  constructor(sieve: GramSieve) {
    this.#sieve = sieve;
  }

  mayHold(bytes: Uint8Array, spans: Int32Array, count: number): boolean {
    const words = this.#words;
    words.clear();
    for (let i = 0; i < count; i++) {
      if (!words.addBytes(bytes, spans[2 * i]!, spans[2 * i + 1]!)) return true;
    }
    return this.#hasGram();
  }

  search({ fields, text, piece }: TrainingRow): SievedRow | null {
    this.#words.clear();
    this.#words.addText(text);
    return this.#hasGram() ? { fields, piece } : null;
  }

  #hasGram(): boolean {
    const { n, filter, filterBits, slots } = this.#sieve;
    const shift = 32 - filterBits;
    const { values, count } = this.#words;
    if (count < n) return false;
    let hash = 0;
    for (let i = 0; i < n - 1; i++) hash = (imul(hash, BASE) + values[i]!) | 0;
    const leaving = power(n - 1);
    for (let i = n - 1; i < count; i++) {
      hash = (imul(hash, BASE) + values[i]!) | 0;
      const mixed = mix(hash);
      const bit = mixed >>> shift;
      if ((filter[bit >>> 5]! & (1 << (bit & 31))) !== 0 && isIn(slots, mixed)) return true;
      hash = (hash - imul(values[i - n + 1]!, leaving)) | 0;
    }
    return false;
  }
}

/** Calls `take` with the mixed hash of each n-gram, until it returns true. */
function eachGram(words: Int32Array, count: number, n: number, take: (hash: number) => boolean): void {
  const leaving = power(n - 1);
  let hash = 0;
  for (let i = 0; i < count; i++) {
    hash = (imul(hash, BASE) + words[i]!) | 0;
    if (i < n - 1) continue;
    if (take(mix(hash))) return;
    hash = (hash - imul(words[i - n + 1]!, leaving)) | 0;
  }
}

function isIn(slots: Int32Array, hash: number): boolean {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) & mask;
  return slots[slot] === hash; // 0 is in every table
}

/** Spreads a hash's bits, of which the upper ones choose the filter's bit and the lower ones the slot. */
function mix(hash: number): number {
  const mixed = imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** BASE to a power, modulo 2^32. */
function power(exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent; i++) product = imul(product, BASE);
  return product;
}
