/** Rows from a file: one reader per format, chosen by the file's name. */
import { GateError } from '../../errors.js';
import { nearest } from '../../nearest.js';
import type { ResolvedFile } from '../files.js';
import { readBytes } from './bytes.js';
import { readJson } from './json.js';
import { readJsonLines } from './jsonl.js';
import { brokenHandler, type Reader, type ReadOptions, type Row } from './rows.js';

export type { ReadOptions, Row } from './rows.js';

/** A new format is one file and one line here. */
const readers: ReadonlyMap<string, Reader> = new Map([
  ['jsonl', readJsonLines],
  ['ndjson', readJsonLines],
  ['json', readJson],
  ['csv', delimited('readCsv')],
  ['tsv', delimited('readTsv')],
]);

/** Loaded on use: most runs read no CSV, and its parser takes a while to start. */
function delimited(name: 'readCsv' | 'readTsv'): Reader {
  return async function* (...given) {
    yield* (await import('./delimited.js'))[name](...given);
  };
}

/**
 * Reads a file's rows as a stream, in file order. The format follows from the file's name: .jsonl .ndjson .json .csv
 * .tsv, each also with .gz. JSON Lines and arrays of JSON hold one row in memory at a time, an object around an array
 * all of them.
 * @throws GateError for an unknown format, a file that can't be read or unpacked, and (without `onBroken`) a broken row
 */
export async function* readRows(file: ResolvedFile, options: ReadOptions = {}): AsyncGenerator<Row, void, undefined> {
  for await (const rows of readBatches(file, options)) yield* rows;
}

/**
 * The same rows, some at a time: with a promise for each, a million small rows take twice as long.
 * @throws GateError as `readRows` does
 */
export async function* readBatches(
  file: ResolvedFile,
  options: ReadOptions = {},
): AsyncGenerator<readonly Row[], void, undefined> {
  const replaceBytes = options.onBroken !== undefined;
  yield* readerOf(file)(file, readBytes(file), brokenHandler(file, options), { replaceBytes });
}

function readerOf(file: ResolvedFile): Reader {
  const extension = /\.([^./]*)(?:\.gz)?$/iu.exec(file.shown)?.[1]?.toLowerCase() ?? '';
  const reader = readers.get(extension);
  if (reader !== undefined) return reader;
  const known = [...readers.keys()];
  const list = known.map((name) => `.${name}`).join(' ');
  const near = nearest(extension, known);
  throw new GateError(
    `has no known format; known are ${list}, each also with .gz${near === null ? '' : `; did you mean "${near}"?`}`,
    { file: file.shown },
  );
}
