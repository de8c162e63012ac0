import { isUtf8 } from 'node:buffer';
import { readBytes } from './bytes.js';
import { LONG_ROW_BYTES, MAX_ROW_BYTES } from './limits.js';
import { splitLines } from './lines.js';
import { parseLongRow, type TextObject } from './long-row.js';
import { parseRow, parseWhole, TOO_LONG, type ReadContext, type Reader, type Row } from './rows.js';

const RETURN = 13;

/** JSON lines: one object a line; empty lines are skipped. */
export const readJsonLines: Reader = (file, context) => jsonLines(readBytes(file), context);

/** The same of bytes that are read already. */
export async function* jsonLines(
  chunks: AsyncIterable<Buffer>,
  context: ReadContext,
): AsyncGenerator<Row<TextObject>[], void, undefined> {
  for await (const lines of splitLines(chunks)) {
    const rows: Row<TextObject>[] = [];
    for (const { number, text, valid } of lines) {
      if (text === null) context.broken(context.at(number), TOO_LONG);
      else if (typeof text !== 'string' || (text.length > 0 && text.trim() !== '')) {
        const row = parseRow(text, context);
        if (typeof row === 'string') context.broken(context.at(number), row);
        else {
          const source = context.at(number);
          if (!valid) context.replaced(source);
          rows.push({ row, source });
        }
      }
    }
    yield rows;
  }
}

/** What a line of training data is: a row, or why it is none. */
export interface TrainingLine {
  readonly row: TextObject | string;
  /** False where the bytes were not UTF-8, in the place of which the row has U+FFFD. */
  readonly isUtf8: boolean;
}

/**
 * One line of training data as `readTrainingRows` would read it, for readers that find the lines by themselves.
 * @param bytes without the line feed
 * @returns null for an empty line
 */
export function parseTrainingLine(bytes: Buffer): TrainingLine | null {
  if (bytes.length > MAX_ROW_BYTES) return { row: TOO_LONG, isUtf8: true };
  const end = bytes.length > 0 && bytes[bytes.length - 1] === RETURN ? bytes.length - 1 : bytes.length;
  if (end > LONG_ROW_BYTES) return { row: parseLongRow(bytes.subarray(0, end)), isUtf8: isUtf8(bytes) };
  const text = bytes.toString('utf8', 0, end);
  return text.trim() === '' ? null : { row: parseWhole(text), isUtf8: isUtf8(bytes) };
}
