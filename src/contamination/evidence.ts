import type { Evidence } from './types.js';

/** How much of a text evidence shows, in UTF-16 units: enough to recognise it, little enough for a line of a report. */
const SPAN_LENGTH = 400;
const CONTEXT_LENGTH = 80;
const EVAL_TEXT_LENGTH = 1000;

/** What stands in a training row's text from `start` up to `spanEnd`, with a little of what stands around it. */
export function cutEvidence(text: string, start: number, spanEnd: number): Pick<Evidence, 'text' | 'span'> {
  const end = boundary(text, Math.min(spanEnd, start + SPAN_LENGTH));
  const from = boundary(text, Math.max(0, start - CONTEXT_LENGTH));
  const to = boundary(text, Math.min(text.length, end < spanEnd ? end : end + CONTEXT_LENGTH));
  const shown = `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  return { text: shown, span: text.slice(start, end) };
}

/** An eval text cut to a readable length. */
export function cutEvalText(text: string): string {
  const end = boundary(text, Math.min(text.length, EVAL_TEXT_LENGTH));
  return end < text.length ? `${text.slice(0, end)}…` : text;
}

/** The index itself, or the one before it where it would split a surrogate pair. */
function boundary(text: string, index: number): number {
  const splits = (text.charCodeAt(index - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(index) & 0xfc00) === 0xdc00;
  return splits ? index - 1 : index;
}
