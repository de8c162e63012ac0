import { isUtf8 } from 'node:buffer';
import type { Json } from '../../types.js';
import { LONG_ROW_BYTES } from '../limits.js';
import { LongText } from '../long-row.js';
import { Damaged } from './fault.js';
import { decode, mayBeText, meaningOf, type Meaning } from './meaning.js';
import type { Page, Pages } from './pages.js';
import type { Leaf } from './schema.js';

/** What the values of a row are found to be, beside what they say. */
export interface RowNotes {
  /** Bytes of texts so far. */
  bytes: number;
  /** Whether a part of the row could not be read because of its size. */
  isTooLarge: boolean;
  /** Whether U+FFFD stands for bytes that are not UTF-8. */
  isReplaced: boolean;
}

/** Goes through the values of a column, over the borders of pages. */
export class Cursor {
  readonly #pages: Pages;
  readonly #leaf: Leaf;
  readonly #meaning: Meaning;
  /** Whether a very long text may stay bytes. */
  readonly #mayStayBytes: boolean;
  #page: Page | null = null;
  /** Places in the page: of the next value or null, and of the next value. */
  #at = 0;
  #valueAt = 0;
  /** Texts of the dictionary that were read already. */
  #known: (Json | undefined)[] = [];

  constructor(pages: Pages, leaf: Leaf, isTraining: boolean) {
    this.#pages = pages;
    this.#leaf = leaf;
    this.#meaning = meaningOf(leaf.element);
    this.#mayStayBytes = isTraining && mayBeText(leaf.element);
  }

  /** The definition level of the next value. */
  get definition(): number {
    return this.#next().definitions?.[this.#at] ?? this.#leaf.definition;
  }

  /** The list that the next value goes on with: 0 where a row begins, or where there are no more. */
  get repetition(): number {
    return this.isEnded ? 0 : (this.#page!.repetitions?.[this.#at] ?? 0);
  }

  get isEnded(): boolean {
    if (this.#page === null || this.#at === this.#page.count) {
      this.#page = this.#pages.next();
      [this.#at, this.#valueAt] = [0, 0];
    }
    return this.#page === null;
  }

  /** Goes past the next value. */
  skip(): void {
    if (this.definition === this.#leaf.definition) this.#valueAt++;
    this.#at++;
  }

  /** Goes past the next value, which must be there, and returns it. */
  take(notes: RowNotes): Json | LongText {
    const page = this.#next();
    const index = this.#valueAt;
    this.skip();
    if (page.values === null) {
      notes.isTooLarge = true;
      return null;
    }
    if (page.indices === null) return this.#valueOf(page, index, notes);
    const number = page.indices[index]!;
    const known = this.#known[number];
    if (known !== undefined) {
      if (typeof known === 'string') notes.bytes += known.length;
      return known;
    }
    const own: RowNotes = { bytes: 0, isTooLarge: false, isReplaced: false };
    const value = this.#valueOf(page, number, own);
    if (!own.isReplaced && !(value instanceof LongText)) this.#known[number] = value;
    notes.bytes += own.bytes;
    notes.isReplaced ||= own.isReplaced;
    return value;
  }

  #valueOf({ values }: Page, index: number, notes: RowNotes): Json | LongText {
    const stored = values!.at(index);
    if (stored instanceof Uint8Array) {
      notes.bytes += stored.length;
      if (stored.length > LONG_ROW_BYTES && this.#mayStayBytes && isUtf8(stored)) {
        return new LongText(Buffer.from(stored.buffer, stored.byteOffset, stored.length), 'as it is');
      }
    }
    const meaning = this.#meaning(stored);
    if (meaning !== undefined) return meaning;
    notes.isReplaced = true;
    return decode(stored as Uint8Array);
  }

  #next(): Page {
    if (this.isEnded) throw new Damaged(`the column "${this.#leaf.path}" ends before its rows`);
    return this.#page!;
  }
}
