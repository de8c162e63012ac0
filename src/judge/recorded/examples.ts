import { idOf, promptKey, shorten, valueOf } from '../../data/index.js';
import type { Example, Source } from '../../data/types.js';
import { GateError } from '../../errors.js';
import type { Mention } from './reading.js';
import type { JudgedSuite } from './types.js';

/** An example by its positions. */
export interface Found {
  readonly suite: number;
  readonly example: number;
}

/** Finds the example that a recorded judgment is about, in any of several suites. */
export class ExampleFinder {
  private readonly byKey = new Map<string, readonly Lookup[]>();

  constructor(private readonly suites: readonly JudgedSuite[]) {}

  /**
   * By id, where the row has one: the example's own, or what it holds under the same key (`question_id`, `index`); else by
   * prompt, white space at its ends apart.
   * @returns null where no suite has it
   * @throws GateError where several examples fit, or the row repeats another prompt than the example with its id has
   */
  find(mention: Mention, source: Source): Found | null {
    const { suite, id, key, prompt } = mention;
    const name = id ?? promptKey(prompt!);
    const lookups = this.lookups(id === null ? 'prompt' : key);
    const found = lookups.flatMap((lookup, at): Found[] => {
      const examples = suite === null || suite === this.suites[at]!.name ? (lookup.get(name) ?? []) : [];
      return examples.map((example) => ({ suite: at, example }));
    });
    const [first, second] = found;
    if (second !== undefined) throw this.ambiguous(first!, second, id, source);
    if (first !== undefined && id !== null) this.checkPrompt(first, prompt, source);
    return first ?? null;
  }

  /** Where an example stands, for messages. */
  example({ suite, example }: Found): Example {
    return this.suites[suite]!.rows.examples[example]!;
  }

  private lookups(key: Mention['key'] | 'prompt'): readonly Lookup[] {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const made = this.suites.map(({ rows }) => makeLookup(rows.examples, (example) => namesOf(example, key)));
    this.byKey.set(key, made);
    return made;
  }

  private ambiguous(a: Found, b: Found, id: string | null, source: Source): GateError {
    const what = id === null ? 'its instruction' : `id "${shorten(id)}"`;
    if (a.suite !== b.suite) {
      const [one, other] = [this.suites[a.suite]!.name, this.suites[b.suite]!.name];
      return new GateError(`${what} is in the suites ${one} and ${other}; add a suite key to the row`, { ...source });
    }
    const [one, other] = [a, b].map((found) => placeOf(this.example(found).source));
    return new GateError(`${what} fits several examples (${one!}, ${other!}); give the rows unique ids`, { ...source });
  }

  private checkPrompt(found: Found, prompt: string | null, source: Source): void {
    const example = this.example(found);
    if (prompt === null || example.prompt === null || promptKey(prompt) === promptKey(example.prompt)) return;
    const where = placeOf(example.source);
    throw new GateError(`repeats another instruction than the example with its id (${where})`, { ...source });
  }
}

/** Positions of examples by a name of theirs; more than one where they share it. */
type Lookup = ReadonlyMap<string, readonly number[]>;

function makeLookup(examples: readonly Example[], namesOf: (example: Example) => readonly string[]): Lookup {
  const lookup = new Map<string, number[]>();
  examples.forEach((example, at) => {
    for (const name of namesOf(example)) {
      const earlier = lookup.get(name);
      if (earlier === undefined) lookup.set(name, [at]);
      else earlier.push(at);
    }
  });
  return lookup;
}

/** What an example is known by under a key. A field of that name goes before the id: they may number differently. */
function namesOf({ id, prompt, fields, source }: Example, key: Mention['key'] | 'prompt'): readonly string[] {
  if (key === 'prompt') return prompt === null ? [] : [promptKey(prompt)];
  const value = key === 'id' ? null : valueOf(fields, key);
  const own = typeof value === 'string' || typeof value === 'number' ? idOf(value, key, source) : null;
  return [own ?? id];
}

function placeOf({ file, line }: Source): string {
  return `${file}:${line}`;
}
