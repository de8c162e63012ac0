// The entry of a scanning thread: carries out one task after another, and answers each.
import { parentPort, workerData } from 'node:worker_threads';
import { GateError } from '../../errors.js';
import { searcherOf } from '../searchers.js';
import type { Answer } from './pool.js';
import type { Task, ThreadSetup } from './task.js';
import { TaskRunner } from './task-runner.js';

const { searcher, fields } = workerData as ThreadSetup;
const runner = new TaskRunner(searcherOf(searcher), fields);

parentPort!.on('message', (task: Task) => {
  const answer = answerTo(task);
  const bytes = 'bytes' in answer && answer.bytes !== null ? [answer.bytes] : [];
  parentPort!.postMessage(answer, bytes);
});

/** A problem that the user can mend is told; any other ends the thread, and with it the scan. */
function answerTo(task: Task): Answer<unknown> {
  try {
    return runner.runNow(task);
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    return { fault: error.what, place: error.place };
  }
}
