import { MAX_ROW_BYTES, readBytes, type ResolvedFile } from '../../data/index.js';
import type { BlockTask } from './task.js';

const LINE_FEED = 10;

/**
 * Cuts the bytes of a packed file of JSON Lines into blocks of whole lines as they come.
 * @param size of a block in bytes; one with a longer line is as long as that line
 * @param spare bytes of blocks that were searched, which are taken from here
 * @throws GateError where the file can't be read or unpacked, or is UTF-16
 */
export async function* unpackedBlocks(
  file: ResolvedFile,
  size: number,
  spare: ArrayBuffer[],
): AsyncGenerator<BlockTask, void, undefined> {
  const fresh = (): Buffer => Buffer.from(spare.pop() ?? new ArrayBuffer(size + 1));
  const blockOf = (bytes: Buffer, length: number): BlockTask => ({
    kind: 'block',
    shown: file.shown,
    bytes: bytes.buffer as ArrayBuffer,
    length,
  });
  let block = fresh();
  let filled = 0;
  let isTooLong = false; // the line at hand, the beginning of which was handed on
  for await (const chunk of readBytes(file)) {
    let from = 0;
    if (isTooLong) {
      const feed = chunk.indexOf(LINE_FEED);
      if (feed < 0) continue;
      isTooLong = false;
      from = feed + 1;
    }
    while (from < chunk.length) {
      const room = Math.min(chunk.length - from, block.length - 1 - filled);
      chunk.copy(block, filled, from, from + room);
      from += room;
      filled += room;
      if (filled < block.length - 1) break;
      const end = block.subarray(0, filled).lastIndexOf(LINE_FEED) + 1;
      if (end === 0 && filled <= MAX_ROW_BYTES) {
        const wider = Buffer.from(new ArrayBuffer(2 * block.length));
        block.copy(wider, 0, 0, filled);
        block = wider;
        continue;
      }
      const next = fresh();
      const full = block;
      if (end > 0) full.copy(next, 0, end, filled);
      filled = end > 0 ? filled - end : 0;
      block = next;
      yield blockOf(full, end > 0 ? end : full.length - 1);
      if (end > 0) continue;
      const feed = chunk.indexOf(LINE_FEED, from);
      isTooLong = feed < 0;
      from = isTooLong ? chunk.length : feed + 1;
    }
  }
  if (filled > 0) yield blockOf(block, filled);
}
