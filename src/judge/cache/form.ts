/** What is kept under a key. */
export interface Entry<T> {
  readonly key: string;
  readonly value: T;
}

/** How one kind of value stands in a cache's file, one line each. */
export interface EntryForm<T> {
  /** What is kept, for messages: judgments. */
  readonly noun: string;
  /** How every line starts: what tells our file from another, and where an entry starts behind a line that was cut off. */
  readonly start: string;
  /** An entry as its line, without the line's end. The same value gives the same bytes: no time, no machine in it. */
  readonly line: (key: string, value: T) => string;
  /** Reads a line that anybody may have written; null where it is not exactly an entry. */
  readonly read: (line: string) => Entry<T> | null;
  /** Whether two values of one key say the same. */
  readonly same: (a: T, b: T) => boolean;
}
