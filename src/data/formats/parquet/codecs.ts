import zlib from 'node:zlib';
import { compressors } from 'hyparquet-compressors';
import { unpackZstdPage } from '../zstd/page.js';
import { Damaged, Unsupported } from './fault.js';

/** How many times as large as its bytes a page can be at most, in formats whose decoders believe what is claimed. */
const [MOST_SNAPPY, MOST_LZ4] = [32, 256];

type Unpack = (bytes: Buffer, size: number) => Uint8Array;

const codecs: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['UNCOMPRESSED', (bytes) => bytes],
  ['SNAPPY', claimed('SNAPPY', MOST_SNAPPY)],
  ['LZ4', claimed('LZ4', MOST_LZ4)],
  ['LZ4_RAW', claimed('LZ4_RAW', MOST_LZ4)],
  ['GZIP', (bytes, size) => zlib.unzipSync(bytes, { maxOutputLength: size })],
  ['BROTLI', (bytes, size) => zlib.brotliDecompressSync(bytes, { maxOutputLength: size })],
  ['ZSTD', unpackZstdPage],
]);

/**
 * Unpacks the bytes of a page.
 * @param size what they are to be, which has been found bearable
 * @throws Damaged where they are not, Unsupported for an unknown codec
 */
export function unpackPage(bytes: Buffer, size: number, codec: string): Buffer {
  if (size === 0) return Buffer.alloc(0);
  const unpack = codecs.get(codec);
  if (unpack === undefined) throw new Unsupported(`it is compressed with ${codec}`);
  const page = unpack(bytes, size);
  if (page.length !== size) throw new Damaged('a page has another size than it says');
  return Buffer.from(page.buffer, page.byteOffset, page.length);
}

function claimed(codec: 'SNAPPY' | 'LZ4' | 'LZ4_RAW', most: number): Unpack {
  return (bytes, size) => {
    if (size > most * (bytes.length + 1)) throw new Damaged('a page has another size than it says');
    return compressors[codec]!(bytes, size);
  };
}
