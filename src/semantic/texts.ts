import { evalParts, placeAt, type TrainingRow } from '../contamination/index.js';
import type { Example } from '../data/types.js';
import type { RowText } from './nearest.js';

/** Of a longer text its beginning is embedded: about 1,000 tokens, which most models take. */
const MOST_CHARACTERS = 4_000;
/** Turns of a chat that are embedded. */
const MOST_TURNS = 8;

/** Keys that hold an answer, which leads away from the question that is looked for. */
const ANSWERS: readonly string[] = ['output', 'completion', 'answer'];

/** What of an example is embedded: its question, or its answer where it has none. `''`: it says nothing. */
export function exampleText(example: Example): string {
  const { question, answer } = evalParts(example);
  const text = embeddable(question);
  return text === '' ? embeddable(answer) : text;
}

/**
 * What of a training row is embedded: what it asks. Each turn of a chat is one text, but for the last, which is an answer;
 * else all fields but an output, completion or answer are one. A very long row is embedded by its first piece.
 * @param row the row's number in reading order
 */
export function rowTexts({ fields, text, source, piece }: TrainingRow, row: number): RowText[] {
  if (piece !== null && piece > 0) return [];
  const whole = { fields, text, source, piece };
  const starts: number[] = [];
  let at = 0;
  for (const field of fields) {
    starts.push(at);
    at += field.text.length + 1;
  }
  const isChat = fields.some(({ field }) => field.includes('['));
  const turns = fields.length > 1 ? fields.slice(0, -1) : fields;
  const asking = fields.filter(({ field }) => !ANSWERS.includes(field));
  const groups = isChat ? turns.slice(0, MOST_TURNS).map((turn) => [turn]) : [asking.length > 0 ? asking : fields];
  return groups.flatMap((group) => {
    const asked = embeddable(group.map((field) => field.text).join('\n'));
    if (asked === '') return [];
    return [{ row, text: asked, place: placeAt(whole, starts[fields.indexOf(group[0]!)]!) }];
  });
}

/** A text as it is sent: well-formed, without what ends a text for servers written in C, and not too long. */
function embeddable(text: string): string {
  const sent = text.slice(0, MOST_CHARACTERS).toWellFormed().replaceAll('\0', ' ').trim();
  return /[\p{L}\p{N}]/u.test(sent) ? sent : '';
}
