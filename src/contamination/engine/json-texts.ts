import { KNOWN_GROUPS } from '../training-text.js';

const [QUOTE, BACKSLASH, COMMA, COLON, MINUS, POINT] = [0x22, 0x5c, 0x2c, 0x3a, 0x2d, 0x2e];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Bytes that stand in a string of JSON for themselves; others end it, escape something, or are not ASCII. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte >= 0x20 && byte < 0x80 && byte !== QUOTE && byte !== BACKSLASH),
);
/** What may stand behind a backslash, without \u. */
const ESCAPED = Uint8Array.from({ length: 256 }, (_, byte) => Number('"\\/bfnrt'.includes(String.fromCharCode(byte))));

/** A turn of a chat has its text under the first of these that is not empty. */
const TURN_KEYS: readonly string[] = ['content', 'value', 'text'];
const CHAT_KEYS: readonly string[] = ['messages', 'conversations', 'conversation'];
const MOST_TURNS = 1000;

interface Key {
  readonly name: Buffer;
  readonly group: number;
  readonly isChat: boolean;
}

const KEYS: readonly Key[] = KNOWN_GROUPS.flatMap((names, group) =>
  names.map((name) => ({ name: Buffer.from(name), group, isChat: CHAT_KEYS.includes(name) })),
);
const TURNS: readonly Key[] = TURN_KEYS.map((name) => ({ name: Buffer.from(name), group: 0, isChat: false }));

/**
 * Finds the texts of a training row in the bytes of a line of JSON, where the row is a plain one: an object of strings,
 * numbers and the like, or with a chat of such objects, all of it ASCII without \u. It is sure of nothing else. What it is
 * sure of is valid JSON but for the texts themselves, in which control characters, \u and bytes from 0x80 on are left to
 * whoever reads them.
 */
export class JsonTexts {
  /** Where each text begins and ends in the bytes, in the reading order of `trainingTexts(row, 'known')`. None is empty. */
  readonly spans = new Int32Array(2 * MOST_TURNS);
  count = 0;

  /** Of each known key where its string begins and ends; -1 where the row has not that key, and 0 where its value is null. */
  readonly #starts = new Int32Array(KEYS.length);
  readonly #ends = new Int32Array(KEYS.length);
  /** The same of the turn at hand. */
  readonly #turnStarts = new Int32Array(TURNS.length);
  readonly #turnEnds = new Int32Array(TURNS.length);
  readonly #chat = new Int32Array(2 * MOST_TURNS);
  #chatTurns = 0;
  #chatKey = -1;
  #bytes: Buffer = Buffer.alloc(0);

  /**
   * Reads the line from `from` up to `to`, where a line feed stands.
   * @returns whether the row is a plain one with any text
   */
  read(bytes: Buffer, from: number, to: number): boolean {
    this.#bytes = bytes;
    this.#starts.fill(-1);
    this.#chatKey = -1;
    const end = this.#object(this.#space(from), KEYS, this.#starts, this.#ends, to);
    return end > 0 && this.#space(end) >= to && this.#choose();
  }

  /** Lists the texts of the first group that has any; what stands under other known keys must be plain too. */
  #choose(): boolean {
    let chosen = -1;
    this.count = 0;
    for (let key = 0; key < KEYS.length; key++) {
      const start = this.#starts[key]!;
      if (start < 0) continue;
      const { group } = KEYS[key]!;
      const isEmpty = key === this.#chatKey ? this.#chatTurns === 0 : start === this.#ends[key]!;
      if (isEmpty) continue;
      if (chosen !== -1 && group !== chosen) {
        if (!this.#isPlain(key)) return false;
        continue;
      }
      chosen = group;
      if (key === this.#chatKey) {
        this.spans.set(this.#chat.subarray(0, 2 * this.#chatTurns));
        this.count = this.#chatTurns;
      } else {
        this.spans[2 * this.count] = start;
        this.spans[2 * this.count + 1] = this.#ends[key]!;
        this.count++;
      }
    }
    return chosen !== -1;
  }

  #isPlain(key: number): boolean {
    if (key !== this.#chatKey) return this.#plainEnd(this.#starts[key]!) === this.#ends[key]!;
    for (let turn = 0; turn < this.#chatTurns; turn++) {
      if (this.#plainEnd(this.#chat[2 * turn]!) !== this.#chat[2 * turn + 1]!) return false;
    }
    return true;
  }

  /** @returns the place behind the object, or -1 where it is no plain one. Negative where this is unsure, as below. */
  #object(from: number, keys: readonly Key[], starts: Int32Array, ends: Int32Array, to: number): number {
    const bytes = this.#bytes;
    if (bytes[from] !== OPEN_OBJECT) return -1;
    for (let at = this.#space(from + 1); ;) {
      if (bytes[at] !== QUOTE) return -1;
      const keyEnd = this.#plainEnd(at + 1);
      if (keyEnd < 0 || bytes[keyEnd] !== QUOTE) return -1;
      const key = keyOf(bytes, at + 1, keyEnd, keys);
      at = this.#space(keyEnd + 1);
      if (bytes[at] !== COLON) return -1;
      at = this.#space(at + 1);
      if (key >= 0) {
        if (starts[key] !== -1) return -1; // a key given twice
        at = this.#known(at, key, keys, starts, ends, to);
      } else at = this.#other(at);
      if (at < 0) return -1;
      at = this.#space(at);
      if (bytes[at] === CLOSE_OBJECT) return at + 1;
      if (bytes[at] !== COMMA) return -1;
      at = this.#space(at + 1);
    }
  }

  /** A value that is or may be a text. */
  #known(at: number, key: number, keys: readonly Key[], starts: Int32Array, ends: Int32Array, to: number): number {
    const bytes = this.#bytes;
    const first = bytes[at];
    const { isChat } = keys[key]!;
    if (first === QUOTE && !isChat) {
      const end = closingQuote(bytes, at + 1, to);
      starts[key] = at + 1;
      ends[key] = end;
      return end < 0 ? -1 : end + 1;
    }
    if (first === OPEN_LIST && isChat && this.#chatKey === -1) {
      this.#chatKey = key;
      starts[key] = at;
      ends[key] = at;
      return this.#turns(at, to);
    }
    if (first !== 0x6e) return -1;
    starts[key] = 0;
    ends[key] = 0;
    return this.#other(at);
  }

  #turns(from: number, to: number): number {
    const bytes = this.#bytes;
    this.#chatTurns = 0;
    let at = this.#space(from + 1);
    for (;;) {
      this.#turnStarts.fill(-1);
      at = this.#object(at, TURNS, this.#turnStarts, this.#turnEnds, to);
      if (at < 0 || this.#chatTurns === MOST_TURNS) return -1;
      let chosen = -1;
      for (let key = 0; key < TURNS.length; key++) {
        const start = this.#turnStarts[key]!;
        if (start <= 0 || start === this.#turnEnds[key]!) continue;
        if (chosen === -1) chosen = key;
        else if (this.#plainEnd(start) !== this.#turnEnds[key]!) return -1;
      }
      if (chosen === -1) return -1; // the texts under its other keys count
      this.#chat[2 * this.#chatTurns] = this.#turnStarts[chosen]!;
      this.#chat[2 * this.#chatTurns + 1] = this.#turnEnds[chosen]!;
      this.#chatTurns++;
      at = this.#space(at);
      if (bytes[at] === CLOSE_LIST) return at + 1;
      if (bytes[at] !== COMMA) return -1;
      at = this.#space(at + 1);
    }
  }

  /** A value that is no text: the place behind it, -1 where it is a list, an object, or no JSON. */
  #other(at: number): number {
    const bytes = this.#bytes;
    switch (bytes[at]) {
      case QUOTE: {
        const end = this.#plainEnd(at + 1);
        return end < 0 || bytes[end] !== QUOTE ? -1 : end + 1;
      }
      case 0x6e:
        return bytes[at + 1] === 0x75 && bytes[at + 2] === 0x6c && bytes[at + 3] === 0x6c ? at + 4 : -1;
      case 0x74:
        return bytes[at + 1] === 0x72 && bytes[at + 2] === 0x75 && bytes[at + 3] === 0x65 ? at + 4 : -1;
      case 0x66:
        return bytes[at + 1] === 0x61 && bytes[at + 2] === 0x6c && bytes[at + 3] === 0x73 && bytes[at + 4] === 0x65
          ? at + 5
          : -1;
      default:
        return numberEnd(bytes, at);
    }
  }

  /** Where plain bytes and escapes end: at a quote, or -1. */
  #plainEnd(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    for (;;) {
      while (PLAIN[bytes[at]!] === 1) at++;
      if (bytes[at] === QUOTE) return at;
      if (bytes[at] !== BACKSLASH || ESCAPED[bytes[at + 1]!] !== 1) return -1;
      at += 2;
    }
  }

  #space(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    for (let byte = bytes[at]!; byte === 0x20 || byte === 0x09 || byte === 0x0d; byte = bytes[at]!) at++;
    return at;
  }
}

/** The number of a key among `keys`, or -1. */
function keyOf(bytes: Buffer, from: number, to: number, keys: readonly Key[]): number {
  for (let key = 0; key < keys.length; key++) {
    const { name } = keys[key]!;
    if (name.length !== to - from) continue;
    let i = 0;
    while (i < name.length && name[i] === bytes[from + i]) i++;
    if (i === name.length) return key;
  }
  return -1;
}

/** The quote that ends a string; -1 where there is none before `to`. */
function closingQuote(bytes: Buffer, from: number, to: number): number {
  for (let at = bytes.indexOf(QUOTE, from); at >= 0 && at < to; at = bytes.indexOf(QUOTE, at + 1)) {
    let before = at - 1;
    while (before >= from && bytes[before] === BACKSLASH) before--;
    if ((at - before) % 2 === 1) return at;
  }
  return -1;
}

/** The place behind a number as JSON writes it, or -1. */
function numberEnd(bytes: Buffer, from: number): number {
  const start = bytes[from] === MINUS ? from + 1 : from;
  let at = digitsEnd(bytes, start);
  if (at === start || (at > start + 1 && bytes[start] === 0x30)) return -1;
  if (bytes[at] === POINT) {
    const end = digitsEnd(bytes, at + 1);
    if (end === at + 1) return -1;
    at = end;
  }
  if ((bytes[at]! | 0x20) === 0x65) {
    const sign = bytes[at + 1];
    const exponent = sign === MINUS || sign === 0x2b ? at + 2 : at + 1;
    at = digitsEnd(bytes, exponent);
    if (at === exponent) return -1;
  }
  return at;
}

function digitsEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++;
  return at;
}
