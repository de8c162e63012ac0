import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { GateError, type Place } from '../../errors.js';
import type { Executor, Reply, Task, ThreadSetup } from './task.js';

/** The bundle of worker.ts, which lies beside that of whoever starts it. */
const WORKER_FILE = 'scan-worker.js';
/** Tasks that a thread has at once, so that the next one waits where the last one ends. */
const TASKS_EACH = 2;
/** Short-lived objects are few; V8's own limit would let every thread gather tens of megabytes of them. */
const YOUNG_MEGABYTES = 8;

/** What a thread answers to a task. */
export type Answer<Found> = Reply<Found> | { readonly fault: string; readonly place: Place };

interface Waiting<Found> {
  readonly task: Task;
  readonly resolve: (reply: Reply<Found>) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread<Found> {
  readonly worker: Worker;
  /** In the order in which they will be answered. */
  readonly tasks: Waiting<Found>[];
}

/** Threads that carry out tasks, each the next one that waits. */
export class Pool<Found> implements Executor<Found> {
  readonly width: number;
  readonly #threads: Thread<Found>[];
  readonly #waiting: Waiting<Found>[] = [];
  #fault: unknown = null;

  constructor(threads: number, setup: ThreadSetup) {
    this.width = threads * (TASKS_EACH + 1);
    this.#threads = Array.from({ length: threads }, () => this.#start(setup));
  }

  async run(task: Task): Promise<Reply<Found>> {
    return new Promise((resolve, reject) => {
      if (this.#fault !== null) reject(asError(this.#fault));
      else {
        this.#waiting.push({ task, resolve, reject });
        this.#dispatch();
      }
    });
  }

  async close(): Promise<void> {
    this.#fault ??= new Error('the threads were ended');
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #start(setup: ThreadSetup): Thread<Found> {
    const worker = new Worker(join(import.meta.dirname, WORKER_FILE), {
      workerData: setup,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    const thread: Thread<Found> = { worker, tasks: [] };
    worker.on('message', (answer: Answer<Found>) => {
      const { resolve, reject } = thread.tasks.shift()!;
      if ('fault' in answer) reject(new GateError(answer.fault, answer.place));
      else resolve(answer);
      this.#dispatch();
    });
    worker.on('error', (error: unknown) => this.#fail(error));
    worker.on('messageerror', (error) => this.#fail(error));
    worker.on('exit', (code) => this.#fail(new Error(`a scanning thread ended (exit code ${code})`)));
    return thread;
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      const [idle] = this.#threads.toSorted((a, b) => a.tasks.length - b.tasks.length);
      if (idle === undefined || idle.tasks.length >= TASKS_EACH) return;
      const next = this.#waiting.shift()!;
      idle.tasks.push(next);
      idle.worker.postMessage(next.task, next.task.kind === 'block' ? [next.task.bytes] : []);
    }
  }

  /** Whatever ends a thread ends the scan: what it was to search is not searched. */
  #fail(error: unknown): void {
    if (this.#fault !== null) return;
    this.#fault = outOfMemory(error) ?? error;
    const open = [...this.#threads.flatMap(({ tasks }) => tasks), ...this.#waiting];
    for (const { reject } of open) reject(asError(this.#fault));
  }
}

function outOfMemory(error: unknown): GateError | null {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new GateError('the scan ran out of memory; training rows of hundreds of megabytes need a machine with more of it')
    : null;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
