/** What the parts of the judge hand to one another. A judgment is one answer of a judge: a score, or a preference. */

export type Model = 'candidate' | 'base';
/** Which answer the judge saw first. */
export type Order = 'base_first' | 'candidate_first';
export type Winner = 'candidate' | 'base' | 'tie';

/**
 * Why there is no judgment. None of them is a score: a failed judgment leaves its example unscored and is counted.
 * - refused, filtered: the model or its provider would not answer
 * - truncated, empty, unparsed: it answered, and nothing could be read from it, even after a reminder
 * - rejected: the endpoint would not take this question, which is too long for the model, say
 * - unreachable: the endpoint kept failing
 * - stopped: the budget, the deadline or a signal ended the run first
 */
export type Failure =
  'refused' | 'filtered' | 'truncated' | 'empty' | 'unparsed' | 'rejected' | 'unreachable' | 'stopped';

export interface Failed {
  readonly failed: Failure;
  /** One plain sentence, safe to show: no key, no stack. */
  readonly why: string;
}

/** One answer to be scored. `repeat` counts from 0. */
export interface ScoreTask {
  readonly kind: 'score';
  /** Position in the suite's examples. */
  readonly example: number;
  readonly model: Model;
  readonly repeat: number;
}

/** One pair to be compared, in one order. */
export interface CompareTask {
  readonly kind: 'compare';
  readonly example: number;
  readonly order: Order;
  readonly repeat: number;
}

export type Task = ScoreTask | CompareTask;

/** What a judge said of one answer. */
export interface ScoreVerdict {
  /** By criterion, in the criteria's order; one entry, `''`, where the criteria have no names. Within the scale. */
  readonly scores: ReadonlyMap<string, number>;
  readonly reasoning: string;
}

/** What a judge said of a pair: the side by position, so that the order it saw is not lost. */
export interface CompareVerdict {
  readonly winner: 'A' | 'B' | 'tie';
  readonly reasoning: string;
}

/** What a judge said of a training text beside an eval question: whether it asks the same. */
export interface SameVerdict {
  readonly same: boolean;
  readonly reasoning: string;
}

/** A share from 0 to 1 that recorded judgments may have in place of a winner, 1 being all for the candidate. */
export type Preference = number;

/** The judgments of one pair, one example: what each order and repeat said, from the candidate's side. */
export interface PairJudgments {
  readonly example: number;
  readonly baseFirst: readonly (Winner | Failed)[];
  readonly candidateFirst: readonly (Winner | Failed)[];
  /** Recorded without an order. */
  readonly preference: Preference | null;
}

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** What is asked of a judge: everything that decides the reply, so that its hash is the judgment's address in the cache. */
export interface Question {
  readonly messages: readonly ChatMessage[];
  /** The reply's shape as a JSON Schema (strict: all keys required, no others), and its name. */
  readonly schema: { readonly name: string; readonly json: Readonly<Record<string, unknown>> };
}

/** Reads a reply's text (reasoning tags already dropped). `problem` says what was wrong, for the one reminder. */
export type ReadReply<T> = (text: string) => { readonly value: T } | { readonly problem: string };

export interface Usage {
  readonly calls: number;
  readonly cached: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
}

/** A judgment with where it came from. */
export interface Judged<T> {
  readonly value: T;
  /** The model as the server named it. */
  readonly model: string;
}
