const AROUND = 150;
/** By this much of their beginnings words are told apart. */
const BEGINNING = 5;

/** The passages of a text that hold one of some words, and which groups of words they were. */
export interface Passages<G> {
  /** A line each; one that does not begin or end where its line does says so by `…`. Empty where there is none. */
  readonly text: string;
  readonly groups: ReadonlySet<G>;
}

/**
 * Looks for words by their first letters. Most texts hold none of them, or few, which spares them patterns that need one.
 * Of a phrase the longest word counts, which is the rarest.
 */
export class Finder<G> {
  readonly #groups = new Map<string, Set<G>>();

  constructor(phrases: Iterable<readonly [G, readonly string[]]>) {
    for (const [group, texts] of phrases) {
      for (const text of texts) {
        const words = text.match(/[a-z]+|[0-9]+/gu)!;
        const key = words.reduce((a, b) => (b.length >= a.length ? b : a)).slice(0, BEGINNING);
        this.#groups.set(key, (this.#groups.get(key) ?? new Set()).add(group));
      }
    }
  }

  passages(text: string): Passages<G> {
    const lines: string[] = [];
    const groups = new Set<G>();
    let from = 0;
    let to = -1;
    for (const { 0: word, index } of text.matchAll(/[a-z]+|[0-9]+/gu)) {
      const found = this.#groups.get(word.slice(0, BEGINNING));
      if (found === undefined) continue;
      for (const group of found) groups.add(group);
      if (index - AROUND > to) {
        if (to >= 0) lines.push(passage(text, from, to));
        from = Math.max(0, index - AROUND);
      }
      to = Math.min(text.length, index + AROUND);
    }
    if (to >= 0) lines.push(passage(text, from, to));
    return { text: lines.join('\n'), groups };
  }
}

function passage(text: string, from: number, to: number): string {
  const before = from === 0 || text[from - 1] === '\n' ? '' : '…';
  const after = to === text.length || text[to] === '\n' ? '' : '…';
  return `${before}${text.slice(from, to)}${after}`;
}
