import { compareLevels } from '../levels.js';
import type { Level } from '../types.js';

/** A training row that holds an example at or above the level. */
export interface LeakingRow {
  readonly suite: string;
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly level: Level;
  /** Of the row's text, or of a piece of it. */
  readonly fingerprint: string;
}

/** Examples that removed.jsonl names of one row. */
const MOST_NAMED = 10;

interface RemovedRow {
  readonly file: string;
  readonly line: number;
  level: Level;
  readonly examples: { readonly suite: string; readonly id: string }[];
}

/** What is to be taken out of one file. */
export interface FileRemovals {
  /** Where its rows start. */
  readonly lines: ReadonlySet<number>;
  /** Of their texts: rows of the same text leak likewise. */
  readonly fingerprints: ReadonlySet<string>;
  readonly rows: readonly RemovedRow[];
}

/** Gathers the rows that a scan finds, by file. */
export class Removals {
  readonly #files = new Map<string, { lines: Set<number>; fingerprints: Set<string>; rows: Map<number, RemovedRow> }>();

  readonly add = ({ suite, id, file, line, level, fingerprint }: LeakingRow): void => {
    const own = this.#files.get(file) ?? {
      lines: new Set(),
      fingerprints: new Set(),
      rows: new Map<number, RemovedRow>(),
    };
    this.#files.set(file, own);
    own.lines.add(line);
    own.fingerprints.add(fingerprint);
    const row = own.rows.get(line) ?? { file, line, level, examples: [] };
    own.rows.set(line, row);
    if (compareLevels(level, row.level) < 0) row.level = level;
    if (row.examples.length < MOST_NAMED) row.examples.push({ suite, id });
  };

  /** Null where nothing leaked into the file. */
  of(file: string): FileRemovals | null {
    const own = this.#files.get(file);
    return own === undefined ? null : { ...own, rows: [...own.rows.values()].sort((a, b) => a.line - b.line) };
  }
}
