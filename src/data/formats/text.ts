import { readBytes } from './bytes.js';
import { BATCH_ROWS } from './limits.js';
import { LineMarks, lineFeeds, watchUtf8 } from './lines.js';
import type { Reader, Row } from './rows.js';

/** Characters of a row of plain text: a longer text is several rows. */
const ROW_LENGTH = 10_000;
/** Characters that a row may repeat of the one before, so that a passage across the cut stands whole in one of them. */
const ROW_OVERLAP = 2_500;

/**
 * Plain text, which has no rows of its own: a row is a run of whole paragraphs, up to a length. Longer paragraphs are cut at
 * a line's end, longer lines at white space. Where the cuts are does not depend on how the bytes come in.
 */
export const readText: Reader = async function* (file, context) {
  let rows: Row[] = [];
  let line = 1; // that `open` begins on
  const notUtf8 = new LineMarks();
  const take = (text: string): void => {
    const start = text.search(/\S/u);
    if (start < 0) return;
    const first = line + lineFeeds(text.slice(0, start));
    const body = text.slice(start).trimEnd();
    const source = { ...context.at(first), isText: true };
    if (notUtf8.isIn(first, first + lineFeeds(body) + 1)) context.replaced(source);
    rows.push({ row: { text: body }, source });
  };
  let open = '';
  let repeated = 0;
  for await (const bytes of watchUtf8(readBytes(file), (invalid) => notUtf8.add(invalid))) {
    open += bytes.toString('utf8');
    while (open.length > ROW_LENGTH) {
      const end = lastCut(open, ROW_LENGTH / 2, ROW_LENGTH);
      take(open.slice(0, end));
      const next = firstCut(open, end - ROW_OVERLAP, end);
      repeated = end - next;
      line += lineFeeds(open.slice(0, next));
      open = open.slice(next);
    }
    if (rows.length < BATCH_ROWS) continue;
    yield rows;
    rows = [];
  }
  if (open.slice(repeated).trim() !== '') take(open);
  yield rows;
};

/** The last place from `from` up to `to` where a paragraph begins, else a line, else a word, else `to`. */
function lastCut(text: string, from: number, to: number): number {
  const last = text.lastIndexOf('\n', to - 1);
  for (let at = last; at >= from; at = text.lastIndexOf('\n', at - 1)) if (endsBlankLine(text, at)) return at + 1;
  if (last >= from) return last + 1;
  for (let at = to - 1; at >= from; at--) if (/\s/u.test(text[at]!)) return at + 1;
  return splitsPair(text, to) ? to - 1 : to;
}

/** The first place from `from` up to `to` where a paragraph begins, else a line, else a word, else `from`. */
function firstCut(text: string, from: number, to: number): number {
  const first = text.indexOf('\n', from);
  for (let at = first; at >= 0 && at < to; at = text.indexOf('\n', at + 1)) if (endsBlankLine(text, at)) return at + 1;
  if (first >= 0 && first < to) return first + 1;
  for (let at = from; at < to; at++) if (/\s/u.test(text[at]!)) return at + 1;
  return splitsPair(text, from) ? from - 1 : from;
}

/** Whether nothing but white space stands between a line feed and the one before. */
function endsBlankLine(text: string, lineFeed: number): boolean {
  let at = lineFeed - 1;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t' || text[at] === '\r')) at--;
  return at >= 0 && text[at] === '\n';
}

function splitsPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
