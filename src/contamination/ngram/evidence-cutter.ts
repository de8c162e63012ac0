import { cutEvidence } from '../evidence.js';
import { fingerprint } from '../fingerprint.js';
import type { Evidence } from '../types.js';
import { Int32List, wordEnd, wordStart } from './words.js';

/** Cuts evidence out of one training row's text. Words are found once, and only where there is something to show. */
export class EvidenceCutter {
  readonly #text: string;
  readonly #starts = new Int32List();
  readonly #ends = new Int32List();
  #fingerprint: string | null = null;

  constructor(text: string) {
    this.#text = text;
    for (let start = wordStart(text, 0); start < text.length;) {
      const end = wordEnd(text, start);
      this.#starts.push(start);
      this.#ends.push(end);
      start = wordStart(text, end);
    }
  }

  /** The fingerprint of the row's text. */
  get fingerprint(): string {
    return (this.#fingerprint ??= fingerprint(this.#text));
  }

  /** The words from number `first` on, `count` of them, with a little of what stands around them. */
  cut(first: number, count: number): Pick<Evidence, 'text' | 'span'> {
    return cutEvidence(this.#text, this.#starts.values[first]!, this.#ends.values[first + count - 1]!);
  }
}
