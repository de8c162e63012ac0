import type { ResolvedFile } from '../files.js';
import { IdColumn } from './ids.js';
import { layoutOf, type LineLayout } from './layout.js';
import { eachLines } from './lines.js';
import type { TextNumbers } from './texts.js';

const NEWLINE = 10;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** One kind of a suite's files. */
export interface ReadColumns {
  readonly ids: IdColumn;
  /** True where the ids are numbers. */
  readonly numbered: boolean;
  /** Per row the number of its text. */
  readonly texts: Int32Array;
  /** How many rows there are up to each file's end. */
  readonly ends: readonly number[];
}

/**
 * Reads JSON Lines that all are an id and one text of few and short ones, in one layout a file, with ids that count up.
 * @param key of the text
 * @param numbers of the suite's texts
 * @param expected ids that the rows must have, in this order; null: any
 * @param seen gets all bytes of the files
 * @returns null where anything is otherwise, errors included: whoever reads rows one by one says what is wrong with them
 */
export async function readColumns(
  files: readonly ResolvedFile[],
  key: 'reference' | 'output',
  numbers: TextNumbers,
  expected: IdColumn | null,
  seen: (bytes: Buffer) => void = () => undefined,
): Promise<ReadColumns | null> {
  if (!files.every(({ shown }) => /\.(?:jsonl|ndjson)$/iu.test(shown))) return null;
  const column = new Column(numbers, expected);
  const ends: number[] = [];
  for (const { path } of files) {
    let layout: LineLayout | null = null;
    const take = (bytes: Buffer, end: number): boolean => {
      layout ??= layoutOf(bytes.toString('utf8', 0, bytes.indexOf(NEWLINE) + 1), key);
      return layout !== null && column.take(bytes, end, layout);
    };
    if (!(await eachLines(path, take, seen).catch(() => false))) return null;
    ends.push(column.count);
  }
  if (column.count === 0 || (expected !== null && column.count !== expected.count)) return null;
  return { ids: column.ids, numbered: column.numbered, texts: column.finish(), ends };
}

/** Takes lines as they come. */
class Column {
  readonly ids: IdColumn;
  numbered = false;
  readonly #adds: boolean;
  #texts = new Int32Array(1 << 14);
  #count = 0;

  constructor(
    private readonly numbers: TextNumbers,
    expected: IdColumn | null,
  ) {
    this.ids = expected ?? new IdColumn();
    this.#adds = expected === null;
  }

  get count(): number {
    return this.#count;
  }

  /** False where a line is otherwise. Nothing is read beyond the lines, since no part but the last holds a newline. */
  take(bytes: Buffer, end: number, { start, middle, end: tail, numbered }: LineLayout): boolean {
    const { numbers, ids } = this;
    if (this.#count === 0) this.numbered = numbered;
    if (this.numbered !== numbered) return false;
    for (let at = 0; at < end;) {
      if (!startsWith(bytes, at, start)) return false;
      const id = at + start.length;
      const afterId = numbered ? plainNumberEnd(bytes, id) : plainTextEnd(bytes, id);
      if (afterId === id || !startsWith(bytes, afterId, middle)) return false;
      const text = afterId + middle.length;
      let afterText = text;
      let hash = 0;
      for (let byte = bytes[text]!; isPlain(byte); byte = bytes[++afterText]!) hash = (Math.imul(hash, 31) + byte) | 0;
      if (!startsWith(bytes, afterText, tail)) return false;
      const number = numbers.of(bytes, text, afterText, hash);
      if (number < 0) return false;
      const row = this.#count;
      if (!(this.#adds ? ids.add(bytes, id, afterId) : ids.is(row, bytes, id, afterId))) return false;
      if (row === this.#texts.length) this.#grow();
      this.#texts[row] = number;
      this.#count = row + 1;
      at = afterText + tail.length;
    }
    return true;
  }

  finish(): Int32Array {
    return this.#texts.subarray(0, this.#count);
  }

  #grow(): void {
    const texts = new Int32Array(2 * this.#texts.length);
    texts.set(this.#texts);
    this.#texts = texts;
  }
}

function startsWith(bytes: Uint8Array, at: number, part: Uint8Array): boolean {
  for (let i = 0; i < part.length; i++) if (bytes[at + i] !== part[i]) return false;
  return true;
}

/** True for a byte that stands for itself in a text of JSON: no quote, escape or control character. */
function isPlain(byte: number): boolean {
  return byte !== QUOTE && byte !== BACKSLASH && byte >= 0x20;
}

function plainTextEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isPlain(bytes[at]!)) at++;
  return at;
}

/** A whole number of more digits may lose some on the way. */
const MOST_DIGITS = 15;

/** The end of a whole number as JSON and JavaScript both write it; `from` where there is none. */
function plainNumberEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let byte = bytes[at]!; byte >= 0x30 && byte <= 0x39; byte = bytes[++at]!);
  const length = at - from;
  return length > MOST_DIGITS || (length > 1 && bytes[from] === 0x30) ? from : at;
}
