import { constants, isUtf8 } from 'node:buffer';
import { GateError } from '../../errors.js';
import type { ResolvedFile } from '../files.js';
import { shorten } from '../shorten.js';
import type { Json, JsonObject } from '../types.js';
import { listElements, listOffsets } from './elements.js';
import { readJsonLines } from './jsonl.js';
import { countNewlines } from './lines.js';
import { errorPosition, isObject, jsonHint, NOT_UTF8, parseRow, type Reader, type Row, TOO_LONG } from './rows.js';

const [NEWLINE, OPEN_LIST, OPEN_OBJECT] = [0x0a, 0x5b, 0x7b];

/** A list of objects, an object that holds one list of objects, or (a common mistake) JSON Lines under this name. */
export const readJson: Reader = async function* (file, chunks, broken, options) {
  const { head, rest } = await readHead(chunks);
  const first = head.find((byte) => !isSpace(byte));
  if (first === undefined) return;
  if (first === OPEN_LIST) {
    yield* listRows(file, concat(head, rest), broken, options.replaceBytes, 1, true);
  } else if (first === OPEN_OBJECT && isJsonLines(head)) {
    yield* readJsonLines(file, concat(head, rest), broken, options);
  } else if (first === OPEN_OBJECT) {
    const bytes = await readAll(file, concat(head, rest));
    const offset = rowsOffset(file, bytes);
    const line = 1 + countNewlines(bytes.subarray(0, offset));
    yield* listRows(file, [bytes.subarray(offset)], broken, options.replaceBytes, line, false);
  } else {
    throw new GateError('is not JSON with rows: it must start with [ or {', { file: file.shown, line: 1 });
  }
};

async function* listRows(
  file: ResolvedFile,
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  broken: (line: number, message: string) => void,
  replaceBytes: boolean,
  firstLine: number,
  alone: boolean,
): AsyncGenerator<Row[], void, undefined> {
  for await (const elements of listElements(chunks, firstLine, alone)) {
    const rows: Row[] = [];
    for (const element of elements) {
      if ('fault' in element) broken(element.line, element.fault);
      else if (element.text === null) broken(element.line, TOO_LONG);
      else if (!element.valid && !replaceBytes) broken(element.line, NOT_UTF8);
      else {
        const row = parseRow(element.text);
        if (typeof row === 'string') broken(element.line, row);
        else rows.push({ row, source: { file: file.shown, line: element.line } });
      }
    }
    yield rows;
  }
}

/**
 * Reads on until it is clear what the file is: a list, or an object with more behind its first line. The rest stays to be
 * read.
 */
async function readHead(chunks: AsyncIterable<Buffer>): Promise<{ head: Buffer; rest: AsyncIterator<Buffer> }> {
  const rest = chunks[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  for (;;) {
    const start = head.findIndex((byte) => !isSpace(byte));
    if (start >= 0 && head[start] === OPEN_LIST) break;
    const end = start < 0 ? -1 : head.indexOf(NEWLINE, start);
    if (end >= 0 && head.subarray(end).some((byte) => !isSpace(byte))) break;
    const next = await rest.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return { head, rest };
}

/** True where the first line is a whole object and more text follows it. */
function isJsonLines(head: Buffer): boolean {
  const start = head.findIndex((byte) => !isSpace(byte));
  const end = head.indexOf(NEWLINE, start);
  if (end < 0 || !head.subarray(end).some((byte) => !isSpace(byte))) return false;
  return typeof parseRow(head.toString('utf8', start, end)) !== 'string';
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
    if (length > constants.MAX_STRING_LENGTH) {
      throw new GateError('is one JSON object of more than 500 MB; save its rows as .jsonl', { file: file.shown });
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
