import { lstat, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { FileAccess, PathPattern } from '../../data/types.js';
import { GateError } from '../../errors.js';
import { nearestFolder } from '../../folders.js';
import { isInside } from '../../inside.js';

/**
 * Where the cache's file lies or will lie: the path is taken as it stands, with no glob in it. Where `access.root` is set
 * it must not leave it, neither by its name nor through a link, since a pull request can change both.
 * @returns an absolute path without links in its last part
 * @throws GateError where it may not be written there, or where something other than a file lies
 */
export async function cachePath({ pattern, baseDir, place }: PathPattern, access: FileAccess): Promise<string> {
  if (pattern.trim() === '' || pattern.includes('\0')) throw new GateError('is no path of a file', place);
  const path = resolve(baseDir, pattern);
  const root = access.root === null ? null : await realpath(access.root);
  if (root !== null && access.root !== null && !isInside(path, access.root) && !isInside(path, root)) {
    throw new GateError(`"${pattern}" lies outside the workspace; name a file inside it`, place);
  }
  const standing = await nearestFolder(path);
  const real = await realpath(standing).catch(() => null);
  if (real === null) throw new GateError(`"${pattern}" leads through a link to something that is not there`, place);
  if (root !== null && !isInside(real, root)) {
    throw new GateError(`"${pattern}" leads through a link out of the workspace`, place);
  }
  if ((await lstat(path).catch(() => null)) === null) return path;
  const there = await stat(real);
  if (there.isDirectory()) throw new GateError(`"${pattern}" is a folder; name a file in it`, place);
  if (!there.isFile()) throw new GateError(`"${pattern}" is not a regular file`, place);
  return real;
}
