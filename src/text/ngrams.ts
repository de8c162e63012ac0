/** Tokens as numbers: a vocabulary's ids or code points. */
export type Tokens = ArrayLike<number>;

/**
 * For each order 1..maxOrder how many of the hypothesis' n-grams stand in a reference, each n-gram counted at most as often
 * as it stands in the reference that has most of it (BLEU's clipped counts; with one reference those of ROUGE-N and chrF).
 *
 * An n-gram can only match where the shorter one that it starts with did, so each order looks at what is left of the last.
 */
export function clippedMatches(hypothesis: Tokens, references: readonly Tokens[], maxOrder: number): number[] {
  const hyp = new Positions(hypothesis);
  const refs = references.map((reference) => new Positions(reference));
  const matches: number[] = [];
  for (let order = 1; order <= maxOrder; order++) {
    const grams = new Grams(hyp.open);
    hyp.advance(order, (prefix, token) => grams.add(prefix, token));
    const most = new Int32Array(grams.size);
    for (const ref of refs) {
      const counts = new Int32Array(grams.size);
      ref.advance(order, (prefix, token) => grams.find(prefix, token));
      ref.each((gram) => {
        counts[gram]!++;
        most[gram] = Math.max(most[gram]!, counts[gram]!);
      });
    }
    matches.push(grams.clippedBy(most));
    hyp.keep((gram) => most[gram]! > 0);
  }
  return matches;
}

/** Where a text's n-grams of the last order start that may still match, with each one's number. */
class Positions {
  readonly #tokens: Tokens;
  readonly #starts: Int32Array;
  readonly #grams: Int32Array;
  open: number;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
    this.open = tokens.length;
    this.#starts = new Int32Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) this.#starts[i] = i;
    this.#grams = new Int32Array(tokens.length);
  }

  /** Lengthens each n-gram by its next token; those that run out, or that `number` does not know (-1), are dropped. */
  advance(order: number, number: (prefix: number, token: number) => number): void {
    let kept = 0;
    for (let i = 0; i < this.open; i++) {
      const start = this.#starts[i]!;
      if (start + order > this.#tokens.length) break;
      const gram = number(this.#grams[i]!, this.#tokens[start + order - 1]!);
      if (gram < 0) continue;
      this.#starts[kept] = start;
      this.#grams[kept++] = gram;
    }
    this.open = kept;
  }

  each(visit: (gram: number) => void): void {
    for (let i = 0; i < this.open; i++) visit(this.#grams[i]!);
  }

  keep(wanted: (gram: number) => boolean): void {
    let kept = 0;
    for (let i = 0; i < this.open; i++) {
      if (!wanted(this.#grams[i]!)) continue;
      this.#starts[kept] = this.#starts[i]!;
      this.#grams[kept++] = this.#grams[i]!;
    }
    this.open = kept;
  }
}

/** Numbers for the hypothesis' n-grams of one order, each known by its prefix' number and its last token, and their counts. */
class Grams {
  readonly #slots: Int32Array; // number + 1 of the n-gram there, 0 where free
  readonly #prefixes: Int32Array;
  readonly #tokens: Int32Array;
  readonly #counts: Int32Array;
  size = 0;

  constructor(capacity: number) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * capacity + 2)));
    this.#prefixes = new Int32Array(capacity);
    this.#tokens = new Int32Array(capacity);
    this.#counts = new Int32Array(capacity);
  }

  add(prefix: number, token: number): number {
    const slot = this.#slot(prefix, token);
    if (this.#slots[slot] === 0) {
      this.#prefixes[this.size] = prefix;
      this.#tokens[this.size] = token;
      this.#slots[slot] = ++this.size;
    }
    const gram = this.#slots[slot]! - 1;
    this.#counts[gram]!++;
    return gram;
  }

  find(prefix: number, token: number): number {
    return this.#slots[this.#slot(prefix, token)]! - 1;
  }

  clippedBy(most: Int32Array): number {
    let sum = 0;
    for (let gram = 0; gram < this.size; gram++) sum += Math.min(this.#counts[gram]!, most[gram]!);
    return sum;
  }

  /** The n-gram's slot, or the free one where it belongs (open addressing, at most half full). */
  #slot(prefix: number, token: number): number {
    const mask = this.#slots.length - 1;
    let hash = Math.imul(prefix, 0x9e3779b1) ^ Math.imul(token + 1, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 13)) & mask;
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      if (this.#prefixes[entry - 1] === prefix && this.#tokens[entry - 1] === token) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
