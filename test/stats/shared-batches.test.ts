import { batchSize, drawBatch } from '../../src/stats/batches.js';
import { drawShare, finishShare, shareBatches, type SharedBatches } from '../../src/stats/shared-batches.js';

const units = 203;
const resamples = 11_001;
const from = {
  units,
  numbers: [new Float64Array(units).fill(1), Float64Array.from({ length: units }, (_, u) => (u * u) % 97)],
  resamples,
  seed: 'seed',
};
const size = batchSize(from);

/** What one thread alone draws. */
function alone(): number[] {
  return Array.from({ length: Math.ceil(resamples / size) }, (_, batch) => [...drawBatch(from, batch)]).flat();
}

/** A batch that another thread has taken already; `states` are 0 free, 1 taken, 2 drawn. */
function takenByAnother(shared: SharedBatches, batch: number): void {
  Atomics.store(shared.states, batch, 1);
}

test('batches that threads share are those that one draws alone, in any order', () => {
  const shared = shareBatches(from);
  expect(shared.states.length).toBe(3);
  takenByAnother(shared, 0);
  drawShare(shared); // all but that
  expect([...shared.states]).toEqual([1, 2, 2]);
  Atomics.store(shared.states, 0, 0);
  drawShare(shared);
  finishShare(shared);
  expect([...shared.sums]).toEqual(alone());
});

test('what a thread has taken and does not finish is drawn after a while', () => {
  const shared = shareBatches(from);
  takenByAnother(shared, 1);
  drawShare(shared);
  expect([...shared.sums]).not.toEqual(alone());
  finishShare(shared, 10);
  expect([...shared.sums]).toEqual(alone());
});

test('every batch has draws of its own, and each resample as many as there are units', () => {
  const shared = shareBatches(from);
  drawShare(shared);
  for (let batch = 0, at = 0; batch < 3; batch++) {
    const count = Math.min(size, resamples - batch * size);
    expect(shared.sums.subarray(at, at + count).every((draws) => draws === units)).toBe(true);
    at += 2 * count;
  }
  const [first, second] = [0, 1].map((batch) => [...shared.sums.subarray(batch * 2 * size, (batch + 1) * 2 * size)]);
  expect(first).not.toEqual(second);
});
