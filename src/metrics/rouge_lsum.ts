import type { Lcs, Tokens } from '../text/index.js';

/**
 * The hits of summary-level ROUGE-L (Lin 2004, section 3.2) as rouge_score 0.1.2 counts them: per reference sentence the
 * union of its LCS with each output sentence, a token hitting only while both sides have some of it left.
 */
export function summaryHits(output: readonly Tokens[], reference: readonly Tokens[], lcs: Lcs): number {
  if (output.length === 1 && reference.length === 1) return lcs.length(output[0]!, reference[0]!);
  const leftInOutput = counts(output);
  const leftInReference = counts(reference);
  const sentences = new Sentences(output, lcs);
  let hits = 0;
  for (const sentence of reference) {
    for (const position of sentences.unionWith(sentence)) {
      const token = sentence[position]!;
      const mine = leftInReference.get(token) ?? 0;
      const theirs = leftInOutput.get(token) ?? 0;
      if (mine === 0 || theirs === 0) continue;
      hits++;
      leftInReference.set(token, mine - 1);
      leftInOutput.set(token, theirs - 1);
    }
  }
  return hits;
}

/** The output's distinct sentences, found by their words: texts of thousands of lines would make millions of pairs. */
class Sentences {
  readonly #distinct: readonly Tokens[];
  readonly #withToken = new Map<number, number[]>();
  readonly #unions = new Map<string, readonly number[]>();
  readonly #lcs: Lcs;

  constructor(output: readonly Tokens[], lcs: Lcs) {
    this.#lcs = lcs;
    this.#distinct = [...new Map(output.map((sentence) => [keyOf(sentence), sentence])).values()];
    this.#distinct.forEach((sentence, index) => {
      for (const token of new Set(Array.from(sentence))) {
        const known = this.#withToken.get(token);
        if (known === undefined) this.#withToken.set(token, [index]);
        else known.push(index);
      }
    });
  }

  /** Positions in a reference sentence that are in its LCS with any output sentence, in order. */
  unionWith(sentence: Tokens): readonly number[] {
    const key = keyOf(sentence);
    const known = this.#unions.get(key);
    if (known !== undefined) return known;
    const positionsWith = this.#lcs.positions(sentence);
    const seen = new Set<number>();
    const union = new Set<number>();
    for (let position = 0; position < sentence.length; position++) {
      for (const index of this.#withToken.get(sentence[position]!) ?? []) {
        if (union.has(position)) break;
        if (seen.has(index)) continue;
        seen.add(index);
        for (const hit of positionsWith(this.#distinct[index]!)) union.add(hit);
      }
    }
    const sorted = [...union].sort((a, b) => a - b);
    this.#unions.set(key, sorted);
    return sorted;
  }
}

function keyOf(sentence: Tokens): string {
  return Array.from(sentence).join(' ');
}

function counts(sentences: readonly Tokens[]): Map<number, number> {
  const result = new Map<number, number>();
  for (const sentence of sentences) {
    for (let i = 0; i < sentence.length; i++) result.set(sentence[i]!, (result.get(sentence[i]!) ?? 0) + 1);
  }
  return result;
}
