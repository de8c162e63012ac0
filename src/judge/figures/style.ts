/** What of an answer's looks a judge may fall for. */
export interface Style {
  /** In Unicode code points. */
  readonly length: number;
  /** Lines that begin a list item: `-`, `*`, `+` or a number with `.` or `)`, then white space and text; or `•`. */
  readonly bullets: number;
  /** Other markdown: headings (`#` to `######`), bold spans (`**…**`), tables (by their rule of `|` and `-`), code fences. */
  readonly markdown: number;
}

const ITEM = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|•[ \t]*)\S/u;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/u;
/** Without the u flag, under which V8 runs out of stack on a line of millions of emoji. */
const BOLD = /\*\*[^\s*](?:[^*]*[^\s*])?\*\*/g;
const TABLE = /^[ \t]*[|:-][ \t|:-]*$/u;
const FENCE = /^[ \t]*(`{3,}|~{3,})/u;

/**
 * The looks of an answer, from its lines. What stands in a code fence counts as code, not as list or markdown; a fence
 * that is never closed runs to the end (CommonMark 0.31). Takes time in proportion to the text.
 */
export function styleOf(text: string): Style {
  let [bullets, markdown] = [0, 0];
  let fence: string | null = null;
  for (const line of text.split(/\r\n|\r|\n/u)) {
    if (fence !== null) {
      if (closes(line, fence)) fence = null;
      continue;
    }
    fence = fenceOpenedBy(line);
    if (fence !== null || HEADING.test(line) || isTableRule(line)) markdown++;
    if (ITEM.test(line) && !isThematicBreak(line)) bullets++;
    markdown += line.match(BOLD)?.length ?? 0;
  }
  return { length: codePoints(text), bullets, markdown };
}

/** The code points of a text; a lone surrogate is one. */
function codePoints(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += text.codePointAt(i)! > 0xffff ? 2 : 1) count++;
  return count;
}

/** The marks of the fence that a line opens. After backticks no more of them may follow: that is inline code. */
function fenceOpenedBy(line: string): string | null {
  const [start, marks] = FENCE.exec(line) ?? [];
  if (start === undefined || marks === undefined) return null;
  return marks.startsWith('`') && line.includes('`', start.length) ? null : marks;
}

/** A fence is closed by at least as many of its own characters, alone on a line. */
function closes(line: string, fence: string): boolean {
  const mark = line.trim();
  return mark.length >= fence.length && mark === fence[0]!.repeat(mark.length);
}

/** Such as `* * *`, which begins like an item. */
function isThematicBreak(line: string): boolean {
  const marks = line.replace(/[ \t]+/gu, '');
  return marks.length >= 3 && /^(?:-+|\*+)$/u.test(marks);
}

function isTableRule(line: string): boolean {
  return TABLE.test(line) && line.includes('|') && line.includes('-');
}
