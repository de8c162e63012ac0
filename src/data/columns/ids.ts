/** Longer ids are left to those who read row by row, so that no buffer need hold one. */
const MOST_BYTES = 256;

/**
 * Rows' ids as the bytes of their texts, one after the other. They must count up (each is longer than the one before, or
 * as long and greater), so that no id stands twice.
 */
export class IdColumn {
  #bytes = new Uint8Array(1 << 16);
  #starts = new Int32Array(1 << 14);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds `bytes[from]` up to `to`; false where it is too long, or does not count up. */
  add(bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#starts[this.#count]!;
    const length = to - from;
    if (length > MOST_BYTES || (this.#count > 0 && !this.#comesAfterLast(bytes, from, length))) return false;
    if (start + length > this.#bytes.length) this.#bytes = larger(this.#bytes, new Uint8Array(2 * start + length));
    if (this.#count + 2 > this.#starts.length) {
      this.#starts = larger(this.#starts, new Int32Array(2 * this.#starts.length));
    }
    const own = this.#bytes;
    for (let i = 0; i < length; i++) own[start + i] = bytes[from + i]!;
    this.#starts[++this.#count] = start + length;
    return true;
  }

  /** True where a row's id is `bytes[from]` up to `to`. */
  is(row: number, bytes: Uint8Array, from: number, to: number): boolean {
    if (row >= this.#count) return false;
    const own = this.#bytes;
    const start = this.#starts[row]!;
    const length = to - from;
    if (this.#starts[row + 1]! - start !== length) return false;
    for (let i = 0; i < length; i++) if (own[start + i] !== bytes[from + i]) return false;
    return true;
  }

  /** Row i's text lies in `bytes` from `starts[i]` up to `starts[i + 1]`. */
  finish(): { readonly bytes: Uint8Array; readonly starts: Int32Array } {
    return {
      bytes: this.#bytes.subarray(0, this.#starts[this.#count]),
      starts: this.#starts.subarray(0, this.#count + 1),
    };
  }

  #comesAfterLast(bytes: Uint8Array, from: number, length: number): boolean {
    const own = this.#bytes;
    const last = this.#starts[this.#count - 1]!;
    const lastLength = this.#starts[this.#count]! - last;
    if (length !== lastLength) return length > lastLength;
    for (let i = 0; i < length; i++) {
      if (own[last + i] !== bytes[from + i]) return own[last + i]! < bytes[from + i]!;
    }
    return false;
  }
}

function larger<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
