import { isUtf8 } from 'node:buffer';
import { countNewlines } from './lines.js';
import { LONG_ROW_BYTES, MAX_ROW_BYTES } from './limits.js';

const [QUOTE, BACKSLASH, COMMA, COLON, NEWLINE] = [0x22, 0x5c, 0x2c, 0x3a, 0x0a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** One element of a list as it stands in the file. */
export interface Element {
  /** 1-based line that it starts on. */
  readonly line: number;
  /** Its bytes where they are so many that they should not be made a text; null where they are too many to be held. */
  readonly text: string | Buffer | null;
  /** False where the bytes were not UTF-8. */
  readonly valid: boolean;
}

/** Something between the elements that is not JSON. */
export interface Fault {
  readonly line: number;
  readonly fault: string;
}

/**
 * Cuts a JSON list into its elements without parsing them, so that a list of any size takes the memory of one element
 * and a broken element spoils only itself.
 * @param chunks bytes from the list's `[` (white space may precede it)
 * @param firstLine the line that the bytes start on
 * @param alone false where other text may follow the list
 */
export async function* listElements(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  firstLine: number,
  alone: boolean,
): AsyncGenerator<(Element | Fault)[], void, undefined> {
  let state = 'before' as 'before' | 'inside' | 'after';
  let [line, start, depth, bytesHeld, count] = [firstLine, firstLine, 0, 0, 0];
  let [inString, escaped] = [false, false];
  let held: Buffer[] = [];
  for await (const chunk of chunks) {
    const out: (Element | Fault)[] = [];
    let from = 0;
    const hold = (to: number): void => {
      bytesHeld += to - from;
      if (bytesHeld > MAX_ROW_BYTES) held = [];
      else if (to > from) held.push(chunk.subarray(from, to));
    };
    const finish = (closing: boolean): void => {
      if (bytesHeld > 0) out.push(element(start, held, bytesHeld));
      else if (!closing || count > 0) out.push({ line, fault: 'has a comma too many in its list' });
      count += 1;
      [held, bytesHeld] = [[], 0];
    };
    for (let i = 0; i < chunk.length; i++) {
      if (inString) {
        const end = stringEnd(chunk, i, escaped);
        line += countNewlines(chunk.subarray(i, end < 0 ? chunk.length : end));
        [inString, escaped] = [end < 0, end === OPEN_ESCAPED];
        if (end < 0) break;
        i = end;
        continue;
      }
      const byte = chunk[i]!;
      if (byte === NEWLINE) line += 1;
      const isSpace = byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09;
      if (state === 'inside') {
        if (isSpace && depth === 0 && bytesHeld + i - from === 0) from = i + 1;
        else if (depth === 0 && (byte === COMMA || byte === CLOSE_LIST)) {
          hold(i);
          finish(byte === CLOSE_LIST);
          from = i + 1;
          if (byte === CLOSE_LIST) state = 'after';
        } else {
          if (bytesHeld + i - from === 0) start = line;
          if (byte === QUOTE) inString = true;
          else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1;
          else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth -= 1;
        }
      } else if (!isSpace) {
        if (state === 'before' && byte === OPEN_LIST) [state, from] = ['inside', i + 1];
        else {
          if (alone) yield [...out, { line, fault: 'goes on after its list has ended' }];
          else yield out;
          return;
        }
      }
    }
    if (state === 'inside') hold(chunk.length);
    if (out.length > 0) yield out;
  }
  if (state !== 'after') {
    yield [{ line: bytesHeld > 0 ? start : line, fault: 'ends before its list is closed; the file may be cut off' }];
  }
}

/** Returned by stringEnd where the bytes end inside the string, in the second case right behind a backslash. */
const [OPEN, OPEN_ESCAPED] = [-1, -2];

/**
 * The index of the quote that ends a string of JSON, negative where the bytes end first: a search for quotes, since most
 * bytes of a file of rows are in strings.
 * @param from inside the string
 * @param escaped whether a backslash stands right before `from`
 */
export function stringEnd(bytes: Buffer, from: number, escaped: boolean): number {
  let at = escaped ? from + 1 : from;
  for (;;) {
    const quote = bytes.indexOf(QUOTE, at);
    const stop = quote < 0 ? bytes.length : quote;
    let slashes = 0;
    while (stop - 1 - slashes >= at && bytes[stop - 1 - slashes] === BACKSLASH) slashes += 1;
    if (quote < 0) return slashes % 2 === 1 ? OPEN_ESCAPED : OPEN;
    if (slashes % 2 === 0) return quote;
    at = quote + 1;
  }
}

function element(line: number, held: readonly Buffer[], bytesHeld: number): Element {
  if (bytesHeld > MAX_ROW_BYTES) return { line, text: null, valid: true };
  const bytes = held.length === 1 ? held[0]! : Buffer.concat(held);
  return { line, text: bytesHeld > LONG_ROW_BYTES ? bytes : bytes.toString('utf8'), valid: isUtf8(bytes) };
}

/**
 * Where the lists among an object's own values start. The bytes must be valid JSON.
 * @returns byte offset of the `[` by key; the last one where a key is repeated, as JSON.parse takes it
 */
export function listOffsets(bytes: Buffer): Map<string, number> {
  const offsets = new Map<string, number>();
  let [depth, key, lastString] = [0, '', ''];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === QUOTE) {
      const end = stringEnd(bytes, i + 1, false);
      if (depth === 1) lastString = bytes.toString('utf8', i, end + 1);
      i = end;
    } else if (byte === COLON && depth === 1) {
      key = JSON.parse(lastString) as string;
      offsets.delete(key);
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      if (byte === OPEN_LIST && depth === 1) offsets.set(key, i);
      depth += 1;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth -= 1;
  }
  return offsets;
}
