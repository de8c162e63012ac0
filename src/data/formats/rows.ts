import { GateError } from '../../errors.js';
import type { ResolvedFile } from '../files.js';
import type { Json, JsonObject, Source } from '../types.js';

/** One row and where it stands. */
export interface Row {
  readonly row: JsonObject;
  readonly source: Source;
}

export interface ReadOptions {
  /**
   * Called for each row that can't be read, which is then left out; bytes that are not UTF-8 become U+FFFD. For training
   * data, where a broken row must not stop the scan. Without it such a row throws a GateError that names file and line.
   */
  readonly onBroken?: (source: Source, message: string) => void;
}

/** A reader of one format: rows in batches, since a promise per row costs more than parsing it. */
export type Reader = (
  file: ResolvedFile,
  chunks: AsyncIterable<Buffer>,
  broken: (line: number, message: string) => void,
  options: { readonly replaceBytes: boolean },
) => AsyncIterable<Row[]>;

export const NOT_UTF8 = 'is not valid UTF-8; save the file as UTF-8';
export const TOO_LONG = 'is longer than a text can be in JavaScript (about 500 MB); split the file into more rows';

/** Parses one row of JSON. A message instead of an error, since training data may hold many. */
export function parseRow(text: string): JsonObject | string {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    return `is not valid JSON${jsonHint(text, error)}`;
  }
  return isObject(value) ? value : `is ${describe(value)}; a row must be a JSON object such as {"id": …}`;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where and why JSON broke, without quoting the text: V8's own message may hold a good part of an untrusted row. */
export function jsonHint(text: string, error: unknown): string {
  const position = errorPosition(error);
  if (/[:,[]\s*-?(?:NaN|Infinity)\b/u.test(position === null ? text : '')) {
    return ' (NaN and Infinity are not JSON; write null)';
  }
  return position === null ? '' : ` (at character ${position + 1})`;
}

/** The 0-based position that V8 names in a syntax error, or null. */
export function errorPosition(error: unknown): number | null {
  const match = error instanceof SyntaxError ? /at position (\d+)/u.exec(error.message) : null;
  return match === null ? null : Number(match[1]);
}

function describe(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

/** Throws, or hands the row to `onBroken`. */
export function brokenHandler(file: ResolvedFile, options: ReadOptions): (line: number, message: string) => void {
  const { onBroken } = options;
  return (line, message) => {
    if (onBroken === undefined) throw new GateError(message, { file: file.shown, line });
    onBroken({ file: file.shown, line }, message);
  };
}
