import { constants } from 'node:buffer';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse, type Info } from 'csv-parse';
import { GateError, messageOf } from '../../errors.js';
import type { ResolvedFile } from '../files.js';
import { shorten } from '../shorten.js';
import type { Json, JsonObject } from '../types.js';
import { watchUtf8 } from './lines.js';
import { NOT_UTF8, type Reader, type Row } from './rows.js';

/** Rows handed on at a time. */
const BATCH = 256;

/** Comma-separated values with a header line; quotes as in RFC 4180, a stray quote inside a field is itself, as in Python. */
export const readCsv: Reader = (file, chunks, broken, options) => readDelimited(',', file, chunks, broken, options);

/** The same with tabs. */
export const readTsv: Reader = (file, chunks, broken, options) => readDelimited('\t', file, chunks, broken, options);

async function* readDelimited(
  delimiter: string,
  file: ResolvedFile,
  chunks: AsyncIterable<Buffer>,
  broken: (line: number, message: string) => void,
  { replaceBytes }: { readonly replaceBytes: boolean },
): AsyncGenerator<Row[], void, undefined> {
  let header: readonly string[] | null = null;
  let rows: Row[] = [];
  for await (const { record, line } of records(delimiter, file, chunks, replaceBytes)) {
    if (header === null) header = checkedHeader(record, file, line);
    else if (record.length !== header.length) {
      broken(line, `has ${record.length} fields where the header has ${header.length}`);
    } else {
      rows.push({ row: toRow(header, record), source: { file: file.shown, line } });
      if (rows.length === BATCH) {
        yield rows;
        rows = [];
      }
    }
  }
  yield rows;
}

async function* records(
  delimiter: string,
  file: ResolvedFile,
  chunks: AsyncIterable<Buffer>,
  replaceBytes: boolean,
): AsyncGenerator<{ record: readonly string[]; line: number }, void, undefined> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: constants.MAX_STRING_LENGTH,
  });
  const checked = watchUtf8(chunks, (line) => {
    if (!replaceBytes) throw new GateError(NOT_UTF8, { file: file.shown, line });
  });
  const done = pipeline(Readable.from(checked, { objectMode: false }), parser);
  done.catch(() => undefined); // The loop below meets the same error.
  let [next, emptyLines] = [1, 0];
  try {
    for await (const item of parser) {
      const { record, info } = item as { record: readonly string[]; info: Info };
      // The parser's own count of lines takes a \r\n inside quotes for two.
      const line = next + (info.empty_lines - emptyLines);
      emptyLines = info.empty_lines;
      next = line + 1 + record.reduce((sum, field) => sum + (field.match(/\r\n?|\n/gu)?.length ?? 0), 0);
      yield { record, line };
    }
    await done;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const what = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'opens a quote that is never closed' : messageOf(error);
    throw new GateError(what, { file: file.shown, line: next }, { cause: error });
  }
}

function checkedHeader(header: readonly string[], file: ResolvedFile, line: number): readonly string[] {
  const repeated = header.find((name, i) => header.indexOf(name) !== i);
  if (repeated === undefined) return header;
  throw new GateError(`has the column "${shorten(repeated)}" twice`, { file: file.shown, line });
}

function toRow(header: readonly string[], record: readonly string[]): JsonObject {
  const row = Object.create(null) as Record<string, Json>;
  for (let i = 0; i < header.length; i++) row[header[i]!] = record[i]!;
  return row;
}
