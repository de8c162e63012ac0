import type { FileAccess, PathPattern } from './types.js';

/** A file that may be read. */
export interface ResolvedFile {
  /** Absolute. */
  readonly path: string;
  /** As shown to the user: relative to the working directory, with `/`. */
  readonly shown: string;
}

/**
 * The files that paths and globs name: each once, sorted by shown path (code points).
 * @throws GateError where a pattern matches nothing, leaves the allowed folder, or names something that is not a file
 */
export function resolveFiles(patterns: readonly PathPattern[], access: FileAccess): Promise<ResolvedFile[]> {
  return Promise.reject(new Error(`not built yet: ${String(patterns)} ${String(access)}`));
}
