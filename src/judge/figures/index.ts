/** Turns judgments into figures: both orders into one result, win rate, length control, the bias panel, scores. */
export { winsByMetric } from './by-metric.js';
export { combine, isResult } from './combine.js';
export { comparisonFigures } from './comparison.js';
export { lengthControl, type LengthPairs } from './length-control.js';
export { scoreFigures, scoreOf, type AnswerScore } from './scores.js';
export { repetitionStability, stabilityOf } from './stability.js';
export { styleOf } from './style.js';
export type {
  AnswerJudgments,
  ComparedPair,
  FailureCounts,
  FigureOptions,
  JudgeComparison,
  JudgeScores,
  LengthControl,
  ModelScores,
  PairResult,
  PositionBias,
  PreferredShare,
  RepetitionStability,
  Unjudged,
} from './types.js';
