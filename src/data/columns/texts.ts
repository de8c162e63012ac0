/** Longer texts are no labels. */
const LONGEST = 64;
/** Nor are texts of which there are more. */
const MOST = 1024;
const SLOTS = 4 * MOST;

/** Numbers short texts, equal ones alike, from their bytes. */
export class TextNumbers {
  readonly texts: string[] = [];
  readonly #bytes = new Uint8Array(MOST * LONGEST);
  readonly #lengths = new Uint8Array(MOST);
  /** Number + 1, 0 where free. */
  readonly #slots = new Int32Array(SLOTS);

  /**
   * The number of the text `bytes[from]` up to `to` (UTF-8); -1 where it is too long, or there are too many.
   * @param hash of these bytes, whichever
   */
  of(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const length = to - from;
    if (length > LONGEST) return -1;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 8) % SLOTS;
    for (let known = this.#slots[slot]!; known > 0; known = this.#slots[slot]!) {
      if (this.#is(known - 1, bytes, from, length)) return known - 1;
      slot = (slot + 1) % SLOTS;
    }
    const number = this.texts.length;
    if (number === MOST) return -1;
    this.#bytes.set(bytes.subarray(from, to), number * LONGEST);
    this.#lengths[number] = length;
    this.#slots[slot] = number + 1;
    this.texts.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(from, to)));
    return number;
  }

  #is(number: number, bytes: Uint8Array, from: number, length: number): boolean {
    if (this.#lengths[number] !== length) return false;
    const own = this.#bytes;
    const start = number * LONGEST;
    for (let i = 0; i < length; i++) if (own[start + i] !== bytes[from + i]) return false;
    return true;
  }
}
