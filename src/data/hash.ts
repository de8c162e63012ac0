import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ResolvedFile } from './files.js';

/** Large enough that the cost of a read vanishes beside hashing. */
const CHUNK_BYTES = 1 << 20;

/**
 * sha256 over the bytes of files as they lie on disk, one after the other in the order given.
 * @returns 64 lower-case hex digits
 */
export async function sha256OfFiles(files: readonly ResolvedFile[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) {
    for await (const chunk of createReadStream(file.path, { highWaterMark: CHUNK_BYTES })) hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
