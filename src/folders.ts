import { lstat, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The path itself where something lies there (a link counts, wherever it leads), else the nearest folder above it. */
export async function nearestFolder(path: string): Promise<string> {
  const there = await lstat(path).catch(() => null);
  return there !== null || dirname(path) === path ? path : nearestFolder(dirname(path));
}

/** As mkdir -p does it; Node's own never ends where a file system takes no folders, such as /proc. */
export async function makeFolder(path: string): Promise<void> {
  if ((await stat(path).catch(() => null)) !== null) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path).catch((error: unknown) => {
    if (faultCode(error) !== 'EEXIST') throw error;
  });
}

/** The code of a fault of the file system, such as `ENOSPC`; null for any other. */
export function faultCode(error: unknown): string | null {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  return syscall === undefined ? null : (code ?? null);
}
