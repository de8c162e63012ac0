import type { Evidence } from './types.js';
import { Int32List, wordEnd, wordStart } from './words.js';

/** How much of a text evidence shows, in UTF-16 units: enough to recognise it, little enough for a line of a report. */
const SPAN_LENGTH = 400;
const CONTEXT_LENGTH = 80;
const EVAL_TEXT_LENGTH = 1000;

/** Cuts evidence out of one training row's text. Words are found once, and only where there is something to show. */
export class EvidenceCutter {
  readonly #text: string;
  readonly #starts = new Int32List();
  readonly #ends = new Int32List();

  constructor(text: string) {
    this.#text = text;
    for (let start = wordStart(text, 0); start < text.length;) {
      const end = wordEnd(text, start);
      this.#starts.push(start);
      this.#ends.push(end);
      start = wordStart(text, end);
    }
  }

  /** The words from number `first` on, `count` of them, with a little of what stands around them. */
  cut(first: number, count: number): Pick<Evidence, 'text' | 'span'> {
    const start = this.#starts.values[first]!;
    const wholeEnd = this.#ends.values[first + count - 1]!;
    const end = boundary(this.#text, Math.min(wholeEnd, start + SPAN_LENGTH));
    const from = boundary(this.#text, Math.max(0, start - CONTEXT_LENGTH));
    const to = boundary(this.#text, Math.min(this.#text.length, end < wholeEnd ? end : end + CONTEXT_LENGTH));
    const text = `${from > 0 ? '…' : ''}${this.#text.slice(from, to)}${to < this.#text.length ? '…' : ''}`;
    return { text, span: this.#text.slice(start, end) };
  }
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
