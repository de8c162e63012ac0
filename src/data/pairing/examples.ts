import { GateError } from '../../errors.js';
import type { Example } from '../types.js';
import { ContainedPrompts } from './contained.js';
import { shorten } from '../shorten.js';

/** An eval set with the look-ups that pairing needs, made once for both models. */
export class ExampleIndex {
  /** Null where the set has no ids of its own. */
  readonly byId: IdIndex | null;
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
    this.byId = ownIds ? new IdIndex(examples) : null;
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

/** Positions by id. */
export class IdIndex {
  private readonly positions: () => ReadonlyMap<string, number>;

  /** @throws GateError where an id stands twice */
  constructor(private readonly examples: readonly Example[]) {
    this.positions = once(() => indexIds(examples));
    // Ids that count up are unique, and rows in the same order need no look-up: most files are of this kind.
    if (!countUp(examples)) this.positions();
  }

  /** @param guess where the id may well be */
  find(id: string, guess: number): number | undefined {
    return this.examples[guess]?.id === id ? guess : this.positions().get(id);
  }
}

function countUp(examples: readonly Example[]): boolean {
  let last = '';
  return examples.every(({ id }) => {
    const after = comesAfter(id, last);
    last = id;
    return after;
  });
}

/** True where one id is longer than another, or equally long and greater, as numbers are that count up. */
function comesAfter(id: string, earlier: string): boolean {
  return id.length === earlier.length ? id > earlier : id.length > earlier.length;
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
