import { statSync } from 'node:fs';
import { isJsonLines, type ResolvedFile, STDIN } from '../../data/index.js';
import { GateError } from '../../errors.js';
import { unpackedBlocks } from './unpacked-blocks.js';
import type { Task } from './task.js';

/** Bytes of a task: few enough to lie in a core's cache between being read and being searched. */
export const BLOCK_BYTES = 1 << 21;

/** What is done next: a task; a file whose rows are to be read one after another; or nothing, the file having ended. */
export type Step =
  | { readonly file: ResolvedFile; readonly kind: 'task'; readonly task: Task; readonly bytes: number }
  | { readonly file: ResolvedFile; readonly kind: 'rows'; readonly bytes: number }
  | { readonly file: ResolvedFile; readonly kind: 'end'; readonly bytes: number };

/** A file's size in bytes, 0 where it is known only at the end. */
export function sizeOf(file: ResolvedFile): number {
  if (file === STDIN) return 0;
  try {
    return statSync(file.path).size;
  } catch (error) {
    throw new GateError('can not be read', { file: file.shown }, { cause: error });
  }
}

/** All steps of a scan, in file order. */
export async function* stepsOf(
  files: readonly { readonly file: ResolvedFile; readonly size: number }[],
  spare: ArrayBuffer[],
): AsyncGenerator<Step, void, undefined> {
  for (const { file, size } of files) {
    const lines = isJsonLines(file);
    if (lines === false) yield { file, kind: 'rows', bytes: size };
    else if (lines === 'stream') {
      for await (const task of unpackedBlocks(file, BLOCK_BYTES, spare)) {
        yield { file, kind: 'task', task, bytes: file === STDIN ? task.length : 0 };
      }
    } else {
      for (let start = 0; start < size; start += BLOCK_BYTES) {
        const end = Math.min(size, start + BLOCK_BYTES);
        const task = { kind: 'range', path: file.path, shown: file.shown, start, end } as const;
        yield { file, kind: 'task', task, bytes: end - start };
      }
    }
    yield { file, kind: 'end', bytes: lines === 'stream' ? size : 0 };
  }
}
