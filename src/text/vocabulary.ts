import { unitsOf } from './units.js';

const FIRST_TOKENS = 64;
const FIRST_UNITS = 512;
/** Odd, and another one in every process, so that nobody can write a text whose tokens all meet in one place; numbers don't depend on it. */
const MULTIPLIER = crypto.getRandomValues(new Int32Array(1))[0]! | 1;

/** Small whole numbers for tokens, so that comparing and counting them costs no string work. */
export class Vocabulary {
  /** Per token its place in `units`, and one more for the end. */
  #ends = new Int32Array(FIRST_TOKENS + 1);
  #hashes = new Int32Array(FIRST_TOKENS);
  /** All tokens one after the other, in UTF-16 units. */
  #units = new Uint16Array(FIRST_UNITS);
  /** A token's number + 1, 0 where free: open addressing, at most half full. */
  #slots = new Int32Array(2 * FIRST_TOKENS);
  #size = 0;

  /** The token's number, the same for equal tokens, from 0. */
  id(token: string): number {
    return this.idOfUnits(unitsOf(token), 0, token.length);
  }

  /** The tokens' numbers, in order. */
  ids(tokens: readonly string[]): number[] {
    return tokens.map((token) => this.id(token));
  }

  /** The number of the token that stands in a text's units from `from` to `to`; it need not be cut out of it. */
  idOfUnits(text: Uint16Array, from: number, to: number): number {
    let hash = to - from;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ text[i]!, MULTIPLIER);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      if (this.#hashes[entry - 1] === hash && this.#equals(entry - 1, text, from, to)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    return this.#add(hash, slot, text, from, to);
  }

  #equals(id: number, text: Uint16Array, from: number, to: number): boolean {
    const units = this.#units;
    let at = this.#ends[id]!;
    if (this.#ends[id + 1]! - at !== to - from) return false;
    for (let i = from; i < to; i++) if (units[at++] !== text[i]!) return false;
    return true;
  }

  #add(hash: number, slot: number, text: Uint16Array, from: number, to: number): number {
    const id = this.#size++;
    let at = this.#ends[id]!;
    if (at + to - from > this.#units.length) this.#units = grown(this.#units, 2 * (at + to - from));
    for (let i = from; i < to; i++) this.#units[at++] = text[i]!;
    this.#ends[id + 1] = at;
    this.#hashes[id] = hash;
    this.#slots[slot] = id + 1;
    if (this.#size === this.#hashes.length) this.#grow();
    return id;
  }

  #grow(): void {
    const size = 2 * this.#size;
    this.#hashes = grown(this.#hashes, size);
    this.#ends = grown(this.#ends, size + 1);
    this.#slots = new Int32Array(2 * size);
    const mask = this.#slots.length - 1;
    for (let id = 0; id < this.#size; id++) {
      let slot = this.#hashes[id]! & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id + 1;
    }
  }
}

function grown<T extends Int32Array | Uint16Array>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}
