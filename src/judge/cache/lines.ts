import { isUtf8 } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';

/** Large enough that the cost of a read vanishes beside parsing. */
const CHUNK_BYTES = 1 << 20;
/** No judge reasons for so long; a longer line is skipped without being held. */
const MAX_LINE_BYTES = 1 << 22;
const NEWLINE = 10;

/** A line of the cache's file and where it stands, so that it can be read again. */
export interface CacheLine {
  /** Of its first byte. */
  readonly offset: number;
  /** Its bytes without the line's end. */
  readonly bytes: Buffer;
}

/**
 * Reads a file's lines in batches. A line that is no UTF-8 text, or too long, is there as null.
 */
export async function* cacheLines(file: FileHandle): AsyncGenerator<(CacheLine | null)[], void, undefined> {
  let [position, start] = [0, 0];
  let held: Buffer[] = [];
  const finish = (end: number): CacheLine | null => {
    const bytes = end - start > MAX_LINE_BYTES ? null : Buffer.concat(held);
    held = [];
    return bytes === null || !isUtf8(bytes) ? null : { offset: start, bytes };
  };
  for (;;) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES, position);
    if (bytesRead === 0) break;
    const chunk = buffer.subarray(0, bytesRead);
    const lines: (CacheLine | null)[] = [];
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      held.push(chunk.subarray(from, to));
      lines.push(finish(position + to));
      from = to + 1;
      start = position + from;
    }
    position += bytesRead;
    if (position - start > MAX_LINE_BYTES) held = [];
    else held.push(chunk.subarray(from));
    yield lines;
  }
  if (start < position) yield [finish(position)];
}
