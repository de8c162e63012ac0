import { isAbsolute, relative, sep } from 'node:path';

/** True where `path` is `folder` or lies below it. Both absolute; symlinks are the caller's matter. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
