import { Damaged } from './fault.js';

/** Bits that a number up to `most` takes. */
export function bitWidth(most: number): number {
  return 32 - Math.clz32(most);
}

/**
 * Decodes runs of equal and of bit-packed numbers (Parquet's RLE encoding). Runs that promise more numbers than there may be
 * are cut short: they could promise billions.
 * @param out takes as many numbers as it has room for
 * @param width bits of a number, 0 to 31
 * @throws Damaged where the bytes from `start` to `end` hold fewer
 */
export function decodeRuns(
  bytes: Buffer,
  start: number,
  end: number,
  width: number,
  out: Uint8Array | Int32Array,
): void {
  if (width === 0) return;
  if (width > 31) throw new Damaged('a number has too many bits');
  let at = start;
  let done = 0;
  while (done < out.length) {
    let head = 0;
    for (let shift = 0, next = 0x80; next >= 0x80; shift += 7) {
      if (at >= end || shift > 28) throw new Damaged('a page ends before its values');
      next = bytes[at++]!;
      head += (next & 0x7f) * 2 ** shift;
    }
    const count = Math.floor(head / 2);
    if (head % 2 === 0) {
      const length = (width + 7) >> 3;
      if (at + length > end) throw new Damaged('a page ends before its values');
      const to = Math.min(out.length, done + count);
      out.fill(bytes.readUIntLE(at, length), done, to);
      done = to;
      at += length;
    } else {
      const numbers = Math.min(out.length - done, count * 8);
      // The last run may lack the bytes that nothing but padding would stand in.
      if (at + Math.ceil((numbers * width) / 8) > end) throw new Damaged('a page ends before its values');
      unpack(bytes, at, width, numbers, out, done);
      done += numbers;
      at += count * width;
    }
  }
}

function unpack(
  bytes: Buffer,
  start: number,
  width: number,
  count: number,
  out: Uint8Array | Int32Array,
  to: number,
): void {
  const mask = width === 31 ? 0x7fffffff : (1 << width) - 1;
  for (let i = 0, bit = 0; i < count; i++, bit += width) {
    const at = start + Math.floor(bit / 8);
    const shift = bit & 7;
    const low = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    const high = shift + width > 32 ? bytes[at + 4]! << (32 - shift) : 0;
    out[to + i] = ((low >>> shift) | high) & mask;
  }
}
