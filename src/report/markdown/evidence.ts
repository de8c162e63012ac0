import type { ContaminatedExample, Evidence } from '../../contamination/types.js';
import { valueText } from '../../gate/index.js';
import { cut } from '../texts.js';
import { commonSpans, type Span } from './common-spans.js';
import { code, inline, link } from './escape.js';
import { blocks } from './layout.js';

/** Where a line of a file can be looked at. */
export type FileLink = (path: string, line: number) => string;

const NAME = 80;

/** An eval example beside the training rows that have most of it; what both texts share is in bold. */
export function evidenceOf(
  example: ContaminatedExample,
  { most, file, withRow }: { readonly most: number; readonly file: FileLink | undefined; readonly withRow: boolean },
): string {
  const { id, level, score, part, found_by, text, evidence } = example;
  const what = part === 'question' || part === 'answer' ? `its ${part}` : 'it';
  const share =
    found_by === 'meaning'
      ? 'the judge found its question in other words in a training row'
      : `${valueText(score, 'fraction')} of ${what} stands in one training row`;
  const rows = evidence.map((row) => row.text);
  return blocks([
    `**${code(cut(id, NAME))}** · ${level.replace('_', ' ')} · ${share}`,
    text === '' ? null : `> ${marked(text, commonSpans(text, rows), most)}`,
    ...evidence.map(
      (row) =>
        `${place(row, file, withRow)}\n\n> ${marked(row.text, commonSpans(row.text, text === '' ? [row.span] : [text]), most)}`,
    ),
  ]);
}

function place(
  { file, line, row_group, field, row, known }: Evidence,
  linkTo: FileLink | undefined,
  withRow: boolean,
): string {
  const name = row_group === undefined ? `${cut(file, NAME)}:${line}` : cut(file, NAME);
  const parts = [
    `training data ${linkTo === undefined ? code(name) : link(name, linkTo(file, line))}`,
    ...(row_group === undefined ? [] : [`row ${line} (row group ${row_group})`]),
    ...(field === undefined ? [] : [code(cut(field, NAME))]),
    ...(known === true ? ['known'] : []),
    ...(withRow ? [`row: ${code(row)}`] : []),
  ];
  return parts.join(' · ');
}

/** A text with spans of it in bold, cut to a length around the longest of them. */
function marked(text: string, spans: readonly Span[], most: number): string {
  const { start, end } = windowOf(text, spans, most);
  const parts: string[] = [];
  const add = (from: number, to: number, isBold: boolean): void => {
    const [low, high] = [Math.max(from, start), Math.min(to, end)];
    if (low >= high) return;
    const piece = text.slice(low, high);
    const shown = inline(piece.trim());
    // Escaping trims; what stands between two parts must stay.
    parts.push(/^\s/u.test(piece) ? ' ' : '', isBold ? `<b>${shown}</b>` : shown, /\s$/u.test(piece) ? ' ' : '');
  };
  let at = 0;
  for (const span of spans) {
    add(at, span.start, false);
    add(span.start, span.end, true);
    at = span.end;
  }
  add(at, text.length, false);
  const body = parts.join('').replace(/ {2,}/gu, ' ').trim();
  return `${start > 0 ? '…' : ''}${body}${end < text.length ? '…' : ''}`;
}

function windowOf(text: string, spans: readonly Span[], most: number): Span {
  if (text.length <= most) return { start: 0, end: text.length };
  const longest = spans.reduce<Span>((a, b) => (b.end - b.start > a.end - a.start ? b : a), { start: 0, end: 0 });
  const room = Math.max(0, most - (longest.end - longest.start));
  const start = Math.max(0, Math.min(longest.start - Math.floor(room / 2), text.length - most));
  return { start: boundary(text, start), end: boundary(text, Math.min(text.length, start + most)) };
}

/** The index itself, or the one before it where it would split a surrogate pair. */
function boundary(text: string, index: number): number {
  const splits = (text.charCodeAt(index - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(index) & 0xfc00) === 0xdc00;
  return splits ? index - 1 : index;
}
