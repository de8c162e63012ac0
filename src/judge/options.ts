import type { PathPattern } from '../data/types.js';

/** What a config says about judging, checked and with its defaults filled in. */
export interface JudgeOptions {
  /** Null: only recorded judgments, or a comparison by metric. */
  readonly endpoint: EndpointOptions | null;
  readonly score: ScoreOptions | null;
  readonly compare: CompareOptions | null;
  readonly recorded: readonly PathPattern[];
  /** The cache's file; null: none is kept. */
  readonly cache: PathPattern | null;
  /** The share of failed judgments above which a measure is no answer, 0-1. */
  readonly maxFailed: number;
  /** The position consistency below which no check may rest on a comparison, 0-1. */
  readonly minConsistency: number;
  /** What becomes of checks that need the judge where its key is absent. */
  readonly onMissing: 'inconclusive' | 'fail';
}

export interface EndpointOptions {
  readonly model: string;
  /** Null: OpenAI's own. */
  readonly baseUrl: string | null;
  /** The environment variable that holds the key; null: the endpoint takes none. */
  readonly apiKeyEnv: string | null;
  /** Handed to the endpoint as they are, such as temperature, seed or reasoning_effort. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly concurrency: number;
  /** Of one call, in seconds. */
  readonly timeout: number;
  /** Of all judging of a run, in seconds. */
  readonly deadline: number;
  /** Nothing is asked beyond these; null: no limit. */
  readonly budget: { readonly calls: number | null; readonly tokens: number | null; readonly cost: number | null };
  /** Money per million tokens; null: cost is not known. */
  readonly prices: { readonly input: number; readonly output: number } | null;
}

export interface Criterion {
  /** `''` where the criteria are one text without names. */
  readonly name: string;
  readonly description: string;
}

export interface ScoreOptions {
  readonly criteria: readonly Criterion[];
  readonly scale: readonly [number, number];
  /** What a score means, by score. */
  readonly rubric: ReadonlyMap<number, string>;
  readonly repeats: number;
  /** Whether the judge sees the example's references. */
  readonly reference: boolean;
}

export type CompareOptions =
  | { readonly by: 'judge'; readonly criteria: string; readonly repeats: number; readonly reference: boolean }
  | { readonly by: 'metric'; readonly metric: string };
