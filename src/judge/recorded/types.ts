import type { SuiteRows } from '../../data/types.js';
import type { Failed, Model, PairJudgments, ScoreVerdict } from '../types.js';

/** A suite whose judgments are looked for. */
export interface JudgedSuite {
  readonly name: string;
  readonly rows: SuiteRows;
  /** Least and greatest score. */
  readonly scale: readonly [number, number];
}

/** What the models are called (`candidate-label`, `base-label`), null where nobody said. */
export interface ModelLabels {
  readonly candidate: string | null;
  readonly base: string | null;
}

/** One reply about one answer: its scores by criterion, or failed where any of them is. */
export interface RecordedScore {
  /** Position in the suite's examples. */
  readonly example: number;
  readonly model: Model;
  /** `''` where the record does not say. */
  readonly judge: string;
  /** Of a conversation, null where the record does not say. */
  readonly turn: number | null;
  readonly repeat: number;
  /** Its reasoning is not kept. */
  readonly verdict: ScoreVerdict | Failed;
}

/**
 * What one judge said of one pair, by one criterion, at one turn. Where the record holds several of these an example has
 * several comparisons. A preference is the mean of its repeats. One that failed stands as a failed judgment in one order,
 * since which order it was nobody recorded.
 */
export interface RecordedComparison extends PairJudgments {
  readonly judge: string;
  /** `''` where the record does not say. */
  readonly criterion: string;
  readonly turn: number | null;
}

/** The recorded judgments of one suite, sorted by example, judge, criterion, turn and repeat. */
export interface RecordedSuite {
  readonly scores: readonly RecordedScore[];
  readonly comparisons: readonly RecordedComparison[];
}

export interface Recorded {
  /** Parallel to the suites that were asked for. */
  readonly suites: readonly RecordedSuite[];
  /** The judges' names, sorted; FastChat's with the prompt's name in brackets. */
  readonly judges: readonly string[];
  /** Names that the candidate was compared with, where the record has names, sorted. */
  readonly opponents: readonly string[];
  /** Rows in the files. */
  readonly rows: number;
  /** Judgments that failed, of those that belong to the suites. */
  readonly failed: number;
  /** Rows of no example of the suites. */
  readonly unmatched: number;
  /** Rows about other models than the two. */
  readonly otherModels: number;
  /** Rows that show another answer of the candidate than its prediction; they are left out. */
  readonly otherAnswers: number;
  /** Rows in use that show another answer of the opponent than the base's prediction. */
  readonly otherOpponents: number;
  /** What a reader must know of the above, each one plain sentence. */
  readonly warnings: readonly string[];
}
