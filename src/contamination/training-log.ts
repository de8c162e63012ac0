import type { TextObject } from '../data/index.js';
import type { Source } from '../data/types.js';
import { placeText } from '../errors.js';
import type { Log } from '../log.js';

/** Rows of one kind that are named; the rest are counted. */
export const NAMED_ROWS = 10;
/** Keys that a message names, and how much of each. */
const NAMED_KEYS = 8;
const KEY_LENGTH = 40;

/** A row's first few keys, cut to a readable length. */
export function namedKeys(row: TextObject): string[] {
  return Object.keys(row).slice(0, NAMED_KEYS).map(namedKey);
}

export function namedKey(key: string): string {
  return key.slice(0, KEY_LENGTH);
}

/** Counts the rows that could not be read as they are, and names the first of them in the log. */
export class SkippedRows {
  broken = 0;
  replaced = 0;
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  readonly onBroken = (source: Source, message: string): void => {
    if (++this.broken <= NAMED_ROWS) this.#log.warn(`${placeText(source)}: ${message}; the row was not scanned`);
  };

  readonly onReplaced = (source: Source): void => {
    if (++this.replaced <= NAMED_ROWS) {
      this.#log.warn(
        `${placeText(source)}: is not valid UTF-8; the row was scanned with U+FFFD in the place of such bytes`,
      );
    }
  };

  /** Counts rows that a block of rows had more than it names. */
  countMore(broken: number, replaced: number): void {
    this.broken += broken;
    this.replaced += replaced;
  }

  /** Says how many were not named. */
  end(): void {
    if (this.broken > NAMED_ROWS) this.#log.warn(`${this.broken - NAMED_ROWS} more training rows were not scanned`);
    if (this.replaced > NAMED_ROWS)
      this.#log.warn(`${this.replaced - NAMED_ROWS} more training rows are not valid UTF-8`);
  }
}
