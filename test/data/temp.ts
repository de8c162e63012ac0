import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readRows, readTrainingRows, type ResolvedFile } from '../../src/data/index.js';
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
  readonly replaced: Source[];
}

/** Everything that `readTrainingRows` gives. */
export async function readLeniently(file: ResolvedFile): Promise<ReadResult> {
  const broken: [Source, string][] = [];
  const replaced: Source[] = [];
  const options = {
    onBroken: (source: Source, message: string) => void broken.push([source, message]),
    onReplaced: (source: Source) => void replaced.push(source),
  };
  return { ...(await gather(readTrainingRows(file, options))), broken, replaced };
}

export async function readStrictly(file: ResolvedFile): Promise<ReadResult> {
  return { ...(await gather(readRows(file))), broken: [], replaced: [] };
}

async function gather(
  read: AsyncIterable<{ row: unknown; source: Source }>,
): Promise<{ rows: unknown[]; lines: number[] }> {
  const rows: unknown[] = [];
  const lines: number[] = [];
  for await (const { row, source } of read) {
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
