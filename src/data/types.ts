import type { Place } from '../errors.js';

/** What a row means once it is read. After `data` no code checks these again. */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** Made with a null prototype or by JSON.parse: read it with Object.hasOwn, since a key may be `__proto__`. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A path or glob as the user wrote it. */
export interface PathPattern {
  readonly pattern: string;
  /** Absolute folder that a relative pattern is relative to: the config's for config keys, the working directory for inputs and flags. */
  readonly baseDir: string;
  /** Where it was written, for messages: the config file and key, or the input's name. */
  readonly place: Place;
  /** False for what a config says (a pull request can change it), true for inputs and flags. */
  readonly trusted: boolean;
}

/** What may be read, and how paths are shown. */
export interface FileAccess {
  /** Absolute; shown paths are relative to it. */
  readonly workingDirectory: string;
  /** Absolute folder that nothing may leave through `..` or a symlink (the Actions workspace), or null on a terminal. */
  readonly root: string | null;
}

/** Key names of one suite where they are not recognised (`fields` in the config). */
export type FieldNames = Readonly<
  Partial<
    Record<
      'id' | 'prompt' | 'messages' | 'reference' | 'references' | 'output' | 'category' | 'difficulty' | 'tags',
      string
    >
  >
>;

/** What one suite is read from. */
export interface SuiteSource {
  readonly name: string;
  readonly evalSet: readonly PathPattern[];
  readonly predictions: readonly PathPattern[];
  readonly basePredictions: readonly PathPattern[] | null;
  readonly fields: FieldNames;
  readonly stripReasoning: boolean;
}

/** Where a row came from. */
export interface Source {
  /** The path as shown to the user: relative to the working directory, `/` as separator. */
  readonly file: string;
  /** The 1-based line that it starts on; in a Parquet file, which has no lines, the 1-based number of the row. */
  readonly line: number;
  /** In a Parquet file the 1-based group that the row is in. */
  readonly rowGroup?: number;
  /** True for plain text, where a line break in the row's text is one in the file. */
  readonly isText?: boolean;
}

export interface Message {
  readonly role: string;
  readonly content: string;
}

/** One row of an eval set. */
export interface Example {
  /** The row's own id as text, or `#1`, `#2` … (its position) where the set has none. Unique in the suite. */
  readonly id: string;
  /** The prompt as one text: the row's own, or the user's side of its messages. Null where the row has none. */
  readonly prompt: string | null;
  /** The conversation before the reference, for chat-shaped rows. */
  readonly messages: readonly Message[] | null;
  /** Zero or more accepted answers, the first being the label for classification. */
  readonly references: readonly string[];
  readonly tags: readonly string[];
  /** The whole row, for slices (`category`, `difficulty`, any other field) and `cluster_by`. */
  readonly fields: JsonObject;
  readonly source: Source;
}

/** One sample of a model's output. */
export interface Output {
  /** What is scored: the raw text, without its reasoning where `strip_reasoning` is on. */
  readonly text: string;
  /** True where a `<think>` was never closed, so that nothing is left to score. */
  readonly unclosedReasoning: boolean;
  /** Why the model stopped (`stop`, `length` …), in the words of whoever ran it; absent where the row does not say. */
  readonly finishReason?: string;
}

/** One model's output for one example. */
export interface Prediction {
  /** The samples that are there; null or absent ones are left out, so this may be empty (unscored). */
  readonly outputs: readonly Output[];
  /** The user's own numbers, by name: the mean over samples where each has one. A null is an unscored one. */
  readonly scores: ReadonlyMap<string, number | null>;
  /** Of these the ones that each sample has: its numbers in the samples' order, without nulls. Absent where none has. */
  readonly sampleScores?: ReadonlyMap<string, readonly number[]>;
  readonly source: Source;
}

/** One model's predictions, laid beside the examples. */
export interface Side {
  /** Parallel to `Suite.examples`; null where the model has no row for the example. */
  readonly predictions: readonly (Prediction | null)[];
  /** Rows in the file, extra ones included; several samples of one id count once. */
  readonly rows: number;
  /** Examples with neither an output nor a score of the user's own (no row, or nulls). */
  readonly missing: number;
  /** Rows that belong to no example. */
  readonly extra: number;
  /** The first few ids (or prompts) of each, for the reader. */
  readonly missingIds: readonly string[];
  readonly extraIds: readonly string[];
  readonly pairedBy: 'id' | 'prompt' | 'order';
  /** sha256 over the outputs, to see one file given twice. */
  readonly outputsSha256: string;
  readonly files: readonly string[];
}

/** Rows that are nothing but an id and one short text on every side, as columns: there may be millions. */
export interface LabelColumns {
  /** Row i's id in UTF-8 lies from `idStarts[i]` up to `idStarts[i + 1]`; JSON writes it as it is. */
  readonly idBytes: Uint8Array;
  readonly idStarts: Int32Array;
  /** The different texts, references and outputs together. */
  readonly texts: readonly string[];
  /** Per row the number of its one reference, and of each model's one output. */
  readonly references: Int32Array;
  readonly candidate: Int32Array;
  readonly base: Int32Array | null;
  /** One row as an object. */
  readonly example: (row: number) => Example;
  readonly prediction: (model: 'candidate' | 'base', row: number) => Prediction;
}

/** An eval set with its predictions, paired. */
export interface SuiteRows {
  /** How many examples there are. */
  readonly count: number;
  /** The same rows as columns, where they are so plain; then `examples` and `predictions` are made when they are asked for. */
  readonly columns?: LabelColumns;
  readonly examples: readonly Example[];
  readonly candidate: Side;
  readonly base: Side | null;
  /** sha256 over the bytes of the eval set's files, in path order. */
  readonly evalSetSha256: string;
  /** What a reader must know of how the rows were read or paired, each one plain sentence. */
  readonly warnings: readonly string[];
}
