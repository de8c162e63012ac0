/** Terms of one text that count. */
const MOST_TERMS = 400;
/** A term in a larger share of the examples tells none of them from the others. */
const COMMON = 0.1;
/** Examples have the same rows among their best: with so many times its part for each of them the room is used up. */
const SHARED = 4;
/** Below so many examples any term counts. */
const FEW = 20;

/**
 * The rows that are worth embedding where there are too many: for each example those that share most with it, by words and
 * numbers weighed by how few examples have them. A paraphrase keeps names, numbers and terms; a translation its numbers and
 * names. One that keeps nothing is not among them.
 */
export class Candidates {
  readonly #postings = new Map<string, number[]>();
  readonly #weights = new Map<string, number>();
  readonly #best: { readonly row: number; readonly score: number }[][];
  readonly #most: number;
  readonly #perExample: number;
  readonly #scores: Float64Array;

  /**
   * @param texts of the examples
   * @param most rows to choose
   */
  constructor(texts: readonly string[], most: number) {
    this.#most = most;
    this.#perExample = Math.ceil((SHARED * most) / Math.max(1, texts.length));
    this.#best = texts.map(() => []);
    this.#scores = new Float64Array(texts.length);
    texts.forEach((text, example) => {
      for (const term of termsOf(text)) {
        const postings = this.#postings.get(term);
        if (postings === undefined) this.#postings.set(term, [example]);
        else postings.push(example);
      }
    });
    for (const [term, { length }] of this.#postings) {
      if (length > Math.max(FEW, COMMON * texts.length)) this.#postings.delete(term);
      else this.#weights.set(term, Math.log(1 + texts.length / length));
    }
  }

  /** @param row its number; rows come in order, and one may come in several texts */
  offer(row: number, text: string): void {
    const terms = termsOf(text);
    const touched: number[] = [];
    for (const term of terms) {
      const weight = this.#weights.get(term);
      if (weight === undefined) continue;
      for (const example of this.#postings.get(term)!) {
        if (this.#scores[example] === 0) touched.push(example);
        this.#scores[example]! += weight;
      }
    }
    const length = Math.sqrt(1 + terms.size);
    for (const example of touched) {
      this.#keep(this.#best[example]!, row, this.#scores[example]! / length);
      this.#scores[example] = 0;
    }
  }

  /** The chosen rows' numbers, at most as many as were allowed: each example's best, then each one's second, and so on. */
  chosen(): ReadonlySet<number> {
    const rows = new Set<number>();
    for (let rank = 0; rank < this.#perExample; rank++) {
      const round = this.#best.flatMap((best) => best.slice(rank, rank + 1));
      for (const { row } of round.sort((a, b) => b.score - a.score || a.row - b.row)) {
        if (rows.size >= this.#most) return rows;
        rows.add(row);
      }
    }
    return rows;
  }

  /** A list, best first; it is short, so that looking through it costs less than a heap. */
  #keep(best: { readonly row: number; readonly score: number }[], row: number, score: number): void {
    const full = best.length >= this.#perExample;
    if (full && best.at(-1)!.score >= score) return;
    let low = 0;
    for (let high = best.length; low < high;) {
      const middle = (low + high) >> 1;
      if (best[middle]!.score >= score) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, { row, score });
    if (best.length > this.#perExample) best.pop();
  }
}

/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** What stands between thousands: 1,200 and 1 200 are 1200. */
const GROUPED = /(?<=\p{N})[,.'\u2019\u00a0\u202f ](?=\p{N}{3}(?!\p{N}))/gu;

/** A text's distinct words and numbers; of scripts without spaces every two characters that follow one another. */
function termsOf(text: string): Set<string> {
  const terms = new Set<string>();
  const plain = text.normalize('NFKC').toLowerCase().replace(GROUPED, '');
  for (const [word] of plain.matchAll(/\p{N}+|[\p{L}\p{M}]+/gu)) {
    if (terms.size >= MOST_TERMS) break;
    if (!UNSPACED.test(word)) {
      terms.add(word);
      continue;
    }
    const characters = Array.from(word);
    if (characters.length === 1) terms.add(word);
    for (let i = 1; i < characters.length; i++) terms.add(characters[i - 1]! + characters[i]!);
  }
  return terms;
}
