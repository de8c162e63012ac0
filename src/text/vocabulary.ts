/** Small whole numbers for tokens, so that comparing and counting them costs no string work. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();

  /** The token's number, the same for equal tokens, from 0. */
  id(token: string): number {
    const known = this.#ids.get(token);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(token, id);
    return id;
  }

  /** The tokens' numbers, in order. */
  ids(tokens: readonly string[]): number[] {
    return tokens.map((token) => this.id(token));
  }
}
