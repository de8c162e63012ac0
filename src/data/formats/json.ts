import { isUtf8 } from 'node:buffer';
import { GateError } from '../../errors.js';
import type { ResolvedFile } from '../files.js';
import { shorten } from '../shorten.js';
import type { Json, JsonObject } from '../types.js';
import { listElements, listOffsets } from './elements.js';
import { readBytes } from './bytes.js';
import { jsonLines } from './jsonl.js';
import { countNewlines } from './lines.js';
import type { TextObject } from './long-row.js';
import {
  errorPosition,
  isObject,
  jsonHint,
  NOT_UTF8,
  parseRow,
  parseWhole,
  type ReadContext,
  type Reader,
  type Row,
  TOO_LONG,
} from './rows.js';

const [NEWLINE, OPEN_LIST, OPEN_OBJECT] = [0x0a, 0x5b, 0x7b];

/** An object around the rows is parsed as a whole to find them, which takes several times its size in memory. */
const MAX_OBJECT_BYTES = 100_000_000;

/** A list of objects, an object that holds one list of objects, or (a common mistake) JSON Lines under this name. */
export const readJson: Reader = async function* (file, context) {
  const { head, rest } = await readHead(readBytes(file));
  const first = head.find((byte) => !isSpace(byte));
  if (first === undefined && head.length <= MAX_OBJECT_BYTES) return;
  if (first === OPEN_LIST) {
    yield* listRows(concat(head, rest), context, 1, true);
  } else if (first === OPEN_OBJECT && isJsonLines(head)) {
    yield* jsonLines(concat(head, rest), context);
  } else if (first === OPEN_OBJECT) {
    const bytes = await readAll(file, concat(head, rest));
    const offset = rowsOffset(file, bytes);
    const line = 1 + countNewlines(bytes.subarray(0, offset));
    yield* listRows([bytes.subarray(offset)], context, line, false);
  } else {
    throw new GateError('is not JSON with rows: it must start with [ or {', { file: file.shown, line: 1 });
  }
};

async function* listRows(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  context: ReadContext,
  firstLine: number,
  alone: boolean,
): AsyncGenerator<Row<TextObject>[], void, undefined> {
  for await (const elements of listElements(chunks, firstLine, alone)) {
    const rows: Row<TextObject>[] = [];
    for (const element of elements) {
      const source = context.at(element.line);
      if ('fault' in element) context.broken(source, element.fault);
      else if (element.text === null) context.broken(source, TOO_LONG);
      else {
        const row = parseRow(element.text, context);
        if (typeof row === 'string') context.broken(source, row);
        else {
          if (!element.valid) context.replaced(source);
          rows.push({ row, source });
        }
      }
    }
    yield rows;
  }
}

/**
 * Reads on until it is clear what the file is: a list, or an object with more behind its first line. The rest stays to be
 * read. Ends too where there is more before that than one object may have.
 */
async function readHead(chunks: AsyncIterable<Buffer>): Promise<{ head: Buffer; rest: AsyncIterator<Buffer> }> {
  const rest = chunks[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  let length = 0;
  let state: 'before' | 'first line' | 'behind' = 'before';
  const isClear = (chunk: Buffer): boolean => {
    let at = 0;
    if (state === 'before') {
      at = chunk.findIndex((byte) => !isSpace(byte));
      if (at < 0) return false;
      if (chunk[at] === OPEN_LIST) return true;
      state = 'first line';
    }
    if (state === 'first line') {
      at = chunk.indexOf(NEWLINE, at);
      if (at < 0) return false;
      state = 'behind';
    }
    return chunk.subarray(at).some((byte) => !isSpace(byte));
  };
  while (length <= MAX_OBJECT_BYTES) {
    const next = await rest.next();
    if (next.done === true) break;
    parts.push(next.value);
    length += next.value.length;
    if (isClear(next.value)) break;
  }
  return { head: Buffer.concat(parts), rest };
}

/** True where the first line is a whole object and more text follows it. */
function isJsonLines(head: Buffer): boolean {
  const start = head.findIndex((byte) => !isSpace(byte));
  const end = head.indexOf(NEWLINE, start);
  if (end < 0 || !head.subarray(end).some((byte) => !isSpace(byte))) return false;
  return typeof parseWhole(head.toString('utf8', start, end)) !== 'string';
}

async function* concat(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function readAll(file: ResolvedFile, chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MAX_OBJECT_BYTES) {
      throw new GateError('is one JSON object of more than 100 MB; save its rows as .jsonl', { file: file.shown });
    }
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** The byte offset of the one list of rows in an object. */
function rowsOffset(file: ResolvedFile, bytes: Buffer): number {
  if (!isUtf8(bytes)) throw new GateError(NOT_UTF8, { file: file.shown });
  const text = bytes.toString('utf8');
  let object: JsonObject;
  try {
    object = JSON.parse(text) as JsonObject;
  } catch (error) {
    const position = errorPosition(error);
    const line = position === null ? undefined : text.slice(0, position).split('\n').length;
    throw new GateError(
      `is not valid JSON${position === null ? jsonHint(text, error) : ''}`,
      { file: file.shown, line },
      { cause: error },
    );
  }
  const offsets = listOffsets(bytes);
  const lists = [...offsets.keys()].filter((key) => holdsRows(object[key]));
  const candidates = lists.length > 0 ? lists : [...offsets.keys()].filter((key) => isEmptyList(object[key]));
  if (candidates.length === 1) return offsets.get(candidates[0]!)!;
  const what =
    candidates.length === 0 ? 'no list' : `several lists (${candidates.slice(0, 10).map(shorten).join(', ')})`;
  throw new GateError(`is one JSON object with ${what} of rows; save the rows alone, as a list or as .jsonl`, {
    file: file.shown,
  });
}

function holdsRows(value: Json | undefined): boolean {
  return Array.isArray(value) && (value as readonly Json[]).some(isObject);
}

function isEmptyList(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09;
}
