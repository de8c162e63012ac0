import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readRows, type ReadOptions, type ResolvedFile } from '../../src/data/index.js';
import type { FileAccess, PathPattern, Source } from '../../src/data/types.js';

/** A folder of real files that is gone after the test file. */
export class TempFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'eval-gate-data-')));

  write(name: string, content: string | Uint8Array): ResolvedFile {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return { path, shown: name };
  }

  /** One object a line. */
  writeRows(name: string, rows: readonly unknown[]): ResolvedFile {
    return this.write(name, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }

  pattern(pattern: string, trusted = true): PathPattern {
    return { pattern, baseDir: this.path, place: { file: 'eval-gate.yml', key: 'eval_set' }, trusted };
  }

  access(root: string | null = null): FileAccess {
    return { workingDirectory: this.path, root };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export interface ReadResult {
  readonly rows: unknown[];
  readonly lines: number[];
  readonly broken: [Source, string][];
}

/** Everything that `readRows` gives, with broken rows gathered. */
export async function readLeniently(file: ResolvedFile): Promise<ReadResult> {
  const broken: [Source, string][] = [];
  return { ...(await readAll(file, { onBroken: (source, message) => broken.push([source, message]) })), broken };
}

export async function readStrictly(file: ResolvedFile): Promise<ReadResult> {
  return { ...(await readAll(file)), broken: [] };
}

async function readAll(file: ResolvedFile, options?: ReadOptions): Promise<{ rows: unknown[]; lines: number[] }> {
  const rows: unknown[] = [];
  const lines: number[] = [];
  for await (const { row, source } of readRows(file, options)) {
    rows.push(row);
    lines.push(source.line);
  }
  return { rows, lines };
}

/** The message of the GateError that a promise is rejected with. */
export async function failure(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'GateError') return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
}
