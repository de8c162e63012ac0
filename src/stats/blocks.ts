import { batchSize, drawBatch, type Drawn } from './batches.js';
import type { PackedUnits } from './pack.js';
import { handOut, hasThread } from './resampling-threads.js';
import { drawShare, finishShare, shareBatches } from './shared-batches.js';
import type { SideSum } from './statistics.js';

/** More sums are not kept together for threads; statistics that are so wide are drawn here, batch by batch. */
const MOST_SHARED = 2 ** 22;

/**
 * Draws as many units as there are, resample by resample, and hands each one's sums to `visit`. Where there is a second
 * thread it draws some of the batches; their sums are the same either way.
 */
export function drawBlocks(
  { units, numbers, unpack }: PackedUnits,
  resamples: number,
  seed: string,
  visit: (sums: readonly SideSum[], resample: number) => void,
): void {
  const from = { units, numbers, resamples, seed };
  const size = batchSize(from);
  const several = resamples > size && numbers.length * resamples <= MOST_SHARED;
  const sumsOf =
    several && hasThread(units, resamples) ? drawTogether(from, size) : (batch: number) => drawBatch(from, batch);
  for (let batch = 0, start = 0; start < resamples; batch++, start += size) {
    const sums = sumsOf(batch);
    const count = Math.min(size, resamples - start);
    for (let r = 0; r < count; r++) visit(unpack(sums, count, r), start + r);
  }
}

function drawTogether(from: Drawn, size: number): (batch: number) => Float64Array {
  const shared = shareBatches(from);
  handOut(shared);
  drawShare(shared);
  finishShare(shared);
  const length = size * from.numbers.length;
  return (batch) => shared.sums.subarray(batch * length, (batch + 1) * length);
}
