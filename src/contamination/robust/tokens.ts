import { ASCII, classOf, DIGIT, fold, JOINER, LETTER, LONE, MARKUP, pointOf, SEPARATOR } from './characters.js';
import { dressAt, escapeAt, groupsThousands } from './markup.js';

/** Kinds of tokens. */
export const WORD = 0;
export const NUMBER = 1;

/** A token's hash is a polynomial in its characters, so that the hash of two joined tokens follows from theirs. */
export const BASE = 0x01000193;
/** Keeps numbers apart from words, and characters of unspaced scripts from words of one letter. */
const NUMBER_SALT = 0x5bd1e995;
const LONE_SALT = 0x2545f491;

/** Endings that an apostrophe cuts off, or a space or a dash in its place: they belong to the word before. */
const [S, T, D, M, LL, RE, VE] = ['s', 't', 'd', 'm', 'll', 're', 've'].map(hashOf);
const LONGEST_ENDING = 2;
/** Each ending at the place that the lower bits of its hash say; they are all different. */
const ENDINGS_MASK = 63;
const ENDINGS = new Int32Array(ENDINGS_MASK + 1);
for (const ending of [S!, T!, D!, M!, LL!, RE!, VE!]) ENDINGS[ending & ENDINGS_MASK] = ending;
const LONGEST = 0xffff;
/** Letters of the longest word that is none without spaces, and letters one by one that are no formula or list any more. */
export const LONGEST_WORD = 24;
export const SPACED_LETTERS = 12;

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
  /** Letters of the longest word, and the most words of one letter one after another, numbers between them left out. */
  longestWord = 0;
  spacedLetters = 0;
  /** 1 for characters of unspaced scripts. */
  #isLone = new Uint8Array(1024);
  /** Words of one letter at the end. */
  #streak = 0;

  clear(): void {
    this.count = 0;
    this.longestWord = 0;
    this.spacedLetters = 0;
    this.#streak = 0;
  }

  /** Replaces what it holds by the tokens of a text. */
  read(text: string): void {
    this.clear();
    let kind = SEPARATOR;
    let hash = 0;
    let length = 0;
    let start = 0;
    let end = 0;
    for (let i = 0; i < text.length;) {
      const unit = text.charCodeAt(i);
      let point = unit;
      let next = i + 1;
      if (unit < 128) {
        const found = ASCII[unit]!;
        if (found === LETTER || found === DIGIT) {
          if (kind !== found) {
            if (kind !== SEPARATOR) this.add(kind, hash, length, start, end);
            kind = found;
            hash = 0;
            length = 0;
            start = i;
          }
          hash = (Math.imul(hash, BASE) + (found === LETTER ? unit | 0x20 : unit)) | 0;
          length++;
          end = ++i;
          continue;
        }
        if (found === JOINER || (unit === 0x2c && kind === DIGIT && end === i && groupsThousands(text, i))) {
          i++;
          continue;
        }
        const escape = unit === 0x5c || unit === 0x26 ? escapeAt(text, i) : null; // \ or &
        if (escape === null) {
          if (kind !== SEPARATOR) this.add(kind, hash, length, start, end);
          kind = SEPARATOR;
          i += found === MARKUP ? dressAt(text, i) : 1;
          continue;
        }
        ({ point, next } = escape);
      } else if (unit >= 0xd800) {
        point = text.codePointAt(i)!;
        if (point > 0xffff) next++;
      }
      for (const packed of fold(point)) {
        const found = classOf(packed);
        if (found === JOINER) continue;
        if (kind !== found || found === LONE) {
          if (kind !== SEPARATOR) this.add(kind, hash, length, start, end);
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
    if (kind !== SEPARATOR) this.add(kind, hash, length, start, end);
  }

  /** Whether a token is a word, and no character of an unspaced script. */
  isWord(i: number): boolean {
    return this.kinds[i] === WORD && this.#isLone[i] === 0;
  }

  /** Whether a token is a word of one letter. */
  isLetter(i: number): boolean {
    return this.lengths[i] === 1 && this.isWord(i);
  }

  /** Whether a token is a number of one digit. */
  isDigit(i: number): boolean {
    return this.lengths[i] === 1 && this.kinds[i] === NUMBER;
  }

  /** Adds a token of other tokens. */
  copy(from: Tokens, i: number): void {
    this.#push(from.hashes[i]!, from.kinds[i]!, from.lengths[i]!, from.starts[i]!, from.ends[i]!);
    this.#isLone[this.count - 1] = from.#isLone[i]!;
  }

  /** Adds tokens `first` up to `end` of other tokens, which are numbers, as one. */
  copyJoined(from: Tokens, first: number, end: number): void {
    let hash = 0;
    let length = 0;
    for (let i = first; i < end; i++) {
      hash = (Math.imul(hash, power(from.lengths[i]!)) + (from.hashes[i]! ^ NUMBER_SALT)) | 0;
      length += from.lengths[i]!;
    }
    this.#push(hash ^ NUMBER_SALT, NUMBER, Math.min(LONGEST, length), from.starts[first]!, from.ends[end - 1]!);
    this.#isLone[this.count - 1] = 0;
  }

  addWord(hash: number, length: number, start: number, end: number): void {
    this.#push(hash, WORD, length, start, end);
    this.#isLone[this.count - 1] = 0;
  }

  /** Appends a token, or lengthens the last one where it is an ending of it. */
  add(kind: number, hash: number, length: number, start: number, end: number): void {
    const last = this.count - 1;
    if (
      length <= LONGEST_ENDING &&
      kind === LETTER &&
      last >= 0 &&
      this.kinds[last] === WORD &&
      this.lengths[last]! > 1 &&
      isEnding(hash, length)
    ) {
      this.hashes[last] = (Math.imul(this.hashes[last]!, power(length)) + hash) | 0;
      this.lengths[last] = Math.min(LONGEST, this.lengths[last]! + length);
      this.ends[last] = end;
      return;
    }
    const salt = kind === DIGIT ? NUMBER_SALT : kind === LONE ? LONE_SALT : 0;
    this.#push(hash ^ salt, kind === DIGIT ? NUMBER : WORD, Math.min(LONGEST, length), start, end);
    this.#isLone[this.count - 1] = kind === LONE ? 1 : 0;
    if (kind === DIGIT) return;
    this.#streak = kind === LETTER && length === 1 ? this.#streak + 1 : 0;
    if (this.#streak > this.spacedLetters) this.spacedLetters = this.#streak;
    if (kind === LETTER && length > this.longestWord) this.longestWord = length;
  }

  /**
   * Appends words and numbers of plain ASCII, as `add` does one by one, but without their places and faster.
   * @param shapes of each token its class, and four times its length above it
   */
  addPlain(rawHashes: Int32Array, shapes: Int32Array, rawCount: number): void {
    while (this.hashes.length < this.count + rawCount) this.#grow();
    const { hashes, kinds, lengths } = this;
    let count = this.count;
    let longest = this.longestWord;
    let spaced = this.spacedLetters;
    let streak = this.#streak;
    this.#isLone.fill(0, count, count + rawCount);
    for (let i = 0; i < rawCount; i++) {
      const hash = rawHashes[i]!;
      const shape = shapes[i]!;
      const length = shape >> 2;
      if (ENDINGS[hash & ENDINGS_MASK] === hash && length <= LONGEST_ENDING && (shape & 3) === LETTER) {
        const last = count - 1;
        if (last >= 0 && kinds[last] === WORD && lengths[last]! > 1) {
          hashes[last] = (Math.imul(hashes[last]!, power(length)) + hash) | 0;
          lengths[last] = Math.min(LONGEST, lengths[last]! + length);
          continue;
        }
      }
      const isNumber = (shape & DIGIT) >> 1; // 1 or 0, as WORD and NUMBER are: branches would often go wrong
      const isLetter = ((length - 2) >>> 31) & ~isNumber;
      hashes[count] = hash ^ (NUMBER_SALT & -isNumber);
      kinds[count] = isNumber;
      lengths[count] = length > LONGEST ? LONGEST : length;
      count++;
      streak = (streak + isLetter) & -(isLetter | isNumber);
      if (streak > spaced) spaced = streak;
      if (length > longest && isNumber === 0) longest = length;
    }
    this.count = count;
    this.longestWord = longest;
    this.spacedLetters = spaced;
    this.#streak = streak;
  }

  #push(hash: number, kind: number, length: number, start: number, end: number): void {
    if (this.count === this.hashes.length) this.#grow();
    const i = this.count++;
    this.hashes[i] = hash;
    this.kinds[i] = kind;
    this.lengths[i] = length;
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
    this.#isLone = wider(this.#isLone, new Uint8Array(size));
  }
}

function isEnding(hash: number, length: number): boolean {
  return length === 1
    ? hash === S || hash === T || hash === D || hash === M
    : hash === LL || hash === RE || hash === VE;
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

/** The hash of a word with another letter, in lower case, behind it. */
export function appended(hash: number, letter: number): number {
  return (Math.imul(hash, BASE) + letter) | 0;
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
