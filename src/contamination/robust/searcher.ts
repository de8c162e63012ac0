import { cutEvidence } from '../evidence.js';
import type { Searcher } from '../searcher.js';
import { placeAt, type TrainingRow } from '../training-row.js';
import type { EvalIndex } from './eval-index.js';
import type { Finding } from './findings.js';
import type { Thresholds } from './level.js';
import { RowMatcher } from './matcher.js';

export interface RobustSetup {
  readonly index: EvalIndex;
  readonly thresholds: Thresholds;
}

/** Matches training rows, and cuts out what shows the match. */
export class RobustSearcher implements Searcher<readonly Finding[]> {
  readonly #matcher: RowMatcher;

  constructor({ index, thresholds }: RobustSetup) {
    this.#matcher = new RowMatcher(index, thresholds);
  }

  mayHold(bytes: Uint8Array, spans: Int32Array, count: number): boolean {
    return this.#matcher.mayMatch(bytes, spans, count);
  }

  /** Lines of the evidence count from 0 where the row begins. */
  search(row: TrainingRow): readonly Finding[] | null {
    const matches = this.#matcher.match(row.text);
    if (matches.length === 0) return null;
    return matches.map((match) => {
      const place = placeAt(row, match.start);
      const line = place.line - row.source.line;
      return { ...match, evidence: { ...place, line, ...cutEvidence(row.text, match.start, match.end) } };
    });
  }
}
