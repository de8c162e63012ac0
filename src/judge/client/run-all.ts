import type { Log } from '../../log.js';
import { Progress } from './progress.js';

export interface RunAllOptions<I, R> {
  /** How many items are worked on at once: a few times the judge's concurrency, since some of them wait to try again. */
  readonly inHand: number;
  /** How many items there are, for the time that is left. */
  readonly total: number;
  /**
   * Gets every result as it comes, one at a time, and nothing more is begun while it has too much to do; a cache that
   * appends here has everything that was paid for, whatever ends the run.
   */
  readonly onResult: (item: I, result: R) => void | Promise<void>;
  /** Whether a result counts as failed in what is said about the progress. */
  readonly isFailed: (result: R) => boolean;
  readonly log: Log;
  /** What else is said about the progress, such as what was spent. */
  readonly also: () => string;
}

const SECONDS_BETWEEN_LINES = 10;

/**
 * Works on all items, a limited number at once, and says how far it has come every ten seconds. Items are taken from
 * the iterable one by one as there is room, so that a million of them need no more memory than a few.
 * @param work what it throws ends everything: no further item is begun, what is under way comes to its end, and the
 *   first error is thrown
 */
export async function runAll<I, R>(
  items: Iterable<I> | AsyncIterable<I>,
  work: (item: I) => Promise<R>,
  { inHand, total, onResult, isFailed, log, also }: RunAllOptions<I, R>,
): Promise<void> {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const progress = new Progress(total, performance.now());
  const say = (): void => log.info(`judge: ${progress.line(performance.now())}${also()}`);
  const timer = setInterval(say, SECONDS_BETWEEN_LINES * 1000);
  const errors: unknown[] = [];
  // One at a time: results are handed out, and items taken, in turn.
  let handing: Promise<void> = Promise.resolve();
  let taking: Promise<unknown> = Promise.resolve();
  const take = (): Promise<IteratorResult<I>> => {
    const next = taking.then(() => iterator.next());
    taking = next.catch(() => undefined);
    return next;
  };
  const worker = async (): Promise<void> => {
    while (errors.length === 0) {
      const next = await take();
      if (next.done === true) return;
      const result = await work(next.value);
      progress.add(isFailed(result));
      handing = handing.then(() => onResult(next.value, result));
      await handing;
    }
  };
  const guarded = async (): Promise<void> => {
    try {
      await worker();
    } catch (error) {
      errors.push(error);
    }
  };
  try {
    await Promise.all(Array.from({ length: inHand }, guarded));
  } finally {
    clearInterval(timer);
    await iterator.return?.();
  }
  if (errors.length > 0) throw errors[0];
  if (progress.lasted(performance.now()) > SECONDS_BETWEEN_LINES) say();
}
