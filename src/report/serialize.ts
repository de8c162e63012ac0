import type { Report } from './types.js';

/**
 * report.json: two spaces, keys in the order they were built in, a newline at the end. It is the same value to a JSON
 * parser, and harmless where it is printed: no `##[` for an Actions runner to obey, and no control or bidirectional
 * character for a terminal. (A line that starts with `::` can't occur, since every string sits behind a quote.)
 */
export function serializeReport(report: Report): string {
  const escaped = JSON.stringify(report, null, 2)
    .replace(/##(?=\[)/gu, '\\u0023\\u0023')
    .replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, codeUnit);
  return `${escaped}\n`;
}

function codeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
