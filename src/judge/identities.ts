import type { Example } from '../data/types.js';

/** Numbers for what questions are made of: equal texts have equal numbers, and so have equal examples. */
export interface Identities {
  text(text: string): number;
  /** @param at position in the suite */
  example(at: number): number;
}

/** Telling questions apart by these takes a small part of the time that hashing them does. */
export function identities(examples: readonly Pick<Example, 'prompt' | 'messages' | 'references'>[]): Identities {
  const numbers = new Map<string, number>();
  const text = (one: string): number => {
    const number = numbers.get(one) ?? numbers.size;
    numbers.set(one, number);
    return number;
  };
  const known = new Map<number, number>();
  const example = (at: number): number => {
    const { prompt, messages, references } = examples[at]!;
    const number =
      known.get(at) ??
      text(
        JSON.stringify([
          prompt === null ? null : text(prompt),
          messages?.map(({ role, content }) => [text(role), text(content)]) ?? null,
          references.map(text),
        ]),
      );
    known.set(at, number);
    return number;
  };
  return { text, example };
}
