import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { Entry, EntryForm } from './form.js';
import { cacheLines, type CacheLine } from './lines.js';

/** More would end the run with a full Map (2^24), and nobody has paid for as many judgments. */
const MAX_ENTRIES = 10_000_000;
/** Bytes of lines whose values are kept as they were read: reading them again takes as long as all else of a cached run. */
const KEPT_BYTES = 1 << 24;

/** Where each entry stands in the file. But for the first ones its contents stay there, so that a million take about 200 MB. */
export class EntryIndex<T> {
  /** Lines that are no entries. */
  broken = 0;
  /** Entries that say otherwise than another one of their key. */
  contradicting = 0;
  /** True where a line at least starts as ours do, however it goes on. */
  familiar = false;
  private readonly places = new Map<string, number>();
  private readonly offsets: number[] = [];
  private readonly lengths: number[] = [];
  private readonly kept = new Map<string, T>();
  private keptBytes = 0;

  constructor(
    private readonly file: FileHandle,
    private readonly form: EntryForm<T>,
  ) {}

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

  /** The value of a key, read from the file; null where there is none, or no longer at its place. */
  find(key: string): T | null {
    const kept = this.kept.get(key);
    if (kept !== undefined) return kept;
    const at = this.places.get(key);
    if (at === undefined) return null;
    const bytes = Buffer.allocUnsafe(this.lengths[at]!);
    const count = readSync(this.file.fd, bytes, 0, bytes.length, this.offsets[at]!);
    const entry = this.form.read(bytes.toString('utf8', 0, count));
    return entry?.key === key ? entry.value : null;
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
    const { start: ours, read } = this.form;
    this.familiar ||= text.includes(ours) || ours.startsWith(text);
    const whole = read(text);
    if (whole !== null) {
      this.choose(whole, offset, bytes.length);
      return;
    }
    // Files were joined behind a line that a crash had cut off: what follows it is whole. The start can't stand inside an
    // entry, whose texts have their quotes escaped.
    this.broken += 1;
    const start = bytes.lastIndexOf(ours);
    const rest = start <= 0 ? null : read(bytes.toString('utf8', start));
    if (rest !== null) this.choose(rest, offset + start, bytes.length - start);
  }

  private choose({ key, value }: Entry<T>, offset: number, length: number): void {
    const earlier = this.find(key);
    if (earlier !== null) {
      if (!this.form.same(earlier, value)) this.contradicting += 1;
      if (this.rank(key, earlier) <= this.rank(key, value)) return;
    }
    this.add(key, offset, length);
    this.keptBytes += length;
    if (this.keptBytes <= KEPT_BYTES) this.kept.set(key, value);
    else this.kept.delete(key);
  }

  /** An order of contradicting entries that neither the files' order nor what was said decides. */
  private rank(key: string, value: T): string {
    return createHash('sha256').update(this.form.line(key, value)).digest('hex');
  }
}
