// The entry of a thread that draws resamples beside the main one.
import { parentPort } from 'node:worker_threads';
import { drawShare, type SharedBatches } from './shared-batches.js';

parentPort!.on('message', (shared: SharedBatches) => drawShare(shared));
