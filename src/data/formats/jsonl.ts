import type { Reader, Row } from './rows.js';
import { NOT_UTF8, parseRow, TOO_LONG } from './rows.js';
import { splitLines } from './lines.js';

/** JSON lines: one object a line; empty lines are skipped. */
export const readJsonLines: Reader = async function* (file, chunks, broken, { replaceBytes }) {
  for await (const lines of splitLines(chunks)) {
    const rows: Row[] = [];
    for (const line of lines) {
      if (line.text === null) broken(line.number, TOO_LONG);
      else if (!line.valid && !replaceBytes) broken(line.number, NOT_UTF8);
      else if (line.text.length > 0 && line.text.trim() !== '') {
        const row = parseRow(line.text);
        if (typeof row === 'string') broken(line.number, row);
        else rows.push({ row, source: { file: file.shown, line: line.number } });
      }
    }
    yield rows;
  }
};
