import type { FieldNames, Json, JsonObject, Message, Source } from '../types.js';
import { isChat, messagesOf } from './messages.js';
import { textOf, valueOf } from './values.js';

/** Names of a prompt in one text, the contract's first; `instruction` may have an `input` beside it (alpaca). */
const PROMPT_NAMES = ['prompt', 'instruction', 'question', 'query', 'problem', 'input'];
/** Names of a chat, the contract's first; `conversations` is ShareGPT's. */
const MESSAGES_NAMES = ['messages', 'conversations', 'conversation'];

/** Every name under which a row's question is looked for. */
export const ASKING_NAMES: readonly string[] = [...PROMPT_NAMES, ...MESSAGES_NAMES];

export interface Asked {
  /** The row's own prompt in one text, null where it has none. */
  readonly prompt: string | null;
  /** The row's chat with all its turns, an answer at its end included; null where it has none. */
  readonly messages: readonly Message[] | null;
}

/**
 * What a row asks, in whichever shape it says so.
 * @throws GateError for a chat that is not a list of turns
 */
export function askedOf(row: JsonObject, fields: FieldNames, source: Source): Asked {
  const promptKey = firstPresent(row, [fields.prompt, ...PROMPT_NAMES]);
  const messagesKey = firstPresent(row, [fields.messages, ...MESSAGES_NAMES]);
  const value = promptKey === null ? null : valueOf(row, promptKey);
  // A prompt may itself be a chat, as in conversational prompt/completion data.
  const chatPrompt = isChat(value);
  const messages =
    messagesKey !== null
      ? messagesOf(valueOf(row, messagesKey), messagesKey, source)
      : chatPrompt
        ? messagesOf(value, promptKey!, source)
        : null;
  return { prompt: chatPrompt || promptKey === null ? null : promptText(row, promptKey, value, source), messages };
}

function promptText(row: JsonObject, key: string, value: Json, source: Source): string | null {
  const text = textOf(value, key, source);
  const input = key === 'instruction' ? textOf(valueOf(row, 'input'), 'input', source) : null;
  // Joined by a newline as LLaMA-Factory joins them, so that the prompts that it echoes pair.
  return text !== null && input !== null && input !== '' ? `${text}\n${input}` : text;
}

/** The first of some names under which a row has a value other than null. */
export function firstPresent(row: JsonObject, names: readonly (string | undefined)[]): string | null {
  for (const name of names) {
    if (name !== undefined && valueOf(row, name) !== null) return name;
  }
  return null;
}
