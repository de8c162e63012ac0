import { closeSync, openSync, readSync } from 'node:fs';
import { MAX_ROW_BYTES, withoutMark } from '../../data/index.js';
import { GateError, messageOf } from '../../errors.js';
import type { RangeTask } from './task.js';

const LINE_FEED = 10;
/** What is read at first behind a range to find the end of its last line. */
const TAIL_BYTES = 1 << 16;
/** A larger buffer is given back after a very long line. */
const MOST_KEPT = 1 << 24;

/** Bytes with whole lines from `start` up to `end`, and room for one more byte. */
export interface Lines {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** Reads ranges of files into a buffer that is used again and again. */
export class RangeReader {
  #buffer: Buffer = Buffer.alloc(0);
  #path = '';
  #file = -1;

  /**
   * The lines that begin in the range, which is true of the last one's beginning only: its end is read too.
   * @throws GateError where the file can't be read or is UTF-16
   */
  read(task: RangeTask): Lines {
    try {
      this.#open(task.path);
      return this.#lines(task);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
      const { code } = error as NodeJS.ErrnoException;
      throw new GateError(`can not be read (${code ?? messageOf(error)})`, { file: task.shown }, { cause: error });
    }
  }

  close(): void {
    if (this.#file !== -1) closeSync(this.#file);
    this.#file = -1;
    this.#path = '';
  }

  #open(path: string): void {
    if (path === this.#path) return;
    this.close();
    this.#file = openSync(path, 'r');
    this.#path = path;
  }

  #lines({ start, end, shown }: RangeTask): Lines {
    // The byte before tells whether a line begins with the range.
    const offset = start === 0 ? 0 : start - 1;
    const length = end - offset;
    if (this.#buffer.length > MOST_KEPT) this.#buffer = Buffer.alloc(0);
    this.#reserve(length, 0);
    let filled = this.#fill(0, length, offset);
    const own = this.#buffer.subarray(0, filled);
    let first = 0;
    if (start === 0) first = filled - withoutMark(own, { shown }).length;
    else {
      const feed = own.indexOf(LINE_FEED);
      first = feed < 0 ? length : feed + 1;
    }
    if (first >= filled) return { bytes: this.#buffer, start: 0, end: 0 };
    const last = own.lastIndexOf(LINE_FEED) + 1;
    if (last === length) return { bytes: this.#buffer, start: first, end: last };
    for (let more = TAIL_BYTES; filled - last <= MAX_ROW_BYTES + 1; more *= 2) {
      this.#reserve(filled + more, filled);
      const read = this.#fill(filled, more, offset + filled);
      const feed = this.#buffer.subarray(filled, filled + read).indexOf(LINE_FEED);
      if (feed >= 0) return { bytes: this.#buffer, start: first, end: filled + feed + 1 };
      filled += read;
      if (read < more) break;
    }
    return { bytes: this.#buffer, start: first, end: filled };
  }

  /** Reads up to `length` bytes; fewer where the file ends. */
  #fill(at: number, length: number, position: number): number {
    let filled = 0;
    while (filled < length) {
      const read = readSync(this.#file, this.#buffer, at + filled, length - filled, position + filled);
      if (read === 0) break;
      filled += read;
    }
    return filled;
  }

  /** Room for so many bytes and one more. */
  #reserve(length: number, kept: number): void {
    if (this.#buffer.length > length) return;
    const wider = Buffer.allocUnsafeSlow(length + 1);
    this.#buffer.copy(wider, 0, 0, kept);
    this.#buffer = wider;
  }
}
