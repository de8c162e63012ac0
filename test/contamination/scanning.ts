import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTAMINATION_DEFAULTS } from '../../src/config/index.js';
import { scanTraining, type ScanResult } from '../../src/contamination/index.js';
import type { SearchInput } from '../../src/contamination/input.js';
import type { NgramOptions } from '../../src/contamination/ngram/index.js';
import type { RobustOptions } from '../../src/contamination/robust/index.js';
import type { Example, JsonObject } from '../../src/data/index.js';
import type { Log } from '../../src/log.js';

/** One line of contamination.jsonl. */
export interface Pair {
  readonly suite: string;
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly field?: string;
  readonly level: string;
  readonly score: number;
  readonly longest_span: number;
  readonly part: string;
  readonly text: string;
}

/** By n-grams of 8 words at level `substantial`, where nothing else is said. */
type Searched = Pick<SearchInput, 'suites'> &
  Partial<SearchInput> &
  Partial<NgramOptions> & { readonly robust?: RobustOptions };

/** The robust definition with its thresholds as they are when a config says nothing of them. */
export const ROBUST: RobustOptions = { level: 'substantial', thresholds: CONTAMINATION_DEFAULTS.thresholds };

export type Scanned = ScanResult & { readonly pairs: readonly Pair[]; readonly logged: readonly string[] };

export function example(id: string, parts: Partial<Example>): Example {
  const source = { file: 'eval.jsonl', line: 1 };
  return { id, prompt: null, messages: null, references: [], tags: [], fields: {}, source, ...parts };
}

/** Examples of questions and answers, numbered from 0. */
export function asked(rows: readonly (readonly [string, string])[]): Example[] {
  return rows.map(([prompt, answer], i) => example(String(i), { prompt, references: [answer] }));
}

export function jsonLines(rows: readonly JsonObject[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Scans files of these names and contents. */
export async function scanFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  input: Searched,
): Promise<Scanned> {
  const folder = mkdtempSync(join(tmpdir(), 'scan-'));
  try {
    const resolved = Object.entries(files).map(([shown, content]) => {
      writeFileSync(join(folder, shown), content);
      return { path: join(folder, shown), shown };
    });
    return await scanResolved({ files: resolved, ...input });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function scanResolved(input: Searched & Pick<SearchInput, 'files'>): Promise<Scanned> {
  const pairs: Pair[] = [];
  const logged: string[] = [];
  const say = (line: string): void => void logged.push(line);
  const log: Log = { info: say, warn: say, group: say, endGroup: () => undefined };
  const writePair = (line: string): void => void pairs.push(JSON.parse(line) as Pair);
  const { n = 8, minShare = 0.5, level = 'substantial', robust, ...search } = input;
  const where: SearchInput = {
    allowed: [],
    known: [],
    onPair: null,
    allPairs: false,
    threads: 1,
    interrupted: new AbortController().signal,
    writePair,
    log,
    ...search,
  };
  const result = await scanTraining(
    robust === undefined
      ? { ...where, definition: 'ngram', n, minShare, level }
      : { ...where, definition: 'robust', ...robust },
  );
  return { ...result, pairs, logged };
}
