import { isAscii, isUtf8 } from 'node:buffer';
import { LONG_ROW_BYTES, MAX_ROW_BYTES } from './limits.js';

/** Lines handed on at a time: few enough to be forgotten before the garbage collector moves them about. */
const BATCH = 512;

const NEWLINE = 10;
const RETURN = 13;

/** One line of a file. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  /** Its bytes where they are so many that they should not be made a text; null where they are too many to be held. */
  readonly text: string | Buffer | null;
  /** False where the bytes were not UTF-8. */
  readonly valid: boolean;
}

/**
 * Splits bytes into lines at `\n` (and `\r\n`), numbered from 1; a last line needs no newline. Bytes are searched for
 * newlines and decoded a chunk at a time, which is some ten times as fast as node's readline.
 * @param limits bytes above which a line stays bytes, and above which it is skipped without being held in memory
 */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  { long, max: maxBytes } = { long: LONG_ROW_BYTES, max: MAX_ROW_BYTES },
): AsyncGenerator<Line[], void, undefined> {
  let number = 1;
  let rest: Buffer[] = [];
  let restBytes = 0;
  for await (const chunk of chunks) {
    let lines: Line[] = [];
    const last = chunk.lastIndexOf(NEWLINE);
    let from = 0;
    if (last >= 0 && restBytes > 0) {
      const to = chunk.indexOf(NEWLINE);
      rest.push(chunk.subarray(0, to));
      lines.push(lineOf(number, restBytes + to > maxBytes ? null : Buffer.concat(rest), long));
      number += 1;
      [rest, restBytes, from] = [[], 0, to + 1];
    }
    const whole = chunk.subarray(from, last + 1);
    const cheap = isAscii(whole);
    if (whole.length <= long && (cheap || (areShort(whole) && isUtf8(whole)))) {
      // Decoded together and then cut, which is far cheaper than line by line where lines are short or ASCII.
      const text = whole.toString(cheap ? 'latin1' : 'utf8');
      for (let start = 0, end = text.indexOf('\n'); end >= 0; start = end + 1, end = text.indexOf('\n', start)) {
        const bare = end > start && text.charCodeAt(end - 1) === RETURN ? end - 1 : end;
        lines.push({ number, text: text.slice(start, bare), valid: true });
        number += 1;
        if (lines.length < BATCH) continue;
        yield lines;
        lines = [];
      }
      from = last + 1;
    }
    while (from <= last) {
      const to = chunk.indexOf(NEWLINE, from);
      lines.push(lineOf(number, to - from > maxBytes ? null : chunk.subarray(from, to), long));
      number += 1;
      from = to + 1;
    }
    restBytes += chunk.length - from;
    if (restBytes > maxBytes) rest = [];
    else if (from < chunk.length) rest.push(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (restBytes > 0) yield [lineOf(number, restBytes > maxBytes ? null : Buffer.concat(rest), long)];
}

/** Bytes in which lines are shorter than this are decoded together though they are not all ASCII. */
const SHORT = 256;
/** Lines are judged by the first of them. */
const LOOKED_AT = 64 * SHORT;

function areShort(bytes: Buffer): boolean {
  const start = bytes.subarray(0, LOOKED_AT);
  return countNewlines(start) * SHORT >= start.length;
}

function lineOf(number: number, bytes: Buffer | null, long: number): Line {
  if (bytes === null) return { number, text: null, valid: true };
  const end = bytes.length > 0 && bytes[bytes.length - 1] === RETURN ? bytes.length - 1 : bytes.length;
  if (end > long) return { number, text: bytes.subarray(0, end), valid: isUtf8(bytes) };
  // Node decodes ASCII ten times as fast where it is called Latin-1, and its strings take half of the memory.
  if (isAscii(bytes)) return { number, text: bytes.toString('latin1', 0, end), valid: true };
  return { number, text: bytes.toString('utf8', 0, end), valid: isUtf8(bytes) };
}

/**
 * Passes bytes on and tells the lines that are not UTF-8, in order, for parsers that decode by themselves.
 * @param onInvalid takes a 1-based line before any of its bytes are passed on
 */
export async function* watchUtf8(
  chunks: AsyncIterable<Buffer>,
  onInvalid: (line: number) => void,
): AsyncGenerator<Buffer, void, undefined> {
  let line = 1;
  let told = 0;
  let rest: Buffer = Buffer.alloc(0);
  const check = (bytes: Buffer): void => {
    if (!isUtf8(bytes)) {
      for (const [number, part] of numbered(bytes, line)) {
        if (number > told && !isUtf8(part)) onInvalid((told = number));
      }
    }
    line += countNewlines(bytes);
  };
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.length - unfinished(bytes);
    const whole = bytes.subarray(0, end);
    rest = Buffer.from(bytes.subarray(end));
    check(whole);
    yield whole;
  }
  check(rest);
  if (rest.length > 0) yield rest;
}

/** How many bytes at the end may be the beginning of a character. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** The lines of some bytes, of which the first may have begun and the last may go on elsewhere. */
function* numbered(bytes: Buffer, first: number): Generator<readonly [number, Buffer], void, undefined> {
  for (let [from, line] = [0, first]; from < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, from);
    const to = newline < 0 ? bytes.length : newline + 1;
    yield [line, bytes.subarray(from, to)];
    from = to;
  }
}

/** Newlines in bytes. */
export function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

/** Line feeds in a text. */
export function lineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Lines that were marked, in ascending order, and are asked for in ascending order. */
export class LineMarks {
  #lines: number[] = [];
  #at = 0;

  add(line: number): void {
    this.#lines.push(line);
  }

  /** Whether there is a mark from a line up to, not including, another. Forgets marks before the first. */
  isIn(first: number, end: number): boolean {
    while (this.#at < this.#lines.length && this.#lines[this.#at]! < first) this.#at++;
    if (this.#at === this.#lines.length) [this.#lines, this.#at] = [[], 0];
    return this.#at < this.#lines.length && this.#lines[this.#at]! < end;
  }
}
