import { stat } from 'node:fs/promises';
import { readRows, type ResolvedFile } from '../data/index.js';
import type { JsonObject, Source } from '../data/types.js';
import { GateError } from '../errors.js';
import type { Log } from '../log.js';
import { split } from '../text/index.js';
import { TRAINING_FIELDS, trainingText } from './text.js';
import type { Contamination } from './types.js';

/** Broken rows that are named; the rest are counted. */
const NAMED_BROKEN_ROWS = 10;
/** How often a long scan says how far it is. */
const PROGRESS_SECONDS = 5;
/** Rows between two looks at the clock. */
const PROGRESS_ROWS = 1024;
/** Keys that a message names, and how much of each. */
const NAMED_KEYS = 8;
const KEY_LENGTH = 40;
/** Words from which on a field that is not read is worth a warning: ids, categories and the like have fewer. */
const UNREAD_WORDS = 8;

/**
 * Hands every training row's text to `take`, in file order, and waits for what it returns. Rows that can't be read or
 * have no known text field are counted as broken, and the first few are named in the log.
 * @throws GateError where not one row of a file can be used, or there is no row at all
 */
export async function readTraining(
  files: readonly ResolvedFile[],
  log: Log,
  take: (text: string, source: Source) => Promise<void> | undefined,
): Promise<Contamination['training']> {
  const progress = new Progress(files.length, log);
  const unread = new Set<string>();
  let broken = 0;
  let bytes = 0;
  for (const file of files) {
    bytes += await sizeOf(file);
    const rowsBefore = progress.rows;
    const brokenBefore = broken;
    const keys = new Set<string>();
    const onBroken = (source: Source, message: string): void => {
      if (++broken <= NAMED_BROKEN_ROWS) log.warn(`${source.file}:${source.line}: ${message}; the row was not scanned`);
    };
    for await (const { row, source } of readRows(file, { onBroken })) {
      const text = trainingText(row);
      if (text === null) {
        for (const key of Object.keys(row)) if (keys.size < NAMED_KEYS) keys.add(key.slice(0, KEY_LENGTH));
        onBroken(source, 'has no text in a field that is searched');
        continue;
      }
      if (progress.rows === rowsBefore) warnOfUnread(row, text, source, unread, log);
      progress.row(text);
      const written = take(text, source);
      if (written !== undefined) await written; // a promise for every row would cost more than the row
    }
    progress.files++;
    if (progress.rows === rowsBefore && broken > brokenBefore) throw unusable(file, keys);
  }
  if (broken > NAMED_BROKEN_ROWS) log.warn(`${broken - NAMED_BROKEN_ROWS} more training rows were not scanned`);
  if (progress.rows === 0) {
    throw new GateError('the training data has no rows, so nothing was scanned', { file: files[0]?.shown });
  }
  return { files: files.length, rows: progress.rows, bytes, broken_rows: broken };
}

async function sizeOf(file: ResolvedFile): Promise<number> {
  try {
    return (await stat(file.path)).size;
  } catch (error) {
    throw new GateError('can not be read', { file: file.shown }, { cause: error });
  }
}

/** Says once per key that a long text stands in a field that is not read, judging by a file's first row. */
function warnOfUnread(row: JsonObject, text: string, source: Source, known: Set<string>, log: Log): void {
  for (const [key, value] of Object.entries(row)) {
    if (known.has(key) || known.size === NAMED_KEYS) continue;
    if (typeof value !== 'string' || text.includes(value) || split(value).length < UNREAD_WORDS) continue;
    known.add(key);
    const name = key.slice(0, KEY_LENGTH);
    log.warn(`${source.file}:${source.line}: ${name}: is not searched; only ${TRAINING_FIELDS.join(', ')} are`);
  }
}

function unusable(file: ResolvedFile, keys: ReadonlySet<string>): GateError {
  const seen = keys.size === 0 ? '' : ` (seen: ${[...keys].join(', ')})`;
  const what = keys.size === 0 ? 'not one row can be read' : `no row has a known text field${seen}`;
  return new GateError(`${what}; training rows hold ${TRAINING_FIELDS.join(', ')}`, { file: file.shown });
}

class Progress {
  rows = 0;
  files = 0;
  #characters = 0;
  #next = performance.now() + PROGRESS_SECONDS * 1000;
  readonly #of: number;
  readonly #log: Log;

  constructor(of: number, log: Log) {
    this.#of = of;
    this.#log = log;
  }

  row(text: string): void {
    this.rows++;
    this.#characters += text.length;
    if (this.rows % PROGRESS_ROWS !== 0 || performance.now() < this.#next) return;
    this.#next = performance.now() + PROGRESS_SECONDS * 1000;
    const megabytes = Math.round(this.#characters / 1e6);
    this.#log.info(
      `scanning training data: ${this.rows} rows, ${megabytes} million characters, file ${this.files + 1} of ${this.#of}`,
    );
  }
}
