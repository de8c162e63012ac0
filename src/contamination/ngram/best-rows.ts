import type { Source } from '../../data/types.js';
import type { Evidence } from '../types.js';

/** Training rows shown for each example. */
export const BEST_ROWS = 3;

interface Found {
  readonly shared: number;
  readonly source: Source;
  readonly evidence: Evidence;
}

/** For each example the training rows that cover most of it; among equals the one that was read first. */
export class BestRows {
  readonly #found: Found[][];

  constructor(examples: number) {
    this.#found = Array.from({ length: examples }, () => []);
  }

  /** Takes a row that holds `shared` of the example's n-grams; its evidence is only cut where it is needed. */
  offer(example: number, shared: number, source: Source, evidence: () => Evidence): void {
    const found = this.#found[example]!;
    const earlier = found.findIndex((other) => other.source === source); // a piece of the same row
    if (earlier >= 0) {
      if (found[earlier]!.shared >= shared) return;
      found.splice(earlier, 1);
    }
    if (found.length === BEST_ROWS && found[BEST_ROWS - 1]!.shared >= shared) return;
    const better = found.findIndex((other) => other.shared < shared);
    found.splice(better === -1 ? found.length : better, 0, { shared, source, evidence: evidence() });
    found.length = Math.min(found.length, BEST_ROWS);
  }

  /** The most of the example's n-grams that stand in one row. */
  shared(example: number): number {
    return this.#found[example]![0]?.shared ?? 0;
  }

  /** Best first. */
  evidence(example: number): Evidence[] {
    return this.#found[example]!.map(({ evidence }) => evidence);
  }
}
