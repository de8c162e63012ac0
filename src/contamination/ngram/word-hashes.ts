import { isSpace } from '../../text/index.js';

/** By its own name: `Math` is looked up every time where a program has made its globals anew, as test runners do. */
const { imul } = Math;

const PRIME = 0x01000193;

/** Of a byte or a low UTF-16 unit: twice what it adds to a word's hash, the sign bit for what is no white space. */
const WORD = 1 << 31;
/** Bytes that do not stand in a string of JSON for themselves. */
const SPECIAL = 1 << 30;
const VALUE = 0x1ff;

const UNITS = Int32Array.from({ length: 256 }, (_, unit) => (isSpace(unit) ? 0 : WORD | (unit << 1)));
const BYTES = UNITS.map((of, byte) => {
  if (byte < 0x20 || byte >= 0x80 || byte === 0x5c) return of | SPECIAL;
  return byte >= 0x41 && byte <= 0x5a ? UNITS[byte | 0x20]! : of;
});
/** What stands behind a backslash: the unit that it means, 0 where that is not said by one letter. */
const ESCAPES = Uint8Array.from({ length: 256 }, (_, byte) => {
  const at = '"\\/bfnrt'.indexOf(String.fromCharCode(byte));
  return at < 0 ? 0 : '"\\/\b\f\n\r\t'.charCodeAt(at);
});

/**
 * Hashes of words, a word being what `Vocabulary` holds for one. Equal words have equal hashes, and no hash is 0.
 *
 * There is no branch for a word's end: such a branch goes wrong once a word, which takes longer than hashing it. The lowest
 * bit of a hash is 1 inside of a word.
 */
export class WordHashes {
  values = new Int32Array(4096);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  /** Appends the words of a text. */
  addText(text: string): void {
    const lower = text.toLowerCase();
    this.#reserve(lower.length);
    const { values } = this;
    let count = this.count;
    let hash = 0;
    for (let i = 0; i < lower.length; i++) {
      const unit = lower.charCodeAt(i);
      const of = unit < 256 ? UNITS[unit]! : isSpace(unit) ? 0 : WORD | (unit << 1);
      values[count] = hash;
      count += hash & ~(of >> 31) & 1;
      hash = ((imul(hash, PRIME) + (of & 0x1ffff)) | 1) & (of >> 31);
    }
    values[count] = hash;
    this.count = count + (hash & 1);
  }

  /**
   * Appends the words of a text as it stands in a string of JSON.
   * @returns false where it is not valid there, not ASCII, or has an escape \u
   */
  addBytes(bytes: Uint8Array, start: number, end: number): boolean {
    this.#reserve(end - start);
    const { values } = this;
    let count = this.count;
    let hash = 0;
    for (let i = start; i < end; i++) {
      let of = BYTES[bytes[i]!]!;
      if ((of & SPECIAL) !== 0) {
        const escaped = bytes[i] === 0x5c ? ESCAPES[bytes[++i]!]! : 0;
        if (escaped === 0) return false;
        of = UNITS[escaped]!;
      }
      values[count] = hash;
      count += hash & ~(of >> 31) & 1;
      hash = ((imul(hash, PRIME) + (of & VALUE)) | 1) & (of >> 31);
    }
    values[count] = hash;
    this.count = count + (hash & 1);
    return true;
  }

  /** Room for the words of so many characters: one may begin with every second. */
  #reserve(length: number): void {
    const needed = this.count + (length >> 1) + 2;
    if (needed <= this.values.length) return;
    const wider = new Int32Array(2 * needed);
    wider.set(this.values.subarray(0, this.count));
    this.values = wider;
  }
}
