import { batchSize, drawBatch, type Drawn } from './batches.js';

/** Batches that several threads draw, each batch by whoever takes it first; all arrays lie in shared memory. */
export interface SharedBatches extends Drawn {
  /** Per batch whether it is free, taken or drawn. */
  readonly states: Int32Array;
  /** The batches' sums, one batch after the other, each as `drawBatch` returns it. */
  readonly sums: Float64Array;
}

const [FREE, TAKEN, DRAWN] = [0, 1, 2];
/** A thread that takes longer over one batch is given up. */
const PATIENCE_MS = 5000;

export function shareBatches(from: Drawn): SharedBatches {
  const { numbers, resamples } = from;
  const batches = Math.ceil(resamples / batchSize(from));
  return {
    ...from,
    numbers: numbers.map((values) => {
      const shared = new Float64Array(new SharedArrayBuffer(values.byteLength));
      shared.set(values);
      return shared;
    }),
    states: new Int32Array(new SharedArrayBuffer(4 * batches)),
    sums: new Float64Array(new SharedArrayBuffer(8 * resamples * numbers.length)),
  };
}

/** Draws batches as long as any are free. */
export function drawShare(shared: SharedBatches): void {
  const { states } = shared;
  for (let batch = 0; batch < states.length; batch++) {
    if (Atomics.compareExchange(states, batch, FREE, TAKEN) === FREE) draw(shared, batch);
  }
}

/** Waits until all are drawn. What another thread has taken and does not finish is drawn here: it comes out the same. */
export function finishShare(shared: SharedBatches, patienceMs = PATIENCE_MS): void {
  const { states } = shared;
  for (let batch = 0; batch < states.length; batch++) {
    if (Atomics.wait(states, batch, TAKEN, patienceMs) === 'timed-out') draw(shared, batch);
  }
}

function draw(shared: SharedBatches, batch: number): void {
  const { numbers, states, sums } = shared;
  sums.set(drawBatch(shared, batch), batch * batchSize(shared) * numbers.length);
  Atomics.store(states, batch, DRAWN);
  Atomics.notify(states, batch);
}
