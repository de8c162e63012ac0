import type { Source } from '../data/types.js';
import { fingerprint } from './fingerprint.js';

/** One text of a training row, and the key that it stands under, such as `output` or `messages[1].content`. */
export interface FieldText {
  readonly field: string;
  readonly text: string;
}

/** What a matcher sees of a training row: its texts, and where they stand. */
export interface TrainingRow {
  /** The row's texts in reading order. At least one, and none is empty. */
  readonly fields: readonly FieldText[];
  /** The same texts joined by one space. */
  readonly text: string;
  readonly source: Source;
  /**
   * Null, except where a row is too long to be searched at once: such a row comes in pieces 0, 1, 2 …, one right after
   * another, each with the same source (the same object), and each beginning with the end of the one before.
   */
  readonly piece: number | null;
}

/** Where a part of a training row's text stands, as reports say it. */
export interface RowPlace {
  readonly file: string;
  /** The 1-based line that the row starts on; of plain text the part's own; in a Parquet file the 1-based number of the row. */
  readonly line: number;
  /** In a Parquet file the 1-based group that the row is in. */
  readonly row_group?: number;
  readonly field: string;
  /** The fingerprint of the row's text (of a piece of it, where it comes in pieces). */
  readonly row: string;
}

/** A training row of these texts. */
export function trainingRow(fields: readonly FieldText[], source: Source, piece: number | null = null): TrainingRow {
  const text = fields.length === 1 ? fields[0]!.text : fields.map((field) => field.text).join(' ');
  return { fields, text, source, piece };
}

/** Where the character at an offset of `row.text` stands. */
export function placeAt({ fields, text, source }: TrainingRow, offset: number): RowPlace {
  let rest = offset;
  let at = 0;
  while (at < fields.length - 1 && rest > fields[at]!.text.length) rest -= fields[at++]!.text.length + 1;
  const { file, line, rowGroup, isText } = source;
  return {
    file,
    line: isText === true ? line + lineFeeds(text.slice(0, offset)) : line,
    ...(rowGroup === undefined ? {} : { row_group: rowGroup }),
    field: fields[at]!.field,
    row: fingerprint(text),
  };
}

function lineFeeds(text: string): number {
  return text.split('\n').length - 1;
}
