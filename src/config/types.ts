import type { PathPattern, SuiteSource } from '../data/types.js';
import type { GatePolicy } from '../gate/types.js';
import type { JudgeOptions } from '../judge/options.js';
import type { SemanticOptions } from '../semantic/options.js';
import type { MetricSpec } from '../metrics/metric.js';
import type { KeyLines } from './places.js';
import type { ContaminationKeys } from './schema.js';

/** What the user asks for: the inputs of the Action, or the flags of the command. Empty lists and nulls: not given. */
export interface RunRequest {
  /** Absolute. */
  readonly workingDirectory: string;
  /** Path of the config as given; null: `eval-gate.yml` in the working directory, if it is there. */
  readonly config: string | null;
  /** One path or glob a line, or `suite=path`. Each list wins over the config's key of the same name. */
  readonly evalSet: readonly string[];
  readonly predictions: readonly string[];
  readonly basePredictions: readonly string[];
  readonly trainingData: readonly string[];
  /** `scan` has flags for these two; the Action has not. */
  readonly definition: string | null;
  readonly n: number | null;
}

export interface SuiteConfig {
  /** Where its keys stand in the config: `suites[0].`, or nothing where they are at the top level. */
  readonly key: string;
  readonly kind: 'custom' | 'standard';
  readonly source: SuiteSource;
  /** Null: inferred from the data. */
  readonly metrics: readonly MetricSpec[] | null;
  /** Null: `category` and `difficulty`, where rows have them. */
  readonly slices: readonly string[] | null;
  readonly clusterBy: string | null;
  readonly stratifyBy: string | null;
  readonly maxUnscored: number;
  /** The suite's own, else the run's; suites that share the run's hold the same object. Null: no judging. */
  readonly judge: JudgeOptions | null;
}

/** An entry of `contamination.allow`. */
export interface AllowedLeakKeys {
  readonly suite: string | null;
  readonly id: string;
  readonly row: string;
  readonly reason: string;
}

export interface ContaminationConfig {
  readonly trainingData: readonly PathPattern[];
  readonly definition: ContaminationKeys['definition'];
  readonly n: number;
  /** Of definition ngram: the share of an example's n-grams in one training row where `substantial` begins. */
  readonly minShare: number;
  readonly level: ContaminationKeys['level'];
  readonly thresholds: ContaminationKeys['thresholds'];
  readonly allow: readonly AllowedLeakKeys[];
  /** An earlier contamination.jsonl; null where none is named. */
  readonly known: readonly PathPattern[] | null;
  /** Null: no search by meaning. */
  readonly semantic: SemanticOptions | null;
}

/** Everything a run needs to know, with defaults filled in and inputs laid over the file. */
export interface Config {
  readonly suites: readonly SuiteConfig[];
  readonly contamination: ContaminationConfig | null;
  readonly gate: GatePolicy;
  /** Absolute; the config's folder, which its paths are relative to, or the working directory where there is no config. */
  readonly folder: string;
  /** The config file as shown to the user, or null where inputs alone say everything. */
  readonly file: string | null;
  readonly sha256: string | null;
  /** Where each key stands in the file. */
  readonly lines: KeyLines;
}
