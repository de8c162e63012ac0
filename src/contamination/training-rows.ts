import { stat } from 'node:fs/promises';
import { readRows, type ResolvedFile } from '../data/index.js';
import type { JsonObject, Source } from '../data/types.js';
import { GateError } from '../errors.js';
import type { Log } from '../log.js';
import { split } from '../text/index.js';
import { trainingRow, type TrainingRow } from './training-row.js';
import { KNOWN_FIELDS, trainingTexts, type FieldChoice } from './training-text.js';
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
 * Hands every training row with any text to `take`, in file order, and waits for what it returns. Rows that can't be read
 * or have no text are counted as broken, and the first few are named in the log.
 * @throws GateError where not one row of a file can be used, or there is no row at all
 */
export async function readTraining(
  files: readonly ResolvedFile[],
  fields: FieldChoice,
  log: Log,
  take: (row: TrainingRow) => Promise<void> | undefined,
): Promise<Contamination['training']> {
  const progress = new Progress(files.length, log);
  const unknown = new UnknownFields(log);
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
      const texts = trainingTexts(row, fields);
      if (texts.length === 0) {
        for (const key of Object.keys(row)) if (keys.size < NAMED_KEYS) keys.add(key.slice(0, KEY_LENGTH));
        onBroken(source, 'has no text in a field that is searched');
        continue;
      }
      const training = trainingRow(texts, source);
      if (progress.rows === rowsBefore && fields === 'known') unknown.see(row, training);
      progress.row(training.text);
      const written = take(training);
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

/** Says once what is searched, or not, beyond the known keys, judging by each file's first row. */
class UnknownFields {
  readonly #log: Log;
  readonly #unread = new Set<string>();
  #saidEvery = false;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Takes a file's first row of the choice `known`. */
  see(row: JsonObject, { text, fields, source }: TrainingRow): void {
    const place = `${source.file}:${source.line}`;
    if (!fields.some(({ field }) => KNOWN_FIELDS.includes(rootOf(field)))) {
      if (this.#saidEvery) return;
      this.#saidEvery = true;
      const searched = fields.slice(0, NAMED_KEYS).map(({ field }) => field.slice(0, KEY_LENGTH));
      this.#log.info(
        `${place}: has no known text field (${KNOWN_FIELDS.join(', ')}), so every text of such rows is searched: ${searched.join(', ')}`,
      );
      return;
    }
    for (const [key, value] of Object.entries(row)) {
      if (this.#unread.has(key) || this.#unread.size === NAMED_KEYS) continue;
      if (typeof value !== 'string' || text.includes(value) || split(value).length < UNREAD_WORDS) continue;
      this.#unread.add(key);
      const name = key.slice(0, KEY_LENGTH);
      this.#log.warn(`${place}: ${name}: is not searched; only ${KNOWN_FIELDS.join(', ')} are`);
    }
  }
}

/** The key of a row that a path such as `messages[1].content` begins with. */
function rootOf(field: string): string {
  return /^[^.[]*/u.exec(field)![0];
}

function unusable(file: ResolvedFile, keys: ReadonlySet<string>): GateError {
  const what = keys.size === 0 ? 'not one row can be read' : `no row has any text (seen: ${[...keys].join(', ')})`;
  return new GateError(`${what}; training rows hold ${KNOWN_FIELDS.join(', ')}`, { file: file.shown });
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
