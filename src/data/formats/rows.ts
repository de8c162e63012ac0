import { GateError } from '../../errors.js';
import type { ResolvedFile } from '../files.js';
import type { Json, JsonObject, Source } from '../types.js';
import { parseLongRow, type TextObject } from './long-row.js';

/** One row and where it stands. */
export interface Row<T = JsonObject> {
  readonly row: T;
  readonly source: Source;
}

/** What becomes of rows of training data that can't be read as they are. */
export interface TrainingReadOptions {
  /** Called for each row that can't be read, which is then left out. */
  readonly onBroken: (source: Source, message: string) => void;
  /** Called for each row with bytes that are not UTF-8, in the place of which it has U+FFFD. */
  readonly onReplaced: (source: Source) => void;
}

/** A reader of one format: rows in batches, since a promise per row costs more than parsing it. */
export type Reader = (file: ResolvedFile, context: ReadContext) => AsyncIterable<Row<TextObject>[]>;

export const NOT_UTF8 = 'is not valid UTF-8; save the file as UTF-8';
export const TOO_LONG = 'is longer than 500 MB; split it into more rows';

/** What a reader does with rows that can't be read as they are: it throws, or goes on without them. */
export class ReadContext {
  readonly #file: ResolvedFile;
  readonly #training: TrainingReadOptions | null;

  constructor(file: ResolvedFile, training: TrainingReadOptions | null) {
    this.#file = file;
    this.#training = training;
  }

  /** Whether this is training data, in which a broken row must not stop the scan. */
  get isTraining(): boolean {
    return this.#training !== null;
  }

  at(line: number): Source {
    return { file: this.#file.shown, line };
  }

  /** Leaves a row out. */
  broken(source: Source, message: string): void {
    if (this.#training === null) throw new GateError(message, source);
    this.#training.onBroken(source, message);
  }

  /** Notes a row that is to be used although not all of its bytes are UTF-8. */
  replaced(source: Source): void {
    if (this.#training === null) throw new GateError(NOT_UTF8, source);
    this.#training.onReplaced(source);
  }
}

/**
 * Parses one row of JSON.
 * @param text bytes where it is a long one, of which training data is read bit by bit
 * @returns a message instead of an error, since training data may hold many
 */
export function parseRow(text: string | Buffer, context: ReadContext): TextObject | string {
  if (typeof text === 'string') return parseWhole(text);
  return context.isTraining ? parseLongRow(text) : parseWhole(text.toString('utf8'));
}

/** Parses one row of JSON, or says why it can't be. */
export function parseWhole(text: string): JsonObject | string {
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
