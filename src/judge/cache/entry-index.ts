import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { type CachedJudgment, type Entry, ENTRY_START, entryLine, readEntry, sameVerdict } from './entry.js';
import { cacheLines, type CacheLine } from './lines.js';

/** More would end the run with a full Map (2^24), and nobody has paid for as many judgments. */
const MAX_ENTRIES = 10_000_000;

/** Where each judgment stands in the file. Their texts stay there, so that a million take about 200 MB. */
export class EntryIndex {
  /** Lines that are no entries. */
  broken = 0;
  /** Entries that say otherwise than another one of their key. */
  contradicting = 0;
  /** True where a line at least starts as ours do, however it goes on. */
  familiar = false;
  private readonly places = new Map<string, number>();
  private readonly offsets: number[] = [];
  private readonly lengths: number[] = [];

  constructor(private readonly file: FileHandle) {}

  get size(): number {
    return this.places.size;
  }

  /** Reads the whole file once. */
  async load(): Promise<void> {
    for await (const lines of cacheLines(this.file)) {
      for (const line of lines) {
        if (line === null) this.broken += 1;
        else this.see(line);
      }
    }
  }

  /** The judgment of a key, read from the file; null where there is none, or no longer at its place. */
  find(key: string): CachedJudgment | null {
    const at = this.places.get(key);
    if (at === undefined) return null;
    const bytes = Buffer.allocUnsafe(this.lengths[at]!);
    const count = readSync(this.file.fd, bytes, 0, bytes.length, this.offsets[at]!);
    const entry = readEntry(bytes.toString('utf8', 0, count));
    return entry?.key === key ? entry.judgment : null;
  }

  /** Notes an entry that was written at a place. */
  add(key: string, offset: number, length: number): void {
    if (this.places.size >= MAX_ENTRIES && !this.places.has(key)) return;
    this.places.set(key, this.offsets.length);
    this.offsets.push(offset);
    this.lengths.push(length);
  }

  private see({ offset, bytes }: CacheLine): void {
    const text = bytes.toString('utf8').trim();
    if (text === '') return;
    this.familiar ||= text.includes(ENTRY_START) || ENTRY_START.startsWith(text);
    const whole = readEntry(text);
    if (whole !== null) {
      this.choose(whole, offset, bytes.length);
      return;
    }
    // Files were joined behind a line that a crash had cut off: what follows it is whole. The start can't stand inside an
    // entry, whose texts have their quotes escaped.
    this.broken += 1;
    const start = bytes.lastIndexOf(ENTRY_START);
    const rest = start <= 0 ? null : readEntry(bytes.toString('utf8', start));
    if (rest !== null) this.choose(rest, offset + start, bytes.length - start);
  }

  private choose({ key, judgment }: Entry, offset: number, length: number): void {
    const earlier = this.find(key);
    if (earlier !== null) {
      if (!sameVerdict(earlier, judgment)) this.contradicting += 1;
      if (rank(key, earlier) <= rank(key, judgment)) return;
    }
    this.add(key, offset, length);
  }
}

/** An order of contradicting judgments that neither the files' order nor what was said decides. */
function rank(key: string, judgment: CachedJudgment): string {
  return createHash('sha256').update(entryLine(key, judgment)).digest('hex');
}
