import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunRequest } from '../../src/config/index.js';
import type { Log } from '../../src/log.js';
import { Random } from '../../src/stats/index.js';
import { evaluate, type Outcome, type Session } from '../../src/session.js';

const silent: Log = { info: () => {}, warn: () => {}, group: () => {}, endGroup: () => {} };

/** Runs the gate in a folder as the entries do, with files read and written for real. */
export function evaluateIn(
  folder: string,
  command: Session['command'],
  over: Partial<Omit<Session, 'request'>> & { readonly request?: Partial<RunRequest> } = {},
): Promise<Outcome> {
  const lists = { evalSet: [], predictions: [], basePredictions: [], trainingData: [] };
  return evaluate({
    command,
    candidateLabel: null,
    baseLabel: null,
    mode: 'enforce',
    allPairs: false,
    writeClean: null,
    reportDir: 'eval-gate-report',
    env: {},
    log: silent,
    faults: [],
    ...over,
    request: { ...lists, workingDirectory: folder, config: null, definition: null, n: null, ...over.request },
  });
}

/** The rows of a file of JSON lines. */
export async function readLines(folder: string, path: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(join(folder, path), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** A question of 24 words of six letters each, none of which another number's question has. */
export function questionOf(i: number): string {
  const random = new Random(`question ${i}`);
  const letters = (): string => Array.from({ length: 6 }, () => String.fromCharCode(97 + random.below(26))).join('');
  return `Which of ${Array.from({ length: 24 }, letters).join(' ')} comes first?`;
}

export function jsonl(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
