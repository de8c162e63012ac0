import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { GateError, messageOf } from '../../errors.js';
import { type ResolvedFile, STDIN } from '../files.js';
import { UnsupportedZstd, unpackZstd } from './zstd/index.js';

/** Large enough that the cost of a read vanishes beside parsing. */
const CHUNK_BYTES = 1 << 20;

/** Endings of packed files, each behind the ending that says what is in them. */
const UNPACK: ReadonlyMap<string, (source: AsyncIterable<Buffer>) => AsyncIterable<Buffer>> = new Map([
  ['gz', gunzip],
  ['zst', (source) => unpackZstd(source)],
]);

export const PACKED_ENDINGS: readonly string[] = [...UNPACK.keys()];

/**
 * A file's bytes in chunks, unpacked where its name ends in .gz or .zst, without a UTF-8 byte order mark.
 * @throws GateError where the file can't be read or unpacked, or is UTF-16
 */
export async function* readBytes(file: ResolvedFile): AsyncGenerator<Buffer, void, undefined> {
  let start: Buffer | null = Buffer.alloc(0);
  for await (const chunk of rawBytes(file)) {
    if (start === null) {
      yield chunk;
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < 3) continue;
    yield withoutMark(start, file);
    start = null;
  }
  if (start !== null && start.length > 0) yield withoutMark(start, file);
}

async function* rawBytes(file: ResolvedFile): AsyncGenerator<Buffer, void, undefined> {
  const source = file === STDIN ? process.stdin : createReadStream(file.path, { highWaterMark: CHUNK_BYTES });
  const unpack = UNPACK.get(/\.([^.]*)$/u.exec(file.path)?.[1]?.toLowerCase() ?? '');
  try {
    yield* unpack?.(source) ?? (source as AsyncIterable<Buffer>);
  } catch (error) {
    throw new GateError(`${faultOf(error)} (${reasonOf(error)})`, { file: file.shown }, { cause: error });
  } finally {
    source.destroy();
  }
}

function faultOf(error: unknown): string {
  if ((error as NodeJS.ErrnoException).syscall !== undefined) return 'can not be read';
  return error instanceof UnsupportedZstd ? 'can not be unpacked' : 'can not be unpacked, it is damaged or cut off';
}

/** The system's short name for what went wrong; its message would hold an absolute path. */
function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : messageOf(error);
}

/** `pipeline` rather than `pipe`, so that an error of either stream reaches the reader. */
function gunzip(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const out = new PassThrough({ highWaterMark: CHUNK_BYTES });
  pipeline(source, createGunzip({ chunkSize: CHUNK_BYTES }), out).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(messageOf(error))),
  );
  return out;
}

/**
 * The beginning of a file without a UTF-8 byte order mark.
 * @throws GateError where it is UTF-16
 */
export function withoutMark(bytes: Buffer, file: Pick<ResolvedFile, 'shown'>): Buffer {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) throw new GateError('is UTF-16; save it as UTF-8', { file: file.shown });
  return bytes;
}
