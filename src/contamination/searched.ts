import type { Example } from '../data/types.js';
import type { SearchInput } from './input.js';
import { fingerprinted, Standing } from './standing.js';

/** What a scan looks for: all suites' examples one after the other. */
export interface Searched {
  readonly searched: readonly { readonly suite: string; readonly example: Example }[];
  readonly names: readonly { readonly suite: string; readonly id: string }[];
  readonly standing: Standing;
}

export function searchedExamples({ suites, allowed, known }: SearchInput): Searched {
  const searched = suites.flatMap(({ suite, examples }) => examples.map((example) => ({ suite, example })));
  const names = searched.map(({ suite, example }) => ({ suite, id: example.id }));
  return { searched, names, standing: new Standing(fingerprinted(searched), allowed, known) };
}
