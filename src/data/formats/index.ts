/** Rows from a file: one reader per format, chosen by the file's name. */
import { GateError } from '../../errors.js';
import { nearest } from '../../nearest.js';
import { type ResolvedFile, STDIN } from '../files.js';
import { PACKED_ENDINGS } from './bytes.js';
import { readJson } from './json.js';
import { readJsonLines } from './jsonl.js';
import type { TextObject } from './long-row.js';
import { readText } from './text.js';
import { ReadContext, type Reader, type Row, type TrainingReadOptions } from './rows.js';

export { readBytes, withoutMark } from './bytes.js';
export { parseTrainingLine, type TrainingLine } from './jsonl.js';
export { MAX_ROW_BYTES } from './limits.js';
export { LongText, type TextObject, type TextTree } from './long-row.js';
export type { Row, TrainingReadOptions } from './rows.js';

interface Format {
  readonly read: Reader;
  /** True for what may not be packed once more. */
  readonly isPackedInside?: true;
  /** True for what has no rows that an eval set or predictions could be made of. */
  readonly isForTraining?: true;
}

/** A new format is one file and one line here. */
const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['jsonl', { read: readJsonLines }],
  ['ndjson', { read: readJsonLines }],
  ['json', { read: readJson }],
  ['csv', { read: delimited('readCsv') }],
  ['tsv', { read: delimited('readTsv') }],
  ['parquet', { read: parquet, isPackedInside: true }],
  ['txt', { read: readText, isForTraining: true }],
  ['md', { read: readText, isForTraining: true }],
]);

/** Loaded on use: most runs read no CSV, and its parser takes a while to start. */
function delimited(name: 'readCsv' | 'readTsv'): Reader {
  return async function* (...given) {
    yield* (await import('./delimited.js'))[name](...given);
  };
}

/** Loaded where there is such a file. */
async function* parquet(...args: Parameters<Reader>): ReturnType<Reader> {
  const { readParquet } = await import('./parquet/index.js');
  yield* readParquet(...args);
}

const NAME = new RegExp(`\\.([^./]*?)(\\.(?:${PACKED_ENDINGS.join('|')}))?$`, 'iu');

/**
 * Reads a file's rows as a stream, in file order. The format follows from the file's name: .jsonl .ndjson .json .csv .tsv,
 * each also with .gz or .zst, and .parquet. JSON Lines and arrays of JSON hold one row in memory at a time, Parquet a page of
 * each column, an object around an array all rows.
 * @throws GateError for an unknown format, a file that can't be read or unpacked, and a broken row
 */
export async function* readRows(file: ResolvedFile): AsyncGenerator<Row, void, undefined> {
  for await (const rows of readBatches(file)) yield* rows;
}

/**
 * The same rows, some at a time: with a promise for each, a million small rows take twice as long.
 * @throws GateError as `readRows` does
 */
export async function* readBatches(file: ResolvedFile): AsyncGenerator<readonly Row[], void, undefined> {
  const { read, isForTraining } = formatOf(file);
  if (isForTraining === true) {
    throw new GateError('is plain text, which only training data can be; its rows have no keys', { file: file.shown });
  }
  // Only of training data are rows read that are not parsed as a whole.
  for await (const rows of read(file, new ReadContext(file, null))) yield rows as Row[];
}

/**
 * The same for training data, which may be plain text too (.txt and .md). A broken row is told and left out, and a long text
 * may come as a `LongText`.
 * @throws GateError for an unknown format, and a file that can't be read or unpacked
 */
export async function* readTrainingRows(
  file: ResolvedFile,
  options: TrainingReadOptions,
): AsyncGenerator<Row<TextObject>, void, undefined> {
  for await (const rows of formatOf(file).read(file, new ReadContext(file, options))) yield* rows;
}

/**
 * Whether a file is JSON Lines, so that its lines can be read by themselves; `stream` where its bytes come one after another,
 * because they must be unpacked or are the standard input.
 */
export function isJsonLines(file: ResolvedFile): boolean | 'stream' {
  if (file === STDIN) return 'stream';
  const [, , packed] = NAME.exec(file.shown) ?? [];
  return formatOf(file).read === readJsonLines && (packed === undefined || 'stream');
}

function formatOf(file: ResolvedFile): Format {
  const [, name = '', packed] = NAME.exec(file.shown) ?? [];
  const format = formats.get(name.toLowerCase());
  if (format?.isPackedInside === true && packed !== undefined) {
    throw new GateError(`is packed twice; unpack it to .${name}, whose columns are packed`, { file: file.shown });
  }
  if (format !== undefined) return format;
  const known = [...formats.keys()];
  const list = known.map((ending) => `.${ending}`).join(' ');
  const endings = PACKED_ENDINGS.map((ending) => `.${ending}`).join(' or ');
  const near = nearest(name.toLowerCase(), known);
  throw new GateError(
    `has no known format; known are ${list}, text also with ${endings}${near === null ? '' : `; did you mean "${near}"?`}`,
    { file: file.shown },
  );
}
