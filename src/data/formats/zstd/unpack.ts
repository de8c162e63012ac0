import { pipeline } from 'node:stream/promises';
import type { Transform } from 'node:stream';
import zlib from 'node:zlib';
import { zstdFrames, type Frame, type FramePart } from './frames.js';
import { Xxh64 } from './xxh64.js';

/** What node:zlib has since 22.15. */
interface NodeZstd {
  createZstdDecompress(options: { readonly chunkSize: number }): Transform;
}

const nodeZstd: Partial<NodeZstd> = zlib as Partial<NodeZstd>;

/** Whether this Node.js unpacks zstd by itself. */
export const HAS_NATIVE_ZSTD = typeof nodeZstd.createZstdDecompress === 'function';

const CHUNK_BYTES = 1 << 20;
/** Frames of so little content are unpacked in JavaScript everywhere: a stream for each would cost more than its bytes. */
const SMALL_WINDOW = 1 << 16;

/**
 * Unpacks a .zst stream: any number of frames, windows up to 128 MB, checksums held against the content.
 * @param native false for the decoder in JavaScript, which Node.js before 22.15 needs; the results are the same
 * @throws Error where the bytes are damaged, cut off, or not zstd
 */
export async function* unpackZstd(
  chunks: AsyncIterable<Buffer>,
  native = HAS_NATIVE_ZSTD,
): AsyncGenerator<Buffer, void, undefined> {
  for await (const frame of zstdFrames(chunks)) {
    yield* native && frame.window > SMALL_WINDOW ? throughNode(frame) : throughJavaScript(frame);
  }
}

async function* throughNode({ parts }: Frame): AsyncGenerator<Buffer, void, undefined> {
  const decoder = (nodeZstd as NodeZstd).createZstdDecompress({ chunkSize: CHUNK_BYTES });
  const done = pipeline(bytesOf(parts), decoder);
  done.catch(() => undefined); // The loop below meets the same error.
  for await (const chunk of decoder) yield chunk as Buffer;
  await done;
}

async function* bytesOf(parts: AsyncIterable<FramePart>): AsyncGenerator<Buffer, void, undefined> {
  for await (const { bytes } of parts) yield bytes;
}

async function* throughJavaScript({ parts, hasChecksum }: Frame): AsyncGenerator<Buffer, void, undefined> {
  const { Decompress } = await import('fzstd');
  const hash = hasChecksum ? new Xxh64() : null;
  let unpacked: Buffer[] = [];
  let size = 0;
  const decoder = new Decompress((chunk) => {
    hash?.update(chunk);
    unpacked.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    size += chunk.length;
  });
  for await (const { bytes, last } of parts) {
    decoder.push(bytes, last);
    // Before the last bytes are handed on, so that of a damaged file as little as may be is taken for its content.
    if (last && hash !== null && hash.low32() !== bytes.readUInt32LE(bytes.length - 4)) {
      throw new Error('wrong checksum');
    }
    if (size < CHUNK_BYTES && !last) continue;
    yield Buffer.concat(unpacked);
    [unpacked, size] = [[], 0];
  }
}
