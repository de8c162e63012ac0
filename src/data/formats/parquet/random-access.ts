import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Damaged } from './fault.js';

/** A file that is read here and there. */
export class RandomAccess {
  readonly size: number;
  readonly #descriptor: number;

  constructor(path: string) {
    this.#descriptor = openSync(path, 'r');
    this.size = fstatSync(this.#descriptor).size;
  }

  /** @throws Damaged where the file has fewer bytes */
  read(start: number, length: number): Buffer {
    if (!(start >= 0 && length >= 0 && start + length <= this.size)) throw new Damaged('it points behind its end');
    const bytes = Buffer.allocUnsafeSlow(length);
    for (let done = 0; done < length;) {
      const count = readSync(this.#descriptor, bytes, done, length - done, start + done);
      if (count === 0) throw new Damaged('it became shorter');
      done += count;
    }
    return bytes;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
