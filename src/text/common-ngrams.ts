import type { Tokens } from './ngrams.js';

/** Stands after a text and equals nothing, so that an n-gram that runs out has no partner. */
const END = 0;
/** Positions are moved four at a time: loads that need not wait for one another's stores take about half the time. */
const AT_ONCE = 4;

/**
 * How many n-grams two texts have in common, each as often as it stands in both (the matches of chrF and ROUGE-N).
 *
 * The positions of both texts are sorted together by the tokens that begin there. Then those that share their first n
 * tokens lie side by side, for every n. That takes O(tokens * orders) time whatever the texts hold, where a hash table
 * would have keys that a text can make collide. An instance keeps its arrays from one pair of texts to the next.
 */
export class CommonNgrams {
  readonly #orders: number;
  /** By token its symbol, its number among the pair's tokens from 1 in order of appearance; 0 between pairs. */
  #numbers = new Int32Array(1);
  /** Both texts in symbols, an END after the first, and ENDs after the second up to a multiple of AT_ONCE. */
  #symbols = new Int32Array(0);
  /** By symbol how often it stands there. */
  #counts = new Int32Array(0);
  /** By symbol where the next position that has it belongs. */
  #next = new Int32Array(0);
  #sorted = new Int32Array(0);
  #unsorted = new Int32Array(0);
  /** By order - 1 the balance (see #unmatched) before the present run of equal n-grams. */
  readonly #before: Int32Array;

  /** @param orders n-grams of 1 to so many tokens are counted */
  constructor(orders: number) {
    this.#orders = orders;
    this.#before = new Int32Array(orders);
  }

  /**
   * For each order 1..orders the number of n-grams in common.
   * @param a tokens: whole numbers from 0; memory is kept up to the greatest
   */
  count(a: Tokens, b: Tokens): number[] {
    const tokens = a.length + b.length;
    const size = Math.ceil((tokens + 2) / AT_ONCE) * AT_ONCE;
    if (size > this.#symbols.length) this.#reserve(2 * size);
    const symbols = this.#number(b, a.length + 1, this.#number(a, 0, END + 1));
    this.#forget(a);
    this.#forget(b);
    this.#symbols[a.length] = END;
    this.#symbols.fill(END, tokens + 1, size);
    this.#counts[END] = size - tokens;
    this.#sort(size, symbols);
    return this.#unmatched(a.length, size).map((unmatched) => (tokens - unmatched) / 2);
  }

  #reserve(size: number): void {
    this.#symbols = new Int32Array(size);
    this.#counts = new Int32Array(size);
    this.#next = new Int32Array(size);
    this.#sorted = new Int32Array(size);
    this.#unsorted = new Int32Array(size);
  }

  /** Writes a text's symbols from `at` on and counts them; gives the symbol that the next new token will have. */
  #number(text: Tokens, at: number, unused: number): number {
    const symbols = this.#symbols;
    const counts = this.#counts;
    let numbers: Int32Array = this.#numbers;
    for (let i = 0; i < text.length; i++) {
      const token = text[i]!;
      if (token >= numbers.length) numbers = this.#widen(token);
      let symbol = numbers[token]!;
      if (symbol === 0) {
        symbol = unused++;
        numbers[token] = symbol;
        counts[symbol] = 0;
      }
      symbols[at + i] = symbol;
      counts[symbol]!++;
    }
    return unused;
  }

  #widen(token: number): Int32Array {
    const wider = new Int32Array(2 * (token + 1));
    wider.set(this.#numbers);
    this.#numbers = wider;
    return wider;
  }

  #forget(text: Tokens): void {
    const numbers = this.#numbers;
    for (let i = 0; i < text.length; i++) numbers[text[i]!] = 0;
  }

  /**
   * Sorts all positions by the first `orders` symbols from there on, going round at the end. Where positions are sorted by
   * k symbols, those before them are sorted by the k after their own, and a counting sort by their own makes it k + 1.
   */
  #sort(size: number, symbolCount: number): void {
    const symbols = this.#symbols;
    const counts = this.#counts;
    const next = this.#next;
    let from = this.#unsorted;
    let to = this.#sorted;
    for (let i = 0; i < size; i++) from[i] = i;
    for (let k = 0; k < this.#orders; k++) {
      let start = 0;
      for (let symbol = 0; symbol < symbolCount; symbol++) {
        next[symbol] = start;
        start += counts[symbol]!;
      }
      for (let i = 0; i < size; i += AT_ONCE) {
        const a = (from[i]! || size) - 1; // before the first comes the last
        const b = (from[i + 1]! || size) - 1;
        const c = (from[i + 2]! || size) - 1;
        const d = (from[i + 3]! || size) - 1;
        const symbolA = symbols[a]!;
        const symbolB = symbols[b]!;
        const symbolC = symbols[c]!;
        const symbolD = symbols[d]!;
        to[next[symbolA]!++] = a;
        to[next[symbolB]!++] = b;
        to[next[symbolC]!++] = c;
        to[next[symbolD]!++] = d;
      }
      [from, to] = [to, from];
    }
    this.#sorted = from;
    this.#unsorted = to;
  }

  /**
   * By order how many n-grams of either text are left without a partner: over all runs of equal ones, how many more the
   * one text has than the other. A position too near its text's end for an n-gram counts as one that is left.
   */
  #unmatched(lengthOfA: number, size: number): number[] {
    const orders = this.#orders;
    const symbols = this.#symbols;
    const sorted = this.#sorted;
    const before = this.#before.fill(0);
    const unmatched = new Array<number>(orders).fill(0);
    let balance = 0; // positions of `a` less those of `b` so far
    let previous = lengthOfA; // an END
    for (let i = this.#counts[END]!; i < size; i++) {
      const position = sorted[i]!;
      let shared = 0;
      for (; shared < orders; shared++) {
        const symbol = symbols[position + shared]!;
        if (symbol === END || symbol !== symbols[previous + shared]) break;
      }
      for (let k = shared; k < orders; k++) {
        unmatched[k]! += Math.abs(balance - before[k]!);
        before[k] = balance;
      }
      balance += position < lengthOfA ? 1 : -1;
      previous = position;
    }
    return unmatched.map((count, k) => count + Math.abs(balance - before[k]!));
  }
}
