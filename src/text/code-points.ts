import { isSpace } from './python.js';

/** Reads texts as code points without white space, those of Python's `''.join(text.split())`. */
export class CodePoints {
  #values = new Int32Array(2 ** 10);

  /** The text's code points, a lone surrogate being one of its own. They are good until the next text is read. */
  read(text: string): Int32Array {
    if (text.length > this.#values.length) this.#values = new Int32Array(2 * text.length);
    const values = this.#values;
    let count = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (isSpace(unit)) continue;
      const isHigh = (unit & 0xfc00) === 0xd800;
      const point = isHigh ? text.codePointAt(i)! : unit;
      if (point > 0xffff) i++;
      values[count++] = point;
    }
    return values.subarray(0, count);
  }
}
