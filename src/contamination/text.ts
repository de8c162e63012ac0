import type { Example } from '../data/types.js';
import { keyText } from './training-text.js';

/** The two halves of an eval text. Either may be empty. */
export interface EvalParts {
  readonly question: string;
  readonly answer: string;
}

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

function questionOf({ fields, messages, prompt }: Example): string {
  if (messages !== null) return joined(messages.map(({ content }) => content));
  // A row may have its instruction a second time in a prompt, dressed in a template: the instruction is what leaks.
  const instruction = keyText(fields, 'instruction');
  const isDressed = instruction !== '' && prompt === keyText(fields, 'prompt');
  return isDressed ? joined([instruction, keyText(fields, 'input')]) : (prompt ?? '');
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}
