import { GateError } from '../../errors.js';
import { didYouMean } from '../../nearest.js';
import { shorten } from '../shorten.js';
import type { Example, FieldNames, Json, JsonObject, Message, Source } from '../types.js';
import { isChat, lastAnswer, messagesOf, userText } from './messages.js';
import { plainId, PlainKeys, SharedByText } from './plain.js';
import { ASKING_NAMES, askedOf, firstPresent } from './prompt.js';
import { idOf, NO_TEXTS, referencesOf, tagsOf, valueOf } from './values.js';

const CONTRACT_NAMES: readonly string[] = ['references', 'reference'];

/**
 * Names of the accepted answers, best first: the contract's, then those of question/answer, prompt/completion and alpaca
 * data, then others in common use.
 */
export const REFERENCE_NAMES: readonly string[] = [
  ...CONTRACT_NAMES,
  'answers',
  'answer',
  'completion',
  'target',
  'expected',
  'expected_output',
  'ideal',
  'gold',
  'label',
  'output',
  'response',
  'solution',
];

/** Keys whose value may be SQuAD's `{"text": […], "answer_start": […]}`; elsewhere an object is an answer in JSON. */
const SQUAD_NAMES: readonly string[] = ['answers', 'answer'];

/** An eval row before the set's ids are known to be whole. */
export interface ExampleRow {
  readonly id: string | null;
  readonly example: Omit<Example, 'id'>;
  /** Where the references were read from, and other names that could have been meant. */
  readonly referenceKey: string | null;
  readonly otherReferenceKey: string | null;
}

/**
 * What an eval row means. Recognised without configuration: the contract's keys, alpaca (instruction, input, output),
 * chats (messages, or ShareGPT's conversations: a last turn of the assistant is the reference unless the row names one),
 * prompt/completion, question/answer (SQuAD's answers included). A name in `fields` goes before the recognised ones.
 * @throws GateError for a row that says nothing, or whose values have the wrong type
 */
export function exampleOf(row: JsonObject, fields: FieldNames, source: Source): ExampleRow {
  return plainExample(row, fields, source) ?? anyExample(row, fields, source);
}

const plainKeys = new PlainKeys(['id', ...ASKING_NAMES, ...REFERENCE_NAMES, 'tags'], ['id', 'prompt', 'reference']);
const listOf = new SharedByText((text) => [text] as readonly string[]);

/** What `anyExample` makes of a row with an id, a reference and perhaps a prompt, all texts (the id may be a number). */
function plainExample(row: JsonObject, fields: FieldNames, source: Source): ExampleRow | null {
  if (!plainKeys.has(row) || Object.keys(fields).length > 0) return null;
  const { reference, prompt = null } = row;
  const id = plainId(row['id']);
  if (id === null || typeof reference !== 'string' || (prompt !== null && typeof prompt !== 'string')) return null;
  const example = new PlainExample(row, prompt, listOf.of(reference), source);
  return { id, example, referenceKey: 'reference', otherReferenceKey: null };
}

/** The example of a row that is an id and a reference. */
export function labelExample(id: string | number, reference: string, source: Source): Example {
  return new PlainExample({ id, reference }, null, listOf.of(reference), source);
}

/** An example that keeps no more than what its row says: there may be millions. */
export class PlainExample implements Example {
  readonly #id: Json;
  /** Null for a row of an id and a reference, in this order: what most of millions are. */
  readonly #row: JsonObject | null;
  readonly #file: string;
  readonly #line: number;

  constructor(
    row: JsonObject,
    readonly prompt: string | null,
    readonly references: readonly string[],
    { file, line }: Source,
  ) {
    this.#id = row['id']!;
    this.#row = isIdAndReference(row) ? null : row;
    this.#file = file;
    this.#line = line;
  }

  get id(): string {
    return plainId(this.#id)!;
  }

  get fields(): JsonObject {
    return this.#row ?? { id: this.#id, reference: this.references[0]! };
  }

  get messages(): null {
    return null;
  }

  get tags(): readonly string[] {
    return NO_TEXTS;
  }

  get source(): Source {
    return { file: this.#file, line: this.#line };
  }
}

function isIdAndReference(row: JsonObject): boolean {
  let count = 0;
  for (const key in row) if (key !== (count++ === 0 ? 'id' : 'reference')) return false;
  return count === 2;
}

function anyExample(row: JsonObject, fields: FieldNames, source: Source): ExampleRow {
  const idKey = firstPresent(row, [fields.id, 'id']);
  const id = idKey === null ? null : idOf(valueOf(row, idKey), idKey, source);
  const asked = askedOf(row, fields, source);
  const { messages, answer } = splitAnswer(asked.messages);
  // A chat's last turn goes before a key that only may be a reference, such as the label of preference data.
  const named = [fields.references, fields.reference, ...(answer === null ? REFERENCE_NAMES : CONTRACT_NAMES)];
  const referenceKey = firstPresent(row, named);
  const own = referenceKey === null ? null : answersOf(row, referenceKey, source);
  const references = own ?? (answer === null ? NO_TEXTS : [answer]);
  const prompt = asked.prompt ?? (messages === null ? null : userText(messages));
  if (id === null && prompt === null && referenceKey === null && messages === null) throw saysNothing(row, source);
  const tagsKey = firstPresent(row, [fields.tags, 'tags']);
  return {
    id,
    example: {
      prompt,
      messages,
      references,
      tags: tagsKey === null ? NO_TEXTS : tagsOf(valueOf(row, tagsKey), tagsKey, source),
      fields: withContractNames(row, fields),
      source,
    },
    referenceKey,
    otherReferenceKey: otherReference(row, referenceKey, own, named, source),
  };
}

function answersOf(row: JsonObject, key: string, source: Source): readonly string[] {
  const value = valueOf(row, key);
  // Conversational prompt/completion data: the completion is a list of turns.
  if (isChat(value))
    return [
      messagesOf(value, key, source)!
        .map((message) => message.content)
        .join('\n'),
    ];
  return referencesOf(value, key, source, SQUAD_NAMES.includes(key));
}

/** A chat that ends with the assistant holds its own reference: the model is asked for what comes after the rest. */
function splitAnswer(messages: readonly Message[] | null): {
  messages: readonly Message[] | null;
  answer: string | null;
} {
  const answer = messages === null ? null : lastAnswer(messages);
  return { messages: answer === null ? messages : messages!.slice(0, -1), answer };
}

/** A second reference that says something else, so that the reader learns which one was taken. */
function otherReference(
  row: JsonObject,
  key: string | null,
  own: readonly string[] | null,
  names: readonly (string | undefined)[],
  source: Source,
): string | null {
  if (key === null || own === null || names.indexOf(key) < names.indexOf('answers')) return null;
  for (const name of names) {
    if (name === undefined || name === key || valueOf(row, name) === null) continue;
    if (JSON.stringify(answersOf(row, name, source)) !== JSON.stringify(own)) return name;
  }
  return null;
}

/** The row as slices see it: `category`, `difficulty` and `tags` under these names whatever the file calls them. */
function withContractNames(row: JsonObject, fields: FieldNames): JsonObject {
  let named: Record<string, Json> | null = null;
  for (const name of ['category', 'difficulty', 'tags'] as const) {
    const key = fields[name];
    if (key === undefined || key === name || !Object.hasOwn(row, key)) continue;
    named ??= { ...row };
    named[name] = row[key]!;
  }
  return named ?? row;
}

function saysNothing(row: JsonObject, source: Source): GateError {
  const keys = Object.keys(row);
  const known = ['id', ...ASKING_NAMES, ...REFERENCE_NAMES];
  const hint = keys.map((key) => didYouMean(key, known)).find((text) => text !== '') ?? '';
  const has = keys.length === 0 ? 'no keys' : `the keys ${keys.slice(0, 10).map(shorten).join(', ')}`;
  return new GateError(
    `an eval row needs an id, a prompt or a reference, but this one has ${has}${hint}; name them under fields`,
    { ...source },
  );
}
