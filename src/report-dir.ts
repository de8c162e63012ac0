import { open, readFile, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { GateError } from './errors.js';
import { faultCode, makeFolder, nearestFolder } from './folders.js';
import { isInside } from './inside.js';

/** The files of a report, in the order in which they appear: report.json first marks the folder as ours. */
const FILES = ['report.json', 'report.md', 'rows.jsonl', 'contamination.jsonl'] as const;
type FileName = (typeof FILES)[number];

/** Lines are gathered to about this many characters before they are written. */
const BUFFER_CHARACTERS = 1 << 18;

/**
 * The folder that a run writes its report to. Files are written beside their names and renamed when they are whole, so that
 * a killed run leaves the earlier report as it was.
 */
export class ReportDir {
  readonly path: string;
  private readonly pairs: LineFile;

  private constructor(
    path: string,
    private readonly shown: string,
  ) {
    this.path = path;
    this.pairs = new LineFile(partial(path, 'contamination.jsonl'));
  }

  /**
   * @param path absolute
   * @param shown the path as the user gave it, for messages
   * @param root absolute folder that the path must not leave through a symlink, or null
   * @throws GateError where it is no folder, or holds files of these names that another program wrote
   */
  static async open(path: string, shown: string, root: string | null): Promise<ReportDir> {
    const place = { file: shown, key: 'report-dir' };
    const there = await stat(path).catch(() => null);
    if (there !== null && !there.isDirectory()) throw new GateError('is a file; name a folder for the report', place);
    const standing = await realpath(await nearestFolder(path));
    if (root !== null && !isInside(standing, await realpath(root))) {
      throw new GateError('leads out of the workspace; name a folder inside it', place);
    }
    await makeFolder(path).catch((cause: unknown) => {
      throw new GateError(`can't be made (${faultCode(cause) ?? 'unknown fault'}); name another folder`, place, {
        cause,
      });
    });
    await refuseForeign(path, place);
    return new ReportDir(path, shown);
  }

  /** Adds one line to contamination.jsonl. */
  async writePair(line: string): Promise<void> {
    await this.writing(() => this.pairs.write(line));
  }

  /** Writes everything; contamination.jsonl is kept only where a scan wrote (or could have written) pairs. */
  async finish(files: Files): Promise<void> {
    await this.writing(() => this.writeAll(files));
  }

  private async writeAll(files: Files): Promise<void> {
    await writeText(partial(this.path, 'report.json'), files.json);
    await writeText(partial(this.path, 'report.md'), files.markdown);
    const rows = new LineFile(partial(this.path, 'rows.jsonl'));
    for (const lines of files.rows) {
      if (typeof lines !== 'string') await rows.addBytes(lines);
      else if (rows.add(lines)) await rows.flush();
    }
    await rows.close();
    await this.pairs.close();
    for (const name of FILES) {
      if (name === 'contamination.jsonl' && !files.scanned) {
        await rm(partial(this.path, name), { force: true });
        await rm(join(this.path, name), { force: true });
      } else await rename(partial(this.path, name), join(this.path, name));
    }
  }

  /** A full disk or a folder in a file's place is the user's to mend, not a bug of ours. */
  private async writing(write: () => Promise<void>): Promise<void> {
    await write().catch((cause: unknown) => {
      if (faultCode(cause) === null) throw cause;
      throw new GateError(
        `can't be written (${faultCode(cause) ?? ''}); free its space or name another folder`,
        { file: this.shown, key: 'report-dir' },
        { cause },
      );
    });
  }
}

interface Files {
  readonly json: string;
  readonly markdown: string;
  /** Lines without ends as texts, or many with theirs as bytes, good until the next but one is asked for. */
  readonly rows: Iterable<string | Uint8Array>;
  readonly scanned: boolean;
}

function partial(folder: string, name: FileName): string {
  return join(folder, `.${name}.partial`);
}

async function refuseForeign(path: string, place: { file: string; key: string }): Promise<void> {
  const written = await stat(join(path, 'report.json')).catch(() => null);
  const report = written?.isFile() === true ? await readFile(join(path, 'report.json'), 'utf8').catch(() => '') : '';
  if (/^\s*\{\s*"schema_version": \d+,\s*"tool": \{\s*"name": "eval-gate"/u.test(report)) return;
  for (const name of FILES) {
    const there = await stat(join(path, name)).catch(() => null);
    if (there !== null) throw new GateError(`holds a ${name} that eval-gate did not write; name another folder`, place);
  }
}

async function writeText(path: string, text: string): Promise<void> {
  const file = await fresh(path);
  await file.writeFile(text);
  await file.close();
}

/** Removes what lies at the path first, so that a planted symlink is replaced and never followed. */
async function fresh(path: string): Promise<FileHandle> {
  await rm(path, { force: true });
  return open(path, 'wx');
}

/** In one call mostly, where `writeFile` makes many small ones. */
async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at)).bytesWritten;
}

/** A file written line by line through a buffer; while that is written the next lines are gathered. */
class LineFile {
  private file: FileHandle | null = null;
  private buffer: string[] = [];
  private size = 0;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly path: string) {}

  async write(line: string): Promise<void> {
    if (this.add(line)) await this.flush();
  }

  /** The same without a promise a line. True where it is time to flush. */
  add(line: string): boolean {
    this.buffer.push(line, '\n');
    this.size += line.length + 1;
    return this.size >= BUFFER_CHARACTERS;
  }

  /** Adds whole lines. They are being written when this returns, and written when the next ones are. */
  async addBytes(lines: Uint8Array): Promise<void> {
    if (this.size > 0) await this.flush();
    await this.hand(lines);
  }

  /** Hands on what was gathered, when what was handed on before is written; throws what went wrong with that. */
  async flush(): Promise<void> {
    const text = this.buffer.join('');
    this.buffer = [];
    this.size = 0;
    await this.hand(text);
  }

  private async hand(lines: string | Uint8Array): Promise<void> {
    await this.writing;
    this.file ??= await fresh(this.path);
    this.writing = writeWhole(this.file, typeof lines === 'string' ? Buffer.from(lines) : lines);
    this.writing.catch(() => undefined); // whoever waits for it next meets the same error
  }

  async close(): Promise<void> {
    await this.flush();
    await this.writing;
    await this.file?.close();
  }
}
