import { GateError } from '../../errors.js';
import type { Example } from '../types.js';
import { ContainedPrompts } from './contained.js';
import { shorten } from '../shorten.js';

/** An eval set with the look-ups that pairing needs, made once for both models. */
export class ExampleIndex {
  /** Positions by id, null where the set has no ids of its own. */
  readonly byId: ReadonlyMap<string, number> | null;
  private readonly ofPrompts: () => PromptIndex | null;
  private readonly ofContained: () => ContainedPrompts;

  /**
   * @param ownIds false where the ids are the examples' positions
   * @throws GateError where an id stands twice
   */
  constructor(
    readonly examples: readonly Example[],
    ownIds: boolean,
  ) {
    this.byId = ownIds ? indexIds(examples) : null;
    this.ofPrompts = once(() => indexPrompts(examples));
    this.ofContained = once(() => new ContainedPrompts(examples.map(promptParts)));
  }

  /** Null where an example has no prompt. */
  get byPrompt(): PromptIndex | null {
    return this.ofPrompts();
  }

  /** For prompts that are wrapped in more text. */
  get contained(): ContainedPrompts {
    return this.ofContained();
  }
}

/** Most suites pair by id and never need the other look-ups. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    if (made === null) made = { value: make() };
    return made.value;
  };
}

function indexIds(examples: readonly Example[]): Map<string, number> {
  const positions = new Map<string, number>();
  examples.forEach(({ id, source }, i) => {
    const earlier = positions.get(id);
    if (earlier !== undefined) {
      const { file, line } = examples[earlier]!.source;
      throw new GateError(`id "${shorten(id)}" is already at ${file}:${line}; ids must be unique in a suite`, {
        ...source,
      });
    }
    positions.set(id, i);
  });
  return positions;
}

export interface PromptIndex {
  readonly positions: ReadonlyMap<string, number>;
  /** Two examples with one prompt, if there are any. */
  readonly repeated: readonly [number, number] | null;
}

function indexPrompts(examples: readonly Example[]): PromptIndex | null {
  const positions = new Map<string, number>();
  let repeated: [number, number] | null = null;
  for (const [i, example] of examples.entries()) {
    if (example.prompt === null) return null;
    const key = promptKey(example.prompt);
    const earlier = positions.get(key);
    if (earlier === undefined) positions.set(key, i);
    else repeated ??= [earlier, i];
  }
  return { positions, repeated };
}

/** Prompts are equal if they differ in white space at their ends only, which templates add and trim. */
export function promptKey(prompt: string): string {
  return prompt.trim();
}

/** The texts of a prompt that any template must keep: each of the user's turns. */
export function promptParts(example: Example): readonly string[] {
  const turns = example.messages?.filter((message) => message.role === 'user').map((message) => message.content) ?? [];
  const parts = turns.length > 1 ? turns : [example.prompt ?? ''];
  return parts.map(promptKey);
}
