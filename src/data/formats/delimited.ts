import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse, type Info } from 'csv-parse';
import { GateError, messageOf } from '../../errors.js';
import type { ResolvedFile } from '../files.js';
import { shorten } from '../shorten.js';
import type { Json, JsonObject, Source } from '../types.js';
import { readBytes } from './bytes.js';
import { BATCH_ROWS, MAX_ROW_BYTES } from './limits.js';
import { LineMarks, watchUtf8 } from './lines.js';
import { NOT_UTF8, type ReadContext, type Reader, type Row } from './rows.js';

/** Comma-separated values with a header line; quotes as in RFC 4180, a stray quote inside a field is itself, as in Python. */
export const readCsv: Reader = (file, context) => readDelimited(',', file, context);

/** The same with tabs. */
export const readTsv: Reader = (file, context) => readDelimited('\t', file, context);

/** One record and the lines that it stands on: from `line` up to, not including, `next`. */
interface Lines {
  readonly record: readonly string[];
  readonly line: number;
  readonly next: number;
}

async function* readDelimited(
  delimiter: string,
  file: ResolvedFile,
  context: ReadContext,
): AsyncGenerator<Row[], void, undefined> {
  let header: readonly string[] | null = null;
  let rows: Row[] = [];
  const notUtf8 = new LineMarks();
  const bytes = watchUtf8(readBytes(file), (line) => {
    if (!context.isTraining) throw new GateError(NOT_UTF8, { file: file.shown, line });
    notUtf8.add(line);
  });
  for await (const { record, line, next } of records(delimiter, file, bytes)) {
    const source = context.at(line);
    if (header === null) header = checkedHeader(record, source);
    else if (record.length !== header.length) {
      context.broken(source, `has ${record.length} fields where the header has ${header.length}`);
    } else {
      if (notUtf8.isIn(line, next)) context.replaced(source);
      rows.push({ row: toRow(header, record), source });
    }
    if (rows.length === BATCH_ROWS) {
      yield rows;
      rows = [];
    }
  }
  yield rows;
}

async function* records(
  delimiter: string,
  file: ResolvedFile,
  bytes: AsyncIterable<Buffer>,
): AsyncGenerator<Lines, void, undefined> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_BYTES,
  });
  const done = pipeline(Readable.from(bytes, { objectMode: false }), parser);
  done.catch(() => undefined); // The loop below meets the same error.
  let [next, emptyLines] = [1, 0];
  try {
    for await (const item of parser) {
      const { record, info } = item as { record: readonly string[]; info: Info };
      // The parser's own count of lines takes a \r\n inside quotes for two.
      const line = next + (info.empty_lines - emptyLines);
      emptyLines = info.empty_lines;
      next = line + 1 + record.reduce((sum, field) => sum + lineBreaks(field), 0);
      yield { record, line, next };
    }
    await done;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const what = FAULTS.get(error.code) ?? messageOf(error);
    throw new GateError(what, { file: file.shown, line: next }, { cause: error });
  }
}

/** Faults behind which no row can be told from the next. */
const FAULTS: ReadonlyMap<string, string> = new Map([
  ['CSV_QUOTE_NOT_CLOSED', 'opens a quote that is never closed'],
  ['CSV_MAX_RECORD_SIZE', 'is a row of more than 500 MB, or opens a quote that is never closed'],
]);

/** How many times `\n`, `\r\n` or a lone `\r` stands in a field. */
function lineBreaks(field: string): number {
  let count = 0;
  for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) count++;
  for (let at = field.indexOf('\r'); at >= 0; at = field.indexOf('\r', at + 1)) if (field[at + 1] !== '\n') count++;
  return count;
}

function checkedHeader(header: readonly string[], source: Source): readonly string[] {
  const repeated = header.find((name, i) => header.indexOf(name) !== i);
  if (repeated === undefined) return header;
  throw new GateError(`has the column "${shorten(repeated)}" twice`, source);
}

function toRow(header: readonly string[], record: readonly string[]): JsonObject {
  const row = Object.create(null) as Record<string, Json>;
  for (let i = 0; i < header.length; i++) row[header[i]!] = record[i]!;
  return row;
}
