import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SharedBatches } from './shared-batches.js';

/** The bundle of resampling-worker.ts, which lies beside that of whoever starts it. */
const WORKER_FILE = join(import.meta.dirname, 'resampling-worker.js');
/** Fewer draws (resamples times units) are made before a thread has started. */
const LEAST_DRAWS = 2e7;

let worker: Worker | null = null;

/**
 * Starts a thread for resamples that will be drawn soon, where they are many and there is a second processor. What they are
 * does not depend on it.
 */
export function expectResamples(units: number, resamples: number): void {
  if (worker !== null || units * resamples < LEAST_DRAWS || availableParallelism() < 2 || !existsSync(WORKER_FILE))
    return;
  const started = new Worker(WORKER_FILE);
  const giveUp = () => (worker = worker === started ? null : worker);
  started.on('error', giveUp); // the main thread draws what a thread leaves
  started.on('exit', giveUp);
  started.unref();
  worker = started;
}

/** Whether a thread stands ready for so many draws. */
export function hasThread(units: number, resamples: number): boolean {
  return worker !== null && units * resamples >= LEAST_DRAWS;
}

/** Lets the thread take its share. */
export function handOut(shared: SharedBatches): void {
  worker?.postMessage(shared);
}
