/** Rows from a file, one reader per format. */
import type { ResolvedFile } from '../files.js';
import type { JsonObject, Source } from '../types.js';

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

/**
 * Reads a file's rows as a stream, in file order. The format follows from the file's name: .jsonl .ndjson .json .csv
 * .tsv, each also with .gz.
 * @throws GateError for an unknown format, a file that can't be read or unpacked, and (without `onBroken`) a broken row
 */
export function readRows(file: ResolvedFile, options: ReadOptions = {}): AsyncIterable<Row> {
  throw new Error(`not built yet: ${file.shown} ${String(options)}`);
}
