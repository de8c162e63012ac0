import { GateError } from '../../errors.js';
import type { FieldNames, Json, JsonObject, Output, Prediction, Source } from '../types.js';
import { isBatchRow, readBatchRow } from './batch.js';
import { isHarnessRow, readHarnessRow } from './harness.js';
import { userText } from './messages.js';
import {
  FINISH_REASON_NAMES,
  namesOutput,
  NO_SCORES,
  OUTPUT_NAMES,
  outputOf,
  sampleCountOf,
  samplesOf,
  scoresOf,
  withFinishReasons,
  type RawSample,
  type RowScore,
} from './output.js';
import { plainId, PlainKeys, SharedByText } from './plain.js';
import { ASKING_NAMES, askedOf, firstPresent } from './prompt.js';
import { idOf, NO_TEXTS, referencesOf, valueOf } from './values.js';

/** Names of an echoed reference. `answer`, `output` and `completion` are left out: in a prediction they may be the model's. */
const LABEL_NAMES = ['references', 'reference', 'label', 'target', 'expected', 'ideal', 'gold'];

/** One row of a prediction file, before it is paired. */
export interface PredictionRow {
  readonly id: string | null;
  /** The row's place in the eval set, as lm-evaluation-harness counts (`doc_id`, from 0). */
  readonly position: number | null;
  /** The prompt that the row repeats, and the references: for pairing without ids. */
  readonly prompt: string | null;
  readonly labels: readonly string[];
  /** The number of this sample among several rows of one id. */
  readonly sample: number | null;
  /** lm-evaluation-harness: the filter of which this is the row. */
  readonly filter: string | null;
  readonly outputs: readonly Output[];
  readonly scores: ReadonlyMap<string, RowScore>;
  /** False where the row has no key that could hold an output. */
  readonly named: boolean;
  readonly source: Source;
}

/** What a shape of its own finds in a row; the rest follows from this. */
export interface RawPrediction extends Omit<PredictionRow, 'outputs' | 'source'> {
  readonly samples: readonly RawSample[];
}

/**
 * What a row of predictions means. Recognised: the contract's keys (LLaMA-Factory's prompt, predict and label among
 * them), batch outputs of OpenAI and vLLM, and samples of lm-evaluation-harness.
 * @throws GateError for values of the wrong type, or outputs that contradict each other
 */
export function predictionOf(row: JsonObject, fields: FieldNames, strip: boolean, source: Source): PredictionRow {
  return plainPrediction(row, fields, strip, source) ?? anyPrediction(row, fields, strip, source);
}

const NAMES = [
  ...['id', 'custom_id', 'doc_id', 'sample', 'scores', 'outputs'],
  ...[...ASKING_NAMES, ...LABEL_NAMES, ...OUTPUT_NAMES, ...FINISH_REASON_NAMES],
];
const plainKeys = new PlainKeys(NAMES, ['id', 'prompt', 'output'], 'scores.');
const listOf = new SharedByText((text) => [outputOf(text, false)] as readonly Output[]);
const strippedListOf = new SharedByText((text) => [outputOf(text, true)] as readonly Output[]);

/** What `anyPrediction` makes of a row with an id, an output and perhaps a prompt, all texts (the id may be a number). */
function plainPrediction(row: JsonObject, fields: FieldNames, strip: boolean, source: Source): PredictionRow | null {
  if (!plainKeys.has(row) || Object.keys(fields).length > 0) return null;
  const { output, prompt = null } = row;
  const id = plainId(row['id']);
  if (id === null || typeof output !== 'string' || (prompt !== null && typeof prompt !== 'string')) return null;
  return new PlainPrediction(row['id']!, prompt, (strip ? strippedListOf : listOf).of(output), source);
}

/** The prediction of a row that is an id and an output without reasoning. */
export function labelPrediction(id: string | number, output: string, source: Source): Prediction {
  return new PlainPrediction(id, null, listOf.of(output), source);
}

/** A row that keeps no more than what its line says, and is a whole prediction: there may be millions. */
export class PlainPrediction implements PredictionRow, Prediction {
  readonly #id: Json;
  readonly #file: string;
  readonly #line: number;

  constructor(
    id: Json,
    readonly prompt: string | null,
    readonly outputs: readonly Output[],
    { file, line }: Source,
  ) {
    this.#id = id;
    this.#file = file;
    this.#line = line;
  }

  get id(): string | null {
    return plainId(this.#id);
  }

  get source(): Source {
    return { file: this.#file, line: this.#line };
  }

  get scores(): ReadonlyMap<string, number | null> {
    return NO_SCORES;
  }

  get labels(): readonly string[] {
    return NO_TEXTS;
  }

  get position(): null {
    return null;
  }

  get sample(): null {
    return null;
  }

  get filter(): null {
    return null;
  }

  get named(): boolean {
    return true;
  }
}

function anyPrediction(row: JsonObject, fields: FieldNames, strip: boolean, source: Source): PredictionRow {
  const raw = readRow(row, fields, source);
  // Written out, since an object made by rest and spread takes twice the memory, and there may be millions.
  return {
    id: raw.id,
    position: raw.position,
    prompt: raw.prompt,
    labels: raw.labels,
    sample: raw.sample,
    filter: raw.filter,
    outputs: raw.samples.map((sample) => outputOf(sample, strip)),
    scores: raw.scores,
    named: raw.named,
    source,
  };
}

function readRow(row: JsonObject, fields: FieldNames, source: Source): RawPrediction {
  if (isBatchRow(row)) return readBatchRow(row, fields, source);
  if (isHarnessRow(row)) return readHarnessRow(row, fields, source);
  const idKey = firstPresent(row, [fields.id, 'custom_id', 'id']);
  const scores = scoresOf(row, sampleCountOf(row, fields), source);
  return {
    id: idKey === null ? null : idOf(valueOf(row, idKey), idKey, source),
    position: null,
    ...echoOf(row, fields, source),
    sample: sampleOf(row, source),
    filter: null,
    samples: withFinishReasons(samplesOf(row, fields, source), row),
    scores,
    named: scores.size > 0 || namesOutput(row, fields),
  };
}

/** What a row repeats of its example. It only helps to pair, so what can't be understood is as good as absent. */
function echoOf(row: JsonObject, fields: FieldNames, source: Source): Pick<PredictionRow, 'prompt' | 'labels'> {
  try {
    const { prompt, messages } = askedOf(row, fields, source);
    const labelNames = [fields.references, fields.reference, ...LABEL_NAMES].filter((name) => name !== fields.output);
    const labelKey = firstPresent(row, labelNames);
    return {
      prompt: prompt ?? (messages === null ? null : userText(messages)),
      labels: labelKey === null ? NO_TEXTS : referencesOf(valueOf(row, labelKey), labelKey, source, false),
    };
  } catch (error) {
    if (error instanceof GateError) return { prompt: null, labels: NO_TEXTS };
    throw error;
  }
}

function sampleOf(row: JsonObject, source: Source): number | null {
  const value = valueOf(row, 'sample');
  if (value === null || value === '') return null;
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
  throw new GateError('must be a whole number', { ...source, key: 'sample' });
}
