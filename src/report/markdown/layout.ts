import { fence, inline, visible } from './escape.js';

/** The few pieces of markdown that renderings are built from. Their arguments are markdown already, unless told. */

export type Align = 'left' | 'right';

/** A GitHub table. Cells are markdown without line breaks, their pipes escaped (as `inline` and `code` give them). */
export function table(
  columns: readonly { head: string; align: Align }[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = columns.map(({ align }) => (align === 'right' ? '--:' : '---'));
  return [line(columns.map(({ head }) => head)), `|${rule.join('|')}|`, ...rows.map(line)].join('\n');
}

/** A folded section. The blank lines matter: without them GitHub reads its content as HTML. */
export function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** A quote of foreign text (raw, escaped here): verse-like texts as code so that lines and columns stay, prose as a quote. */
export function quote(text: string): string {
  const shown = visible(text).replace(/^\n+|\n+$/gu, '');
  const lines = shown.split('\n');
  if (shown.trim() === '') return '> <i>empty</i>';
  if (lines.length > 1 && lines.every((line) => line.length <= READABLE_WIDTH)) return fence(shown);
  return `> ${inline(shown, '<br>')}`;
}

/** Wider lines would have to be scrolled sideways in a code block. */
const READABLE_WIDTH = 90;

/** Blocks with something to say, a blank line between them. */
export function blocks(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n\n');
}

/** A bulleted list; items are one line each. */
export function bullets(items: readonly string[]): string | null {
  return items.length === 0 ? null : items.map((item) => `- ${item}`).join('\n');
}
