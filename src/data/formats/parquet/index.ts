/** Rows from Parquet files, a page of each column at a time, whatever the files claim of their sizes. */
import { GateError } from '../../../errors.js';
import type { ResolvedFile } from '../../files.js';
import { shorten } from '../../shorten.js';
import type { Source } from '../../types.js';
import { BATCH_ROWS } from '../limits.js';
import type { TextObject } from '../long-row.js';
import { TOO_LONG, type ReadContext, type Row } from '../rows.js';
import { Damaged, Unsupported } from './fault.js';
import { readFooter } from './footer.js';
import { RandomAccess } from './random-access.js';
import { recordsOf, type Record } from './records.js';
import { schemaOf, type Schema } from './schema.js';

/**
 * Reads a Parquet file's rows in order. Values are what JSON would say: times in ISO 8601, numbers that a double can't hold
 * as their digits, bytes that are no text null.
 * @throws GateError where the file can't be read, is damaged, or has what this does not know
 */
export function* readParquet(file: ResolvedFile, context: ReadContext): Generator<Row<TextObject>[], void, undefined> {
  let rows: Row<TextObject>[] = [];
  for (const { record, source } of records(file, context)) {
    const { isTooLarge, isReplaced } = record.notes;
    if (isTooLarge) context.broken(source, TOO_LONG);
    else {
      if (isReplaced) context.replaced(source);
      rows.push({ row: record.row, source });
    }
    if (rows.length < BATCH_ROWS && record.notes.bytes < LARGE_ROW_BYTES) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}

/** A row as large is handed on at once. */
const LARGE_ROW_BYTES = 1 << 20;

function* records(file: ResolvedFile, context: ReadContext): Generator<{ record: Record; source: Source }> {
  let access: RandomAccess | null = null;
  try {
    access = new RandomAccess(file.path);
    const metadata = readFooter(access);
    const schema = checked(schemaOf(metadata.schema), file);
    let line = 0;
    for (const [i, group] of metadata.row_groups.entries()) {
      for (const record of recordsOf(access, schema, group, context.isTraining)) {
        yield { record, source: { file: file.shown, line: ++line, rowGroup: i + 1 } };
      }
    }
  } catch (error) {
    if (error instanceof GateError) throw error;
    throw new GateError(faultOf(error), { file: file.shown }, { cause: error });
  } finally {
    access?.close();
  }
}

function checked(schema: Schema, file: ResolvedFile): Schema {
  if (schema.columns.length === 0) throw new Unsupported('it has no columns');
  const names = schema.columns.map(({ name }) => name);
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated === undefined) return schema;
  throw new GateError(`has the column "${shorten(repeated)}" twice`, { file: file.shown });
}

function faultOf(error: unknown): string {
  const { syscall, code } = error as NodeJS.ErrnoException;
  if (syscall !== undefined) return `can not be read (${code ?? syscall})`;
  if (error instanceof Unsupported) return `is a Parquet file that can not be read: ${error.message}`;
  // What decoders say of damage that was not looked for means nothing to a reader.
  return `is not a Parquet file, or is damaged or cut off${error instanceof Damaged ? ` (${error.message})` : ''}`;
}
