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

/** A text as it is scored. */
export function outputOf(text: string, strip: boolean): Output {
  return strip ? stripReasoning(text) : { text, unclosedReasoning: false };
}

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

/**
 * The user's own scores: the numbers in `scores`, and columns named `scores.<name>` as CSV needs them.
 * @throws GateError for a `scores` that is not an object of numbers
 */
export function scoresOf(row: JsonObject, source: Source): ReadonlyMap<string, number | null> {
  let scores: Map<string, number | null> | null = null;
  const own = valueOf(row, 'scores');
  if (own !== null) {
    if (!isObject(own)) throw new GateError('must be an object of numbers', { ...source, key: 'scores' });
    scores = new Map(
      Object.entries(own).map(([name, value]) => [name, scoreOf(value, `scores.${shorten(name)}`, source)]),
    );
  }
  for (const key in row) {
    if (!key.startsWith('scores.')) continue;
    scores ??= new Map();
    scores.set(key.slice('scores.'.length), scoreOf(row[key]!, shorten(key), source));
  }
  return scores ?? NO_SCORES;
}
