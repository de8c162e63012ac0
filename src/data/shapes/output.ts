import { GateError } from '../../errors.js';
import { isObject } from '../formats/rows.js';
import { shorten } from '../shorten.js';
import { stripReasoning } from '../reasoning.js';
import type { FieldNames, Json, JsonObject, Output, Source } from '../types.js';
import { isChat, lastAnswer, messagesOf } from './messages.js';
import { firstPresent } from './prompt.js';
import { scoreOf, textOf, valueOf } from './values.js';

/** Names of a model's output, the contract's first. */
export const OUTPUT_NAMES: readonly string[] = [
  'output',
  'prediction',
  'predict',
  'response',
  'completion',
  'generated_text',
];

export const NO_SCORES: ReadonlyMap<string, number | null> = new Map();

/** What a model said: a text, or more than that. */
export type RawSample =
  | string
  | {
      /** Null where it was cut off while it still reasoned. */
      readonly text: string | null;
      readonly finishReason: string | null;
    };

/** A sample as it is scored. */
export function outputOf(sample: RawSample, strip: boolean): Output {
  const { text, finishReason } = typeof sample === 'string' ? { text: sample, finishReason: null } : sample;
  const output =
    text === null
      ? { text: '', unclosedReasoning: true }
      : strip && text.includes('<')
        ? stripReasoning(text)
        : { text, unclosedReasoning: false };
  return finishReason === null ? output : { ...output, finishReason };
}

/**
 * Samples with why the model stopped, where the row says so: under `finish_reason` (or the names of other servers) one
 * text for one sample, or a list as long as the samples. Anything else is as good as absent, since no score needs it.
 */
export function withFinishReasons(samples: readonly string[], row: JsonObject): readonly RawSample[] {
  const key = firstPresent(row, FINISH_REASON_NAMES);
  if (key === null) return samples;
  const value = valueOf(row, key);
  const reasons: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [value];
  if (reasons.length !== samples.length) return samples;
  return samples.map((text, i) => {
    const reason = reasons[i]!;
    return typeof reason === 'string' ? { text, finishReason: reason } : text;
  });
}

/** OpenAI's and vLLM's, Anthropic's, Ollama's. */
export const FINISH_REASON_NAMES = ['finish_reason', 'stop_reason', 'done_reason'];

/**
 * A row's samples: the texts under its output name, or under `outputs`. Null values are left out.
 * @throws GateError where several recognised names say different things
 */
export function samplesOf(row: JsonObject, fields: FieldNames, source: Source): readonly string[] {
  const named = fields.output === undefined ? null : firstPresent(row, [fields.output]);
  if (named !== null) return sampleTexts(row, named, named === 'outputs', source);
  const found = new Map<string, readonly string[]>();
  for (const key of [...OUTPUT_NAMES, 'outputs']) {
    if (valueOf(row, key) !== null) found.set(key, sampleTexts(row, key, key === 'outputs', source));
  }
  const samples = found.get('outputs') ?? [...found.values()][0] ?? [];
  for (const texts of found.values()) {
    if (texts !== samples && !texts.every((text) => samples.includes(text))) {
      const keys = [...found.keys()].join(', ');
      throw new GateError(`has several outputs that differ (${keys}); say which one counts with fields.output`, {
        ...source,
      });
    }
  }
  return samples;
}

/** True where a row has an output's name at all, be its value null. */
export function namesOutput(row: JsonObject, fields: FieldNames): boolean {
  const names = [...OUTPUT_NAMES, 'outputs', ...(fields.output === undefined ? [] : [fields.output])];
  return names.some((name) => Object.hasOwn(row, name));
}

function sampleTexts(row: JsonObject, key: string, isList: boolean, source: Source): readonly string[] {
  const value = valueOf(row, key);
  if (!isList) {
    const text = sampleText(value, key, source);
    return text === null ? [] : [text];
  }
  if (!Array.isArray(value)) throw new GateError('must be a list of samples', { ...source, key });
  return (value as readonly Json[]).flatMap((item) => sampleText(item, key, source) ?? []);
}

/** A sample's text. Hugging Face's pipelines and TRL write a chat, of which the answer is the last turn. */
function sampleText(value: Json, key: string, source: Source): string | null {
  return isChat(value) ? lastAnswer(messagesOf(value, key, source)!) : textOf(value, key, source);
}

/** The name under which `samplesOf` finds a row's output, null where it has none. */
export function outputKeyOf(row: JsonObject, fields: FieldNames): string | null {
  return firstPresent(row, [fields.output, 'outputs', ...OUTPUT_NAMES]);
}

/** One of the user's own scores: a number, or one for each sample of the row. */
export type RowScore = number | null | readonly (number | null)[];

/**
 * The user's own scores: the numbers in `scores`, and columns named `scores.<name>` as CSV needs them.
 * @param samples how many samples the row has, null where it has no output at all; a list must be as long
 * @throws GateError for a `scores` that is not an object of numbers, or of lists of them that fit the samples
 */
export function scoresOf(row: JsonObject, samples: number | null, source: Source): ReadonlyMap<string, RowScore> {
  let scores: Map<string, RowScore> | null = null;
  const own = valueOf(row, 'scores');
  if (own !== null) {
    if (!isObject(own)) throw new GateError('must be an object of numbers', { ...source, key: 'scores' });
    scores = new Map(
      Object.entries(own).map(([name, value]) => [name, rowScore(value, samples, `scores.${shorten(name)}`, source)]),
    );
  }
  for (const key in row) {
    if (!key.startsWith('scores.')) continue;
    scores ??= new Map();
    scores.set(key.slice('scores.'.length), rowScore(row[key]!, samples, shorten(key), source));
  }
  return scores ?? NO_SCORES;
}

function rowScore(value: Json, samples: number | null, key: string, source: Source): RowScore {
  if (!Array.isArray(value)) return scoreOf(value, key, source);
  if (samples !== null && value.length !== samples) {
    const [own, wanted] = [counted(value.length, 'score'), counted(samples, 'sample')];
    throw new GateError(`has ${own} for ${wanted}; give each sample one, or null`, { ...source, key });
  }
  return (value as readonly Json[]).map((item) => scoreOf(item, key, source));
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** How many samples a row lists, null ones included; null where it has no output at all. */
export function sampleCountOf(row: JsonObject, fields: FieldNames): number | null {
  const key = outputKeyOf(row, fields);
  if (key === null) return null;
  const value = valueOf(row, key);
  return key === 'outputs' && Array.isArray(value) ? value.length : 1;
}
