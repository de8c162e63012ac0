import { sliceKey } from '../measures/index.js';
import type { Measure, Slice } from '../measures/types.js';

/** Measures by what they are of, since a config may have a check for each of thousands of slices. */
export class MeasureIndex {
  private readonly byName = new Map<string, Measure>();
  /** Suites and metrics that were measured on something. */
  private readonly measured = new Set<string>();

  constructor(readonly all: readonly Measure[]) {
    for (const measure of all) {
      const { suite, metric, slice } = measure;
      this.byName.set(nameOf(suite, metric, slice), measure);
      this.measured.add(nameOf(suite, metric, null));
    }
  }

  find(suite: string, metric: string, slice: Slice | null): Measure | null {
    return this.byName.get(nameOf(suite, metric, slice)) ?? null;
  }

  /** Whether a metric was measured in a suite, be it on a slice alone. */
  has(suite: string, metric: string): boolean {
    return this.measured.has(nameOf(suite, metric, null));
  }
}

function nameOf(suite: string, metric: string, slice: Slice | null): string {
  return JSON.stringify([suite, metric, sliceKey(slice)]);
}
