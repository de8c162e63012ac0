import { GateError } from '../../errors.js';
import { isObject } from '../formats/rows.js';
import type { Json, Message, Source } from '../types.js';

/** ShareGPT's names, and others in use, for the roles of a chat. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ['human', 'user'],
  ['gpt', 'assistant'],
  ['model', 'assistant'],
  ['bot', 'assistant'],
]);

/** True for a list whose first element looks like a turn: `{role, content}`, or ShareGPT's `{from, value}`. */
export function isChat(value: Json): value is readonly Json[] {
  const first = Array.isArray(value) ? (value as readonly Json[])[0] : undefined;
  return isObject(first) && (Object.hasOwn(first, 'role') || Object.hasOwn(first, 'from'));
}

/**
 * The turns of a chat, roles in OpenAI's words.
 * @throws GateError for anything that is not a list of turns
 */
export function messagesOf(value: Json, key: string, source: Source): readonly Message[] | null {
  if (value === null) return null;
  if (!Array.isArray(value)) throw new GateError('must be a list of messages', { ...source, key });
  return (value as readonly Json[]).map((turn, i) => messageOf(turn, `${key}[${i}]`, source));
}

function messageOf(turn: Json, key: string, source: Source): Message {
  if (!isObject(turn)) throw new GateError('a message must be an object with role and content', { ...source, key });
  const [roleKey, contentKey] = Object.hasOwn(turn, 'from') ? ['from', 'value'] : ['role', 'content'];
  const role = Object.hasOwn(turn, roleKey) ? turn[roleKey]! : null;
  if (typeof role !== 'string') throw new GateError(`a message must have a ${roleKey}`, { ...source, key });
  const content = Object.hasOwn(turn, contentKey) ? turn[contentKey]! : null;
  return { role: ROLES.get(role) ?? role, content: contentText(content, `${key}.${contentKey}`, source) };
}

/**
 * A turn's text: a text, or a list of parts of which the ones with `text` count (pictures and sounds do not). Empty where
 * there is none, as in a turn that only calls a tool.
 */
export function contentText(content: Json, key: string, source: Source): string {
  if (content === null) return '';
  if (typeof content === 'string') return content;
  if (Array.isArray(content)) {
    return (content as readonly Json[])
      .map((part) => {
        if (typeof part === 'string') return part;
        if (isObject(part)) return typeof part['text'] === 'string' ? part['text'] : '';
        throw new GateError('a part of a message must be an object', { ...source, key });
      })
      .join('');
  }
  throw new GateError('must be a text or a list of parts', { ...source, key });
}

/** What the model said last in a chat; null where the chat ends with somebody else. */
export function lastAnswer(messages: readonly Message[]): string | null {
  const last = messages.at(-1);
  return last?.role === 'assistant' ? last.content : null;
}

/** The user's side of a chat as one text. */
export function userText(messages: readonly Message[]): string {
  return messages
    .filter((message) => message.role === 'user')
    .map((message) => message.content)
    .join('\n');
}
