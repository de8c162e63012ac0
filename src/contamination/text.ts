import type { Example, Json, JsonObject } from '../data/types.js';

/** The two halves of an eval text. Either may be empty. */
export interface EvalParts {
  readonly question: string;
  readonly answer: string;
}

/** What a model was trained to answer, by the names in use; the first group with any text is the row's text. */
const FIELD_GROUPS = [
  ['instruction', 'input', 'output'],
  ['prompt', 'completion'],
  ['question', 'answer'],
] as const;
const MESSAGE_FIELDS = ['messages', 'conversations'] as const;

/** The field names that `trainingText` reads, for messages. */
export const TRAINING_FIELDS = [...new Set([...FIELD_GROUPS.flat(), ...MESSAGE_FIELDS, 'text'])] as const;

/**
 * An example's question (its prompt, or every message before the reference) and its answer (the first reference).
 * A row of messages that names a prompt or question of its own too is searched for by that.
 */
export function evalParts(example: Example): EvalParts {
  const { fields, messages, prompt, references } = example;
  const own = messages === null ? (prompt ?? '') : textOf(fields, 'prompt') || textOf(fields, 'question');
  const question = own === '' && messages !== null ? joined(messages.map(({ content }) => content)) : own;
  return { question, answer: references[0] ?? '' };
}

/** The text of an example that is searched for in training rows: question and answer, joined by one space. */
export function evalText(example: Example): string {
  const { question, answer } = evalParts(example);
  return joined([question, answer]);
}

/**
 * The text of a training row: instruction, input and output; or prompt and completion; or question and answer; or the
 * texts of all messages (also ShareGPT's conversations) without role names; or text. Joined by one space, absent and
 * empty fields left out; a number or a boolean is its text.
 * @returns null where the row has none of these fields; an empty text where all that it has are empty
 */
export function trainingText(row: JsonObject): string | null {
  for (const group of FIELD_GROUPS) {
    const text = joined(group.map((key) => textOf(row, key)));
    if (text !== '') return text;
  }
  for (const key of MESSAGE_FIELDS) {
    const text = joined(messageTexts(row, key));
    if (text !== '') return text;
  }
  const text = textOf(row, 'text');
  return text !== '' || TRAINING_FIELDS.some((key) => Object.hasOwn(row, key)) ? text : null;
}

function messageTexts(row: JsonObject, key: string): string[] {
  const messages = Object.hasOwn(row, key) ? row[key] : null;
  if (!Array.isArray(messages)) return [];
  return (messages as readonly Json[]).filter(isObject).flatMap((message) => {
    const content = Object.hasOwn(message, 'content') ? message['content'] : undefined;
    // Multimodal messages hold a list of parts, of which some have a text.
    if (Array.isArray(content))
      return (content as readonly Json[]).filter(isObject).map((part) => textOf(part, 'text'));
    return [textOf(message, 'content') || textOf(message, 'value')];
  });
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(row: JsonObject, key: string): string {
  const value = Object.hasOwn(row, key) ? row[key] : null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}
