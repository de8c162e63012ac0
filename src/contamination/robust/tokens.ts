import { ASCII, classOf, DIGIT, fold, JOINER, LETTER, LONE, MARKUP, pointOf, SEPARATOR } from './characters.js';
import { dressAt, groupsThousands } from './markup.js';

/** Kinds of tokens. */
export const WORD = 0;
export const NUMBER = 1;

/** A token's hash is a polynomial in its characters, so that the hash of two joined tokens follows from theirs. */
const BASE = 0x01000193;
/** Keeps numbers apart from words, and characters of unspaced scripts from words of one letter. */
const NUMBER_SALT = 0x5bd1e995;
const LONE_SALT = 0x2545f491;

/** Endings that an apostrophe cuts off, or a space or a dash in its place: they belong to the word before. */
const ENDINGS = new Map(['s', 't', 'd', 'm', 'll', 're', 've'].map((text) => [hashOf(text), text.length]));
const LONGEST_ENDING = 2;
const LONGEST = 0xffff;

/** Tokens one after another: their hashes, kinds, and lengths in characters. */
export interface TokenArrays {
  readonly hashes: Int32Array;
  readonly kinds: Uint8Array;
  readonly lengths: Uint16Array;
}

/** The tokens of a text, in typed arrays that are used again for the next text. */
export class Tokens implements TokenArrays {
  hashes = new Int32Array(1024);
  /** WORD (also a character of an unspaced script) or NUMBER. */
  kinds = new Uint8Array(1024);
  /** Characters, at most 65,535. */
  lengths = new Uint16Array(1024);
  /** Where each begins and ends in the text, in UTF-16 units. */
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  count = 0;

  /** Replaces what it holds by the tokens of a text. */
  read(text: string): void {
    this.count = 0;
    let kind = SEPARATOR;
    let hash = 0;
    let length = 0;
    let start = 0;
    let end = 0;
    for (let i = 0; i < text.length;) {
      const unit = text.charCodeAt(i);
      if (unit < 128) {
        const found = ASCII[unit]!;
        if (found === LETTER || found === DIGIT) {
          if (kind !== found) {
            if (kind !== SEPARATOR) this.#add(kind, hash, length, start, end);
            kind = found;
            hash = 0;
            length = 0;
            start = i;
          }
          hash = (Math.imul(hash, BASE) + (found === LETTER ? unit | 0x20 : unit)) | 0;
          length++;
          end = ++i;
        } else if (found === JOINER) {
          i++;
        } else if (unit === 0x2c && kind === DIGIT && end === i && groupsThousands(text, i)) {
          i++;
        } else {
          if (kind !== SEPARATOR) this.#add(kind, hash, length, start, end);
          kind = SEPARATOR;
          i += found === MARKUP ? dressAt(text, i) : 1;
        }
        continue;
      }
      const point = text.codePointAt(i)!;
      const next = i + (point > 0xffff ? 2 : 1);
      for (const packed of fold(point)) {
        const found = classOf(packed);
        if (found === JOINER) continue;
        if (kind !== found || found === LONE) {
          if (kind !== SEPARATOR) this.#add(kind, hash, length, start, end);
          kind = found;
          hash = 0;
          length = 0;
          start = i;
        }
        hash = (Math.imul(hash, BASE) + pointOf(packed)) | 0;
        length++;
        end = next;
      }
      i = next;
    }
    if (kind !== SEPARATOR) this.#add(kind, hash, length, start, end);
  }

  #add(kind: number, hash: number, length: number, start: number, end: number): void {
    const last = this.count - 1;
    if (
      length <= LONGEST_ENDING &&
      kind === LETTER &&
      last >= 0 &&
      this.kinds[last] === WORD &&
      this.lengths[last]! > 1 &&
      ENDINGS.get(hash) === length
    ) {
      this.hashes[last] = (Math.imul(this.hashes[last]!, power(length)) + hash) | 0;
      this.lengths[last] = Math.min(LONGEST, this.lengths[last]! + length);
      this.ends[last] = end;
      return;
    }
    if (this.count === this.hashes.length) this.#grow();
    const i = this.count++;
    this.hashes[i] = kind === DIGIT ? hash ^ NUMBER_SALT : kind === LONE ? hash ^ LONE_SALT : hash;
    this.kinds[i] = kind === DIGIT ? NUMBER : WORD;
    this.lengths[i] = Math.min(LONGEST, length);
    this.starts[i] = start;
    this.ends[i] = end;
  }

  #grow(): void {
    const size = this.hashes.length * 2;
    this.hashes = wider(this.hashes, new Int32Array(size));
    this.kinds = wider(this.kinds, new Uint8Array(size));
    this.lengths = wider(this.lengths, new Uint16Array(size));
    this.starts = wider(this.starts, new Int32Array(size));
    this.ends = wider(this.ends, new Int32Array(size));
  }
}

/** Whether the `parts` tokens of `many` from `first` on, written as one, are the token `at` of `one`. */
export function isJoined(many: TokenArrays, first: number, parts: number, one: TokenArrays, at: number): boolean {
  const kind = one.kinds[at]!;
  const salt = kind === NUMBER ? NUMBER_SALT : 0;
  let hash = 0;
  let length = 0;
  for (let i = first; i < first + parts; i++) {
    if (many.kinds[i] !== kind) return false;
    length += many.lengths[i]!;
    if (length > one.lengths[at]!) return false;
    hash = (Math.imul(hash, power(many.lengths[i]!)) + (many.hashes[i]! ^ salt)) | 0;
  }
  return length === one.lengths[at] && hash === (one.hashes[at]! ^ salt);
}

/** The hash of a word of ASCII letters. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, BASE) + (word.charCodeAt(i) | 0x20)) | 0;
  return hash;
}

/** BASE to the power of a length, modulo 2^32. */
function power(length: number): number {
  let product = 1;
  for (let i = 0; i < length; i++) product = Math.imul(product, BASE);
  return product;
}

function wider<T extends Int32Array | Uint8Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
