import { constants, fstatSync, readSync, writeSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileAccess, PathPattern } from '../../data/types.js';
import { faultCode, makeFolder } from '../../folders.js';
import type { Log } from '../../log.js';
import { EntryIndex } from './entry-index.js';
import type { EntryForm } from './form.js';
import { cachePath } from './place.js';

/** A machine that loses its power loses about so many judgments at most. A killed process loses none. */
const SYNC_EVERY = 64;
const NEWLINE = 10;
/** A link that was put in the file's place since it was checked is not followed. Windows has no such flag. */
const NO_FOLLOW = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0;

export interface CacheStats {
  /** Judgments in the file when it was opened. */
  readonly entries: number;
  /** Lines that are no entries, such as one that a crash cut off. */
  readonly broken: number;
  /** Entries that say otherwise than another one of their key. */
  readonly contradicting: number;
  /** Calls of `get` that found a judgment. */
  readonly hits: number;
  /** Judgments put in since. */
  readonly added: number;
}

/**
 * Opens a cache, of judgments say: one append-only file of JSON lines, empty where it is not there yet. Files of several
 * machines are merged by concatenation, in any order.
 *
 * What is read has the right shape, and nothing more: whoever can write the file can make up judgments, and whether a
 * score is on the scale is the caller's to check. Broken lines are counted and left out. Where one key has several
 * values (two machines asked the same at once), the one whose line has the lowest sha256 counts, so that neither the
 * order of the files nor what was said decides. Where the file can't be read or written, or is something else, it is
 * left as it is with a warning, and what is new is kept for this run alone.
 * @throws GateError where the path leaves the workspace, or is a folder, a pipe or a device
 */
export async function openCache<T>(
  pattern: PathPattern,
  form: EntryForm<T>,
  { access, log }: { readonly access: FileAccess; readonly log: Log },
): Promise<Cache<T>> {
  const { noun } = form;
  const warn = (what: string): void => log.warn(`The cache of ${noun} ${pattern.pattern} ${what}.`);
  const { file, fault } = await openFile(await cachePath(pattern, access));
  const index = file === null ? null : new EntryIndex(file, form);
  const unread = (await index?.load().then(() => foreign(index), readFault)) ?? null;
  const problem = fault ?? unread;
  if (problem !== null) warn(`${problem}: new ${noun} are kept for this run alone`);
  if (index !== null && unread === null) {
    if (index.broken > 0) warn(`is damaged in places; lines left out: ${index.broken}`);
    if (index.contradicting > 0) warn(`contradicts itself; ${noun} left out: ${index.contradicting}`);
  }
  return new Cache({ file, index, form, writable: problem === null, warn });
}

function readFault(error: unknown): string {
  return `can't be read (${reasonOf(error)})`;
}

function foreign<T>({ size, broken, familiar }: EntryIndex<T>): string | null {
  return size === 0 && broken > 0 && !familiar ? 'is some other file, so name another one' : null;
}

/** Opened for writing, or at least for reading, or not at all. */
async function openFile(path: string): Promise<{ file: FileHandle | null; fault: string | null }> {
  try {
    await makeFolder(dirname(path));
    const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | NO_FOLLOW;
    return { file: await open(path, flags, 0o666), fault: null };
  } catch (error) {
    const file = await open(path, constants.O_RDONLY | NO_FOLLOW).catch(() => null);
    return { file, fault: `can't be written (${reasonOf(error)})` };
  }
}

/** What was said, by what was asked. Made by openCache. */
export class Cache<T> {
  /** Values of this run that the file does not take. */
  private readonly kept = new Map<string, T>();
  private readonly file: FileHandle | null;
  private readonly index: EntryIndex<T> | null;
  private readonly form: EntryForm<T>;
  private readonly warn: (what: string) => void;
  private writable: boolean;
  private readonly entries: number;
  private hits = 0;
  private added = 0;
  private lineOpen: boolean;
  private syncing: Promise<void> = Promise.resolve();

  constructor(parts: {
    readonly file: FileHandle | null;
    readonly index: EntryIndex<T> | null;
    readonly form: EntryForm<T>;
    readonly writable: boolean;
    readonly warn: (what: string) => void;
  }) {
    const { file, index, form, writable, warn } = parts;
    this.file = file;
    this.index = index;
    this.form = form;
    this.writable = writable;
    this.warn = warn;
    this.entries = index?.size ?? 0;
    this.lineOpen = file !== null && writable && endsInsideLine(file);
  }

  get stats(): CacheStats {
    const { broken = 0, contradicting = 0 } = this.index ?? {};
    return { entries: this.entries, broken, contradicting, hits: this.hits, added: this.added };
  }

  /**
   * What was said to what was asked, or null.
   * @param key of keyOf
   */
  get(key: string): T | null {
    const value = this.find(key);
    if (value !== null) this.hits += 1;
    return value;
  }

  /**
   * Keeps a value. When this returns the system has it, so that a process that is killed then has lost nothing.
   * @param key of keyOf
   * @returns the value that counts: an earlier one where the same was asked twice at once, so that a second run, which
   * finds that one, comes to the same result
   */
  put(key: string, value: T): T {
    const earlier = this.find(key);
    if (earlier !== null) return earlier;
    this.added += 1;
    if (!this.append(key, this.form.line(key, value))) this.kept.set(key, value);
    else if (this.added % SYNC_EVERY === 0) this.syncing = this.syncing.then(() => this.sync());
    return value;
  }

  /** Flushes and closes the file; nothing is got or put after this. */
  async close(): Promise<void> {
    await this.syncing;
    if (this.writable) await this.sync();
    await this.file?.close();
  }

  private find(key: string): T | null {
    return this.kept.get(key) ?? this.index?.find(key) ?? null;
  }

  /** One write a line, since lines of several processes may then follow each other but never mix. */
  private append(key: string, line: string): boolean {
    if (this.file === null || !this.writable) return false;
    const lead = this.lineOpen ? '\n' : '';
    const bytes = Buffer.from(`${lead}${line}\n`);
    try {
      const offset = fstatSync(this.file.fd).size + lead.length;
      this.lineOpen = true;
      const written = writeSync(this.file.fd, bytes);
      if (written < bytes.length) throw Object.assign(new Error('short write'), { code: 'ENOSPC', syscall: 'write' });
      this.lineOpen = false;
      this.index?.add(key, offset, bytes.length - lead.length - 1);
      return true;
    } catch (error) {
      this.writable = false;
      this.warn(
        `can't be written any more (${reasonOf(error)}): ${this.form.noun} from here on are kept for this run alone`,
      );
      return false;
    }
  }

  /** Some file systems can't flush; what was written is with the system all the same. */
  private async sync(): Promise<void> {
    await this.file?.sync().catch((error: unknown) => void reasonOf(error));
  }
}

/** True where the last line has no end, as after a crash. */
function endsInsideLine(file: FileHandle): boolean {
  const { size } = fstatSync(file.fd);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(file.fd, last, 0, 1, size - 1) === 1 && last[0] !== NEWLINE;
}

/** The system's short name of a fault; anything that is no such fault is thrown on. */
function reasonOf(error: unknown): string {
  const code = faultCode(error);
  if (code === null) throw error;
  return code;
}
