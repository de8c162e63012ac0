import { createReadStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { ResolvedFile } from '../../data/index.js';

const CHUNK_BYTES = 1 << 20;

/** Bytes from `start` up to, not including, `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export function isGzip(file: ResolvedFile): boolean {
  return /\.gz$/iu.test(file.shown);
}

/** A file's bytes as they are, unpacked where its name ends in .gz. */
export async function* bytesOf(file: ResolvedFile): AsyncGenerator<Buffer, void, undefined> {
  const source = createReadStream(file.path, { highWaterMark: CHUNK_BYTES });
  if (!isGzip(file)) {
    yield* source as AsyncIterable<Buffer>;
    return;
  }
  const out = new PassThrough({ highWaterMark: CHUNK_BYTES });
  const done = pipeline(source, createGunzip({ chunkSize: CHUNK_BYTES }), out);
  done.catch(() => undefined); // the loop meets the same error
  yield* out as AsyncIterable<Buffer>;
  await done;
}

/** The bytes without those in the ranges, which are in order and don't touch. */
export async function* without(
  chunks: AsyncIterable<Buffer>,
  ranges: readonly ByteRange[],
): AsyncGenerator<Buffer, void, undefined> {
  let offset = 0;
  let next = 0;
  for await (const chunk of chunks) {
    const end = offset + chunk.length;
    let at = offset;
    while (at < end) {
      while (next < ranges.length && ranges[next]!.end <= at) next++;
      const range = ranges[next];
      const keepTo = range === undefined ? end : Math.min(end, range.start);
      if (keepTo > at) yield chunk.subarray(at - offset, keepTo - offset);
      at = range === undefined || keepTo === end ? end : Math.min(end, range.end);
    }
    offset = end;
  }
}

/** The ranges of whole lines (with their line breaks), numbered from 1. */
export async function lineRanges(
  chunks: AsyncIterable<Buffer>,
  isWanted: (line: number) => boolean,
): Promise<ByteRange[]> {
  const ranges: ByteRange[] = [];
  let [line, start, offset] = [1, 0, 0];
  const endLine = (end: number): void => {
    if (end > start && isWanted(line)) ranges.push({ start, end });
    line++;
    start = end;
  };
  for await (const chunk of chunks) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) endLine(offset + at + 1);
    offset += chunk.length;
  }
  endLine(offset);
  return ranges;
}
