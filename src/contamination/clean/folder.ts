import { mkdir, readdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { ResolvedFile } from '../../data/index.js';
import type { FileAccess } from '../../data/types.js';
import { GateError } from '../../errors.js';
import { makeFolder, nearestFolder } from '../../folders.js';
import { isInside } from '../../inside.js';

/** Lists what was removed; its first line says whose folder it is, and which files stand in it. */
export const LIST = 'removed.jsonl';

/** The first line of {@link LIST}. */
export interface Header {
  readonly written_by: 'eval-gate scan --write-clean';
  readonly files: readonly string[];
  readonly rows_removed: number;
}

/** A folder for clean training data: it holds nothing but what an earlier run wrote, and no input lies in it. */
export class CleanFolder {
  private constructor(
    readonly path: string,
    private readonly names: readonly string[],
  ) {}

  /**
   * Looks at everything, and changes nothing.
   * @param shown the path as given
   * @throws GateError where it is not safe to write there
   */
  static async open(shown: string, inputs: readonly ResolvedFile[], access: FileAccess): Promise<CleanFolder> {
    const place = { key: '--write-clean' };
    const path = resolve(access.workingDirectory, shown);
    const standing = await realpath(await nearestFolder(path)).catch(() => null);
    const there = await stat(path).catch(() => null);
    if (standing === null || (there !== null && !there.isDirectory()))
      throw new GateError(`"${shown}" is not a folder; name one that is empty or not there yet`, place);
    if (access.root !== null && !isInside(standing, await realpath(access.root)))
      throw new GateError(`"${shown}" lies outside the workspace; name a folder inside it`, place);
    for (const file of inputs) {
      const real = await realpath(file.path);
      if (isInside(file.path, path) || isInside(real, path) || (there !== null && isInside(real, standing)))
        throw new GateError(`"${shown}" holds ${file.shown}, which is training data; name another folder`, place);
      if (file.shown.startsWith('..') || !isInside(file.path, access.workingDirectory))
        throw new GateError(
          `${file.shown} lies outside the working directory, so it has no place in "${shown}"; run from a folder above it`,
          place,
        );
    }
    const names = there === null ? [] : await ownFiles(path, shown);
    const twice = inputs.find(({ shown: name }) => name === LIST);
    if (twice !== undefined)
      throw new GateError(`${LIST} is what the list is called; rename that training file`, place);
    return new CleanFolder(path, names);
  }

  /** Takes out what an earlier run wrote. */
  async empty(): Promise<void> {
    for (const name of [...this.names, LIST]) await rm(join(this.path, name), { force: true });
    await makeFolder(this.path);
  }

  /** The path of a file to be written, its folder made. */
  async place(name: string): Promise<string> {
    const path = join(this.path, ...name.split('/'));
    await mkdir(dirname(path), { recursive: true });
    return path;
  }
}

/** The files of a folder that an earlier run wrote, relative to it. */
async function ownFiles(path: string, shown: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  if (entries.length === 0) return [];
  const header = await readHeader(join(path, LIST));
  const place = { key: '--write-clean' };
  if (header === null)
    throw new GateError(`"${shown}" is not empty, and eval-gate did not write it; name another folder`, place);
  const known = new Set([...header.files, LIST]);
  const names: string[] = [];
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const name = join(entry.parentPath, entry.name)
      .slice(path.length + 1)
      .split(sep)
      .join('/');
    if (!entry.isFile() || !known.has(name))
      throw new GateError(`"${shown}" holds ${name}, which eval-gate did not write; name another folder`, place);
    if (name !== LIST) names.push(name);
  }
  return names;
}

async function readHeader(path: string): Promise<Header | null> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    const value = JSON.parse(text.slice(0, text.indexOf('\n'))) as Partial<Header> | null;
    const isOurs = value?.written_by === 'eval-gate scan --write-clean' && Array.isArray(value.files);
    return isOurs ? (value as Header) : null;
  } catch {
    return null;
  }
}
