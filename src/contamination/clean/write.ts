import { createWriteStream } from 'node:fs';
import { copyFile, constants, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ResolvedFile } from '../../data/index.js';
import type { FileAccess } from '../../data/types.js';
import { GateError } from '../../errors.js';
import { bytesOf, isGzip, without, type ByteRange } from './bytes.js';
import { CleanFolder, LIST, type Header } from './folder.js';
import { finderOf } from './ranges.js';
import type { FileRemovals, Removals } from './removals.js';

/** A file, and what goes. */
interface Plan {
  readonly file: ResolvedFile;
  readonly removals: FileRemovals | null;
  readonly ranges: readonly ByteRange[];
}

/**
 * Writes training data anew without the rows that leaked: under the same relative paths and in the same formats, every other
 * byte as it was (files with .gz are packed anew). removed.jsonl lists the rows that are gone.
 * @param shown the folder as given, relative to the working directory
 * @returns rows removed
 * @throws GateError where it is not safe to write there, or a file with leaks can't be written; then nothing was written
 */
export async function writeClean(
  shown: string,
  files: readonly ResolvedFile[],
  removals: Removals,
  access: FileAccess,
): Promise<number> {
  const folder = await CleanFolder.open(shown, files, access);
  const plans: Plan[] = [];
  for (const file of files) plans.push(await planOf(file, removals.of(file.shown)));
  const rows = plans.flatMap(({ removals: own }) => own?.rows ?? []);
  const header: Header = {
    written_by: 'eval-gate scan --write-clean',
    files: files.map((file) => file.shown),
    rows_removed: rows.length,
  };
  await folder.empty();
  // The list comes first: a folder that is left half-written says whose it is.
  await writeFile(join(folder.path, LIST), [header, ...rows].map((line) => `${JSON.stringify(line)}\n`).join(''), {
    flag: 'wx',
  });
  for (const plan of plans) await write(plan, await folder.place(plan.file.shown));
  return rows.length;
}

async function planOf(file: ResolvedFile, removals: FileRemovals | null): Promise<Plan> {
  if (removals === null) return { file, removals, ranges: [] };
  const ranges = await finderOf(file)(file, removals);
  if (ranges.length === 0)
    throw new GateError('no longer has the rows that leaked; was it changed during the scan?', { file: file.shown });
  return { file, removals, ranges };
}

async function write({ file, removals, ranges }: Plan, path: string): Promise<void> {
  if (removals === null) {
    await copyFile(file.path, path, constants.COPYFILE_EXCL);
    return;
  }
  const kept = Readable.from(without(bytesOf(file), ranges), { objectMode: false });
  const out = createWriteStream(path, { flags: 'wx' });
  await (isGzip(file) ? pipeline(kept, createGzip(), out) : pipeline(kept, out));
}
