import type { InjectionFlag } from './prompts/index.js';
import type { JudgeComparison, JudgeScores } from './figures/index.js';
import type { Model } from './types.js';

/** An answer that tries to instruct its judge. It changes no score; a reader should look at it. */
export interface Injection {
  readonly id: string;
  readonly model: Model;
  readonly flags: readonly InjectionFlag[];
}

/** What the judge said of a suite, as report.json has it. */
export interface JudgeReport {
  /** As configured; null for recorded judgments, or wins by a metric. */
  readonly model: string | null;
  /** As the server named it, or as the records do. */
  readonly models: readonly string[];
  readonly score: JudgeScores | null;
  readonly compare: JudgeComparison | null;
  readonly injections: readonly Injection[];
  readonly injections_total: number;
}
