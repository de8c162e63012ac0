import { isJsonLines, readTrainingRows, type ResolvedFile, STDIN } from '../../data/index.js';
import type { Source } from '../../data/types.js';
import { GateError } from '../../errors.js';
import type { Log } from '../../log.js';
import { FieldNotes } from '../field-notes.js';
import type { Searcher } from '../searcher.js';
import { SkippedRows } from '../training-log.js';
import { KNOWN_FIELDS } from '../training-text.js';
import type { Contamination } from '../types.js';
import { type BlockReport, BlockReporter } from './block-report.js';
import { type Step, sizeOf, stepsOf } from './plan.js';
import { Pool } from './pool.js';
import { Progress } from './progress.js';
import { TaskRunner } from './task-runner.js';
import type { Executor, Reply, ThreadSetup } from './task.js';

/** Less than this is searched before threads have started; packed bytes count several times. */
const LEAST_BYTES = 8_000_000;
const PACKED = 4;
/** Rows of other formats that are reported at a time. */
const ROWS_AT_ONCE = 256;

export interface TrainingSearch<Found> extends Omit<ThreadSetup, 'searcher'> {
  /** What threads search with; null where this one does all. */
  readonly searcher: ThreadSetup['searcher'] | null;
  readonly files: readonly ResolvedFile[];
  readonly log: Log;
  readonly threads: number;
  /** Ends the scan with an error when it is aborted. */
  readonly interrupted: AbortSignal;
  /** What the threads' searchers are: for those rows that are read in this thread. */
  readonly local: Searcher<Found>;
  /** Takes what was found, in the order of rows; pieces of one row come with the same source object. */
  readonly take: (found: Found, source: Source) => Promise<void> | undefined;
}

/**
 * Searches every training row with any text. Plain JSON Lines are cut into ranges that threads read and search; what is packed
 * is unpacked here and searched there; rows of other formats are read and searched here. What is found comes in file order
 * whatever the number of threads. Rows that can't be read or have no text are counted as broken, and the first few are named
 * in the log.
 * @throws GateError where a file can't be read, where not one row of a file can be used, or there is no row at all
 */
export async function searchTraining<Found>(search: TrainingSearch<Found>): Promise<Contamination['training']> {
  const files = search.files.map((file) => ({ file, size: sizeOf(file) }));
  const merger = new Merger(search, files);
  const spare: ArrayBuffer[] = [];
  const executor = executorFor(search, files);
  const interruption = whenAborted(search.interrupted);
  try {
    const steps = stepsOf(files, spare);
    const queue: { readonly step: Step; readonly reply: Promise<Reply<Found>> | null }[] = [];
    for (let isEnd = false; ;) {
      while (!isEnd && queue.length < executor.width) {
        const step = steps.next();
        step.catch(() => undefined); // where it is not waited for any more
        const next = await Promise.race([step, interruption]);
        if (next.done === true) isEnd = true;
        else {
          const reply = next.value.kind === 'task' ? executor.run(next.value.task) : null;
          reply?.catch(() => undefined); // it is thrown when its turn comes
          queue.push({ step: next.value, reply });
        }
      }
      const head = queue.shift();
      if (head === undefined) break;
      const { step, reply } = head;
      if (step.kind === 'end') merger.endFile(step.file);
      else if (reply === null) await searchRows(step.file, search, merger);
      else {
        const { report, bytes } = await reply;
        if (bytes !== null) spare.push(bytes);
        await merger.take(report, step.file);
      }
      merger.progress.add(0, step.bytes);
      if (search.interrupted.aborted)
        throw new GateError('the scan was interrupted before it had seen all training data');
    }
  } finally {
    await executor.close();
    if (search.files.includes(STDIN)) process.stdin.destroy(); // it may never end
  }
  return merger.end();
}

function executorFor<Found>(
  { searcher, fields, local, threads }: TrainingSearch<Found>,
  files: readonly { readonly file: ResolvedFile; readonly size: number }[],
): Executor<Found> {
  const bytes = files.reduce((sum, { file, size }) => sum + weightOf(file, size), 0);
  if (searcher === null || threads <= 1 || bytes < LEAST_BYTES) return new TaskRunner(local, fields);
  return new Pool(threads, { searcher, fields });
}

/** Never resolves; rejects once the signal is aborted. */
function whenAborted(signal: AbortSignal): Promise<never> {
  const interruption = new Promise<never>((_, reject) => {
    const stop = (): void => reject(new GateError('the scan was interrupted before it had seen all training data'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
  interruption.catch(() => undefined); // it may come when nobody waits
  return interruption;
}

/** Bytes that threads can share, or about so many. */
function weightOf(file: ResolvedFile, size: number): number {
  const lines = isJsonLines(file);
  if (lines === 'stream') return file === STDIN ? Infinity : PACKED * size;
  return lines ? size : 0;
}

/** Reads and searches the rows of a file one after another. */
async function searchRows<Found>(
  file: ResolvedFile,
  { local, fields }: TrainingSearch<Found>,
  merger: Merger<Found>,
): Promise<void> {
  const reporter = new BlockReporter(local, fields);
  let rows = 0;
  for await (const { row, source } of readTrainingRows(file, reporter)) {
    reporter.row(row, source);
    if (++rows % ROWS_AT_ONCE === 0) await merger.take(reporter.report(0), file);
  }
  await merger.take(reporter.report(0), file);
}

/** Puts reports together in file order. */
class Merger<Found> {
  readonly progress: Progress;
  readonly #search: TrainingSearch<Found>;
  readonly #skipped: SkippedRows;
  readonly #notes: FieldNotes;
  /** Of the file at hand: its lines so far, and what is told where none of its rows can be used. */
  #lines = 0;
  #rows = 0;
  #broken = 0;
  #textlessKeys: readonly string[] = [];

  constructor(search: TrainingSearch<Found>, files: readonly { readonly size: number }[]) {
    this.#search = search;
    this.#skipped = new SkippedRows(search.log);
    this.#notes = new FieldNotes(search.fields, search.log);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    this.progress = new Progress(search.files.includes(STDIN) ? null : bytes, search.log);
  }

  async take(report: BlockReport<Found>, file: ResolvedFile): Promise<void> {
    const isFirst = this.#rows === 0;
    const place = this.#placer(file);
    this.#tell(report, isFirst, place);
    this.#notes.seeNamed(report.named);
    if (this.#textlessKeys.length === 0) this.#textlessKeys = report.textlessKeys;
    this.#rows += report.rows;
    this.#broken += report.broken;
    this.#lines += report.lines;
    this.progress.add(report.rows, 0);
    for (const { source, found } of report.found) {
      const written = this.#search.take(found, place(source));
      if (written !== undefined) await written;
    }
  }

  /** @throws GateError where the file has rows, and none that can be used */
  endFile(file: ResolvedFile): void {
    if (this.#rows === 0 && this.#broken > 0) throw this.#unusable(file);
    [this.#lines, this.#rows, this.#broken, this.#textlessKeys] = [0, 0, 0, []];
  }

  end(): Contamination['training'] {
    const { files } = this.#search;
    const { rows, bytes } = this.progress;
    this.#skipped.end();
    if (rows === 0) {
      throw new GateError('the training data has no rows, so nothing was scanned', { file: files[0]?.shown });
    }
    this.#notes.end();
    const { broken, replaced } = this.#skipped;
    return { files: files.length, rows, bytes, broken_rows: broken, not_utf8_rows: replaced };
  }

  /** Where rows of a block stand in the file. The same object for the same object, since it tells rows apart. */
  #placer(file: ResolvedFile): (source: Source) => Source {
    const before = this.#lines;
    let [last, placed]: [Source | null, Source] = [null, { file: file.shown, line: 0 }];
    return (source) => {
      if (source !== last) [last, placed] = [source, before === 0 ? source : { ...source, line: before + source.line }];
      return placed;
    };
  }

  /** What one thread alone would have said, in the order of rows. */
  #tell(report: BlockReport<Found>, isFirst: boolean, place: (source: Source) => Source): void {
    const { notes, broken, replaced } = report;
    let first = isFirst ? report.first : null;
    for (const { source, message } of notes) {
      if (first !== null && first.source.line < source.line) {
        this.#notes.seeFirst(first.fields, place(first.source));
        first = null;
      }
      if (message === null) this.#skipped.onReplaced(place(source));
      else this.#skipped.onBroken(place(source), message);
    }
    if (first !== null) this.#notes.seeFirst(first.fields, place(first.source));
    const named = notes.filter(({ message }) => message !== null).length;
    this.#skipped.countMore(broken - named, replaced - (notes.length - named));
  }

  #unusable(file: ResolvedFile): GateError {
    const { fields } = this.#search;
    const keys = this.#textlessKeys;
    const seen = keys.length === 0 ? '' : ` (seen: ${keys.join(', ')})`;
    const named = typeof fields === 'string' ? KNOWN_FIELDS : fields;
    const what = keys.length === 0 ? 'not one row can be read' : `no row has any text that is searched${seen}`;
    return new GateError(`${what}; training rows hold ${named.join(', ')}`, { file: file.shown });
  }
}
