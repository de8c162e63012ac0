import { readBytes } from './bytes.js';
import { splitLines } from './lines.js';
import type { TextObject } from './long-row.js';
import { parseRow, TOO_LONG, type ReadContext, type Reader, type Row } from './rows.js';

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
