import zlib from 'node:zlib';
import { Decompress } from 'fzstd';
import { frameHeader } from './frames.js';

/** What node:zlib has since 22.15. */
interface NodeZstd {
  zstdDecompressSync(bytes: Buffer, options: { readonly maxOutputLength: number }): Buffer;
}

const nodeZstd: Partial<NodeZstd> = zlib as Partial<NodeZstd>;

/**
 * Unpacks one frame that is in memory, such as a page of a Parquet file.
 * @param size the most that it may hold
 * @param native as in unpackZstd
 * @throws Error where it is damaged or holds more
 */
export function unpackZstdPage(
  bytes: Buffer,
  size: number,
  native = nodeZstd.zstdDecompressSync !== undefined,
): Uint8Array {
  frameHeader(bytes);
  if (native) return (nodeZstd as NodeZstd).zstdDecompressSync(bytes, { maxOutputLength: size });
  const out = new Uint8Array(size);
  let length = 0;
  const decoder = new Decompress((chunk) => {
    if (length + chunk.length > size) throw new Error('it holds more than it says');
    out.set(chunk, length);
    length += chunk.length;
  });
  decoder.push(bytes, true);
  return out.subarray(0, length);
}
