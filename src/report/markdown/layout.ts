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

/**
 * A quote of foreign text (raw, escaped here).
 * @param asCode keeps its lines and columns; a quote wraps long lines instead
 */
export function quote(text: string, asCode: boolean): string {
  const shown = visible(text).replace(/^\n+|\n+$/gu, '');
  if (shown.trim() === '') return '> <i>empty</i>';
  return asCode ? fence(shown) : `> ${inline(shown, '<br>')}`;
}

/** Whether texts that belong together read best as code: some have lines, and no line needs scrolling. */
export function readsAsCode(texts: readonly string[]): boolean {
  const lines = texts.map((text) => visible(text).split('\n'));
  return lines.some(({ length }) => length > 1) && lines.flat().every(({ length }) => length <= READABLE_WIDTH);
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
