import type { Json } from '../types.js';
import { stringEnd } from './elements.js';

/** Values with fewer bytes are parsed; a longer text is read in chunks of about so many. */
const CHUNK_BYTES = 1 << 20;
/** Levels of lists and objects that are gone through: the bytes of one are searched again for every level above it. */
const MOST_LEVELS = 12;

const [QUOTE, BACKSLASH, COMMA, COLON, SPACE, LETTER_U] = [0x22, 0x5c, 0x2c, 0x3a, 0x20, 0x75];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** JSON in which a text may be one that is read bit by bit. */
export type TextTree = Json | LongText | readonly TextTree[] | TextObject;
export interface TextObject {
  readonly [key: string]: TextTree;
}

/** A text that stays the bytes that it is in the file. */
export class LongText {
  readonly #bytes: Buffer;
  readonly #isJson: boolean;

  /**
   * @param bytes UTF-8: what stands between the quotes of a text of JSON, or the text itself
   */
  constructor(bytes: Buffer, written: 'as JSON' | 'as it is') {
    this.#bytes = bytes;
    this.#isJson = written === 'as JSON';
  }

  /**
   * The text in chunks of about a million characters.
   * @throws SyntaxError where it is not valid JSON
   */
  *chunks(): Generator<string, void, undefined> {
    const bytes = this.#bytes;
    for (let from = 0; from < bytes.length;) {
      const to = chunkEnd(bytes, from, this.#isJson);
      const text = bytes.toString('utf8', from, to);
      yield this.#isJson ? (JSON.parse(`"${text}"`) as string) : text;
      from = to;
    }
  }
}

/** The end of a chunk that cuts no character and no escape in two. */
function chunkEnd(bytes: Buffer, from: number, hasEscapes: boolean): number {
  if (from + CHUNK_BYTES >= bytes.length) return bytes.length;
  // A space is part of neither.
  const space = bytes.lastIndexOf(SPACE, from + CHUNK_BYTES - 1);
  if (space >= from + CHUNK_BYTES / 2) return space + 1;
  let at = hasEscapes ? from : from + CHUNK_BYTES;
  while (at < from + CHUNK_BYTES) at += bytes[at] !== BACKSLASH ? 1 : bytes[at + 1] === LETTER_U ? 6 : 2;
  while (at < bytes.length && (bytes[at]! & 0xc0) === 0x80) at++;
  return Math.min(at, bytes.length);
}

/**
 * Reads a long row of JSON: its texts of more than a million bytes stay in the bytes given, all else is parsed.
 * @returns the row, or a message where it is not an object in valid JSON
 */
export function parseLongRow(bytes: Buffer): TextObject | string {
  try {
    const start = skipSpace(bytes, 0);
    const end = valueEnd(bytes, start);
    if (bytes[start] !== OPEN_OBJECT || skipSpace(bytes, end) !== bytes.length) return NOT_JSON;
    return objectOf(bytes, start, end, 0);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return error.message === TOO_DEEP ? TOO_DEEP : NOT_JSON;
  }
}

const NOT_JSON = 'is not valid JSON';
const TOO_DEEP = 'is nested too deeply';

function treeOf(bytes: Buffer, start: number, end: number, level: number): TextTree {
  const first = bytes[start];
  if (end - start <= CHUNK_BYTES) return JSON.parse(bytes.toString('utf8', start, end)) as Json;
  if (level > MOST_LEVELS) throw new SyntaxError(TOO_DEEP);
  if (first === OPEN_LIST) return listOf(bytes, start, end, level);
  if (first === OPEN_OBJECT) return objectOf(bytes, start, end, level);
  if (first !== QUOTE) throw new SyntaxError('a number of a million digits');
  const text = new LongText(bytes.subarray(start + 1, end - 1), 'as JSON');
  for (const chunk of text.chunks()) if (chunk === '') break; // throws now where it can't be read later
  return text;
}

function objectOf(bytes: Buffer, start: number, end: number, level: number): TextObject {
  const object = Object.create(null) as Record<string, TextTree>;
  for (const [from, to] of members(bytes, start, end, CLOSE_OBJECT)) {
    if (bytes[from] !== QUOTE) throw new SyntaxError('a key is no text');
    const keyEnd = valueEnd(bytes, from);
    const colon = skipSpace(bytes, keyEnd);
    if (bytes[colon] !== COLON) throw new SyntaxError('a key has no value');
    const key = JSON.parse(bytes.toString('utf8', from, keyEnd)) as string;
    object[key] = treeOf(bytes, skipSpace(bytes, colon + 1), to, level + 1);
  }
  return object;
}

/** Short elements are parsed many at a time, since a list may hold millions of numbers. */
function listOf(bytes: Buffer, start: number, end: number, level: number): readonly TextTree[] {
  const items: TextTree[] = [];
  let [runStart, runEnd] = [0, 0];
  const parseRun = (): void => {
    for (const item of JSON.parse(`[${bytes.toString('utf8', runStart, runEnd)}]`) as Json[]) items.push(item);
    [runStart, runEnd] = [0, 0];
  };
  for (const [from, to] of members(bytes, start, end, CLOSE_LIST)) {
    if (to - from > CHUNK_BYTES) {
      parseRun();
      items.push(treeOf(bytes, from, to, level + 1));
      continue;
    }
    if (runStart === 0) runStart = from;
    runEnd = to;
    if (runEnd - runStart > CHUNK_BYTES) parseRun();
  }
  parseRun();
  return items;
}

/** Where each element of a list, or each key with its value, starts and ends. */
function* members(bytes: Buffer, start: number, end: number, close: number): Generator<readonly [number, number]> {
  let at = skipSpace(bytes, start + 1);
  if (bytes[at] === close && at + 1 === end) return;
  for (;;) {
    let to = valueEnd(bytes, at);
    if (close === CLOSE_OBJECT) to = valueEnd(bytes, skipSpace(bytes, skipSpace(bytes, to) + 1));
    yield [at, to];
    const next = skipSpace(bytes, to);
    if (next + 1 === end && bytes[next] === close) return;
    if (bytes[next] !== COMMA) throw new SyntaxError('no comma');
    at = skipSpace(bytes, next + 1);
  }
}

/** Where the value that starts at `at` ends; what is inside of it is not checked. */
function valueEnd(bytes: Buffer, at: number): number {
  let depth = 0;
  for (let i = at; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === QUOTE) {
      i = stringEnd(bytes, i + 1, false);
      if (i < 0) break;
      if (depth === 0) return i + 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      if (depth <= 1) return depth === 1 ? i + 1 : notEmpty(at, i);
      depth--;
    } else if (depth === 0 && (byte === COMMA || isSpace(byte))) return notEmpty(at, i);
  }
  throw new SyntaxError('it ends in a value');
}

function notEmpty(start: number, end: number): number {
  if (start === end) throw new SyntaxError('a value is missing');
  return end;
}

function skipSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && isSpace(bytes[at]!)) at++;
  return at;
}

function isSpace(byte: number): boolean {
  return byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
