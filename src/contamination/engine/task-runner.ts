import type { Searcher } from '../searcher.js';
import type { FieldChoice } from '../training-text.js';
import { BlockScanner } from './block-scanner.js';
import { RangeReader } from './range-reader.js';
import type { Executor, Reply, Task } from './task.js';

/** Carries tasks out in the thread that it is made in. */
export class TaskRunner<Found> implements Executor<Found> {
  readonly width = 1;
  readonly #scanner: BlockScanner<Found>;
  readonly #reader = new RangeReader();

  constructor(searcher: Searcher<Found>, fields: FieldChoice) {
    this.#scanner = new BlockScanner(searcher, fields);
  }

  /** @throws GateError where a file can't be read */
  runNow(task: Task): Reply<Found> {
    if (task.kind === 'range') {
      const { bytes, start, end } = this.#reader.read(task);
      return { report: this.#scanner.scan(bytes, start, end, task.shown), bytes: null };
    }
    const { bytes, length, shown } = task;
    return { report: this.#scanner.scan(Buffer.from(bytes), 0, length, shown), bytes };
  }

  async run(task: Task): Promise<Reply<Found>> {
    return Promise.resolve(this.runNow(task));
  }

  async close(): Promise<void> {
    this.#reader.close();
    return Promise.resolve();
  }
}
