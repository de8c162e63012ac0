/** Rows from a file: one reader per format, chosen by the file's name. */
import { GateError } from '../../errors.js';
import { nearest } from '../../nearest.js';
import type { ResolvedFile } from '../files.js';
import { PACKED_ENDINGS } from './bytes.js';
import { readCsv, readTsv } from './delimited.js';
import { readJson } from './json.js';
import { readJsonLines } from './jsonl.js';
import type { TextObject } from './long-row.js';
import { ReadContext, type Reader, type Row, type TrainingReadOptions } from './rows.js';

export { LongText, type TextObject, type TextTree } from './long-row.js';
export type { Row, TrainingReadOptions } from './rows.js';

/** A new format is one file and one line here. */
const readers: ReadonlyMap<string, Reader> = new Map([
  ['jsonl', readJsonLines],
  ['ndjson', readJsonLines],
  ['json', readJson],
  ['csv', readCsv],
  ['tsv', readTsv],
]);

const NAME = new RegExp(`\\.([^./]*?)(?:\\.(?:${PACKED_ENDINGS.join('|')}))?$`, 'iu');

/**
 * Reads a file's rows as a stream, in file order. The format follows from the file's name: .jsonl .ndjson .json .csv .tsv,
 * each also with .gz or .zst. JSON Lines and arrays of JSON hold one row in memory at a time, an object around an array all
 * of them.
 * @throws GateError for an unknown format, a file that can't be read or unpacked, and a broken row
 */
export async function* readRows(file: ResolvedFile): AsyncGenerator<Row, void, undefined> {
  // Only of training data are rows read that are not parsed as a whole.
  for await (const rows of readerOf(file)(file, new ReadContext(file, null))) yield* rows as Row[];
}

/**
 * The same for training data, of which a broken row is told and left out, and a long text may come as a `LongText`.
 * @throws GateError for an unknown format, and a file that can't be read or unpacked
 */
export async function* readTrainingRows(
  file: ResolvedFile,
  options: TrainingReadOptions,
): AsyncGenerator<Row<TextObject>, void, undefined> {
  for await (const rows of readerOf(file)(file, new ReadContext(file, options))) yield* rows;
}

function readerOf(file: ResolvedFile): Reader {
  const extension = NAME.exec(file.shown)?.[1]?.toLowerCase() ?? '';
  const reader = readers.get(extension);
  if (reader !== undefined) return reader;
  const known = [...readers.keys()];
  const list = known.map((name) => `.${name}`).join(' ');
  const packed = PACKED_ENDINGS.map((name) => `.${name}`).join(' or ');
  const near = nearest(extension, known);
  throw new GateError(
    `has no known format; known are ${list}, each also with ${packed}${near === null ? '' : `; did you mean "${near}"?`}`,
    { file: file.shown },
  );
}
