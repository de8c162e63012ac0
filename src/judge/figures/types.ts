import type { Bounds } from '../../stats/index.js';
import type { Failed, Failure, PairJudgments, ScoreVerdict, Winner } from '../types.js';

/** What all judgments of a pair come to. */
export interface PairResult {
  /** Position in the suite's examples. */
  readonly example: number;
  /** The candidate's: 1 for a win, 0.5 for a tie, 0 for a loss; a recorded preference is its points as it is. */
  readonly points: number;
  readonly outcome: 'win' | 'tie' | 'loss';
  /** Whether both orders say the same; null where not both were asked. */
  readonly consistent: boolean | null;
}

/** A pair without a result: it is counted and shown, and in no rate. */
export interface Unjudged {
  readonly example: number;
  /** Null where nobody asked: there is no judgment, not a failed one. */
  readonly failed: Failure | null;
  /** One plain sentence. */
  readonly why: string;
}

/** A pair as the figures need it. */
export interface ComparedPair {
  readonly judgments: PairJudgments;
  /** The answers as the judge saw them; null where there is none, as beside recorded judgments. */
  readonly candidate: string | null;
  readonly base: string | null;
}

/** The judgments of one example's answers, one a repeat. */
export interface AnswerJudgments {
  readonly example: number;
  readonly candidate: readonly (ScoreVerdict | Failed)[];
  /** Null without a base. */
  readonly base: readonly (ScoreVerdict | Failed)[] | null;
}

export interface FigureOptions {
  /** 0-1, such as 0.95. */
  readonly confidence: number;
  /** Per example of the suite its cluster, or null where every example stands alone. */
  readonly clusters: Int32Array | null;
}

/** How often the answer that has more of something is preferred. */
export interface PreferredShare {
  /** Judged pairs that differ in it. */
  readonly n: number;
  /** Of those: the answer with more won, or tied. */
  readonly preferred: number;
  readonly ties: number;
  /** (preferred + ties / 2) / n, 0-1: 0.5 is neutral. */
  readonly rate: number | null;
  readonly ci: Bounds | null;
}

/** What the order of the answers did, over pairs with a verdict in both orders (arXiv 2406.07791). */
export interface PositionBias {
  readonly pairs: number;
  /** Judgments of those pairs, repeats included. */
  readonly calls: number;
  /** Pairs whose orders agree. */
  readonly consistent: number;
  /** Pairs that lean to the answer shown first, or second: it won in both orders, or in one beside a tie. */
  readonly primacy: number;
  readonly recency: number;
  readonly consistency_ci: Bounds | null;
  /** -1 to 1: below 0 the first answer is favoured, above 0 the second. */
  readonly preference_fairness: number | null;
  /** The share of calls that chose the second answer; what this and the first leave are ties. */
  readonly second_position_rate: number | null;
}

/** The win rate at equal length (a logistic model of two parameters), 0-1, with what is needed to doubt it. */
export interface LengthControl {
  /** Judged pairs with both answers at hand. */
  readonly n: number;
  /** Of those: the candidate's answer is longer, or shorter, in code points. */
  readonly share_longer: number | null;
  readonly share_shorter: number | null;
  /** The standard deviation of the difference in length. */
  readonly length_sd: number | null;
  /** Log odds of a win at equal length, and what a longer answer adds (above 0: longer answers win). */
  readonly intercept: number | null;
  readonly slope: number | null;
  readonly intercept_standard_error: number | null;
  readonly slope_standard_error: number | null;
  readonly win_rate: number | null;
  readonly ci: Bounds | null;
  /** Why there is no figure; null where there is one. */
  readonly not_estimable: string | null;
  /** Why no check may rest on the figure; null where one may. */
  readonly unreliable: string | null;
}

/** How often the same question got the same answer. */
export interface RepetitionStability {
  /** Questions asked more than once and answered more than once. */
  readonly questions: number;
  /** Mean over them of the share of the most frequent answer, 0-1. */
  readonly rate: number | null;
}

/** Judgments that failed, by kind; kinds that did not occur are left out. */
export type FailureCounts = Readonly<Partial<Record<Failure, number>>>;

export interface SelfPreference {
  readonly rate: null;
  readonly reason: string;
}

/** A comparison of two models, from the candidate's side, with its bias panel. Null: not measurable. */
export interface JudgeComparison {
  /** The metric whose scores decided the pairs; null: a judge's verdicts did. */
  readonly by: string | null;
  /** Pairs with a result. */
  readonly n: number;
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  /** Pairs that a judge was asked about in vain. */
  readonly failed: number;
  /** Pairs that nobody was asked about. */
  readonly unjudged: number;
  /** The mean of the points, 0-1: ties count half. */
  readonly win_rate: number | null;
  readonly win_rate_ci: Bounds | null;
  /** Of the mean: sd / √n, as AlpacaEval has it (there times 100); over clusters where there are any. Null below two. */
  readonly win_rate_standard_error: number | null;
  /** The exact sign test, two-sided, over examples (or clusters) that are no tie. */
  readonly p_value: number | null;
  /** Null where not estimable; see `length_control.unreliable` before trusting it. */
  readonly lc_win_rate: number | null;
  readonly length_control: LengthControl;
  readonly tie_rate: number | null;
  /** The share of pairs whose two orders agree. */
  readonly position_consistency: number | null;
  /** The share of calls that chose the answer shown first. */
  readonly first_position_rate: number | null;
  readonly position: PositionBias;
  readonly longer_preferred_rate: number | null;
  /** By length in code points (more than 30 apart), by list items, by other markdown. */
  readonly preferred: {
    readonly longer: PreferredShare;
    readonly bullets: PreferredShare;
    readonly markdown: PreferredShare;
  };
  readonly repetition_stability: RepetitionStability;
  /** Single judgments: those with a verdict, and those without. */
  readonly judgments: { readonly answered: number; readonly failed: number; readonly by_kind: FailureCounts };
  readonly self_preference: SelfPreference;
}

/** One model's scores. */
export interface ModelScores {
  /** Examples with a score. */
  readonly n: number;
  /** Examples whose judgments failed. */
  readonly failed: number;
  /** Examples without any judgment. */
  readonly unjudged: number;
  /** On the judge's scale. */
  readonly mean: number | null;
  readonly ci: Bounds | null;
  /** By named criterion, in the criteria's order. */
  readonly criteria: readonly { readonly name: string; readonly mean: number }[];
  /** The share of examples whose score is the scale's top: a model there has no room to be better. */
  readonly at_ceiling: number | null;
}

/** Scores of both models. Null: not measurable. */
export interface JudgeScores {
  /** The candidate's scored examples. */
  readonly n: number;
  readonly mean_candidate: number | null;
  readonly mean_base: number | null;
  /** Answers of either model whose judgments failed. */
  readonly failed: number;
  readonly candidate: ModelScores;
  readonly base: ModelScores | null;
  /** Over all single scores of both models. */
  readonly saturation: {
    readonly scores: number;
    /** How many different scores were given. */
    readonly distinct: number;
    /** The share at the scale's top. */
    readonly at_top: number | null;
    /** The share of the score given most often. */
    readonly most_frequent: number | null;
  };
  readonly repetition_stability: RepetitionStability;
  readonly judgments: { readonly answered: number; readonly failed: number; readonly by_kind: FailureCounts };
}

/** What one order's repeats come to; null where the order was not asked. */
export type OrderVerdict = Winner | Failed | null;
