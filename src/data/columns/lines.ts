import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';

const CHUNK_BYTES = 1 << 20;
const NEWLINE = 10;

/**
 * Hands a file's bytes on, some whole lines at a time; each ends with `\n`, the last one too. The bytes are good until
 * `take` returns: one buffer serves for all.
 * @param take `bytes[0]` up to `end`; false where no more are wanted
 * @param seen gets all bytes as they lie on disk
 * @returns false where `take` did not want all, or the file is not UTF-8, or has a very long line
 */
export async function eachLines(
  path: string,
  take: (bytes: Buffer, end: number) => boolean,
  seen: (bytes: Buffer) => void,
): Promise<boolean> {
  const file = await open(path);
  try {
    // One byte is left for the newline that a last line may lack.
    const buffer = Buffer.allocUnsafe(2 * CHUNK_BYTES + 1);
    for (let rest = 0; ;) {
      const { bytesRead } = await file.read(buffer, rest, 2 * CHUNK_BYTES - rest);
      seen(buffer.subarray(rest, rest + bytesRead));
      let filled = rest + bytesRead;
      if (bytesRead === 0) {
        if (rest === 0) return true;
        buffer[filled++] = NEWLINE;
      }
      const end = buffer.subarray(0, filled).lastIndexOf(NEWLINE) + 1;
      if (end === 0 && filled === 2 * CHUNK_BYTES) return false;
      if (end > 0 && !(isUtf8(buffer.subarray(0, end)) && take(buffer, end))) return false;
      if (bytesRead === 0) return true;
      buffer.copyWithin(0, end, filled);
      rest = filled - end;
    }
  } finally {
    await file.close();
  }
}
