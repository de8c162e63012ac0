import type { Example, Json, JsonObject } from '../data/types.js';

/** The two halves of an eval text. Either may be empty. */
export interface EvalParts {
  readonly question: string;
  readonly answer: string;
}

/** Fields that hold a training row's text; the first group with any text is the row's. */
const FIELD_GROUPS: readonly (readonly string[])[] = [
  ['instruction', 'input', 'output'],
  ['prompt', 'completion'],
  ['question', 'answer'],
  ['messages'],
  ['conversations'], // ShareGPT
  ['conversation'],
  ['text'],
];

export const TRAINING_FIELDS = FIELD_GROUPS.flat();

/**
 * An example's question (instruction and input, or its prompt, or all messages before the reference) and its answer (the
 * first reference).
 */
export function evalParts(example: Example): EvalParts {
  return { question: questionOf(example), answer: example.references[0] ?? '' };
}

/** The text of an example that is searched for in training rows: question and answer, joined by one space. */
export function evalText(example: Example): string {
  const { question, answer } = evalParts(example);
  return joined([question, answer]);
}

/**
 * The text of a training row: instruction, input and output; or prompt and completion; or question and answer; or the
 * texts of all messages (also ShareGPT's conversations) without role names; or text. Joined by one space, absent and
 * empty fields left out; a number or a boolean is its text, a list the texts of its elements.
 * @returns null where none of these fields has any text
 */
export function trainingText(row: JsonObject): string | null {
  for (const group of FIELD_GROUPS) {
    const text = joined(group.map((key) => fieldText(row, key)));
    if (text !== '') return text;
  }
  return null;
}

function questionOf({ fields, messages, prompt }: Example): string {
  if (messages !== null) return joined(messages.map(({ content }) => content));
  // A row may have its instruction a second time in a prompt, dressed in a template: the instruction is what leaks.
  const instruction = fieldText(fields, 'instruction');
  const isDressed = instruction !== '' && prompt === fieldText(fields, 'prompt');
  return isDressed ? joined([instruction, fieldText(fields, 'input')]) : (prompt ?? '');
}

function fieldText(row: JsonObject, key: string): string {
  const value = Object.hasOwn(row, key) ? row[key]! : null;
  return Array.isArray(value) ? joined((value as readonly Json[]).map(elementText)) : elementText(value);
}

/** The text of one value, or of one message (`content`, or ShareGPT's `value`). */
function elementText(element: Json): string {
  if (!isObject(element)) return scalarText(element);
  for (const key of ['content', 'value', 'text']) {
    const content = Object.hasOwn(element, key) ? element[key]! : null;
    const text = Array.isArray(content) ? (content as readonly Json[]).map(partText).join('') : scalarText(content);
    if (text !== '') return text;
  }
  return '';
}

/** A message may be a list of parts, of which pictures and sounds have no text. */
function partText(part: Json): string {
  return isObject(part) ? scalarText(Object.hasOwn(part, 'text') ? part['text']! : null) : scalarText(part);
}

function scalarText(value: Json): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}
