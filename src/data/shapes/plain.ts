import type { Json, JsonObject } from '../types.js';

/**
 * Tells rows that are plain: of the names that mean something they have no more than the plainest ones. Then nothing else
 * needs to be looked for, which is most of the time that a small row takes. Rows of one file mostly have the same keys, so
 * the last row's are remembered.
 */
export class PlainKeys {
  readonly #telling: ReadonlySet<string>;
  readonly #prefix: string | null;
  #last: string[] = [];
  #fits = true;

  /**
   * @param names that mean something
   * @param plain those of them that a plain row may have
   * @param prefix of names that mean something too
   */
  constructor(names: readonly string[], plain: readonly string[], prefix: string | null = null) {
    this.#telling = new Set(names.filter((name) => !plain.includes(name)));
    this.#prefix = prefix;
  }

  has(row: JsonObject): boolean {
    let count = 0;
    let same = true;
    for (const key in row) if (key !== this.#last[count++]) same = false;
    if (!same || count !== this.#last.length) {
      this.#last = Object.keys(row);
      this.#fits = this.#last.every(
        (key) => !this.#telling.has(key) && !(this.#prefix && key.startsWith(this.#prefix)),
      );
    }
    return this.#fits;
  }
}

/** An id that is a text or a whole number; null for any other, which may be one all the same. */
export function plainId(value: Json | undefined): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null;
}

/** Texts that are longer hardly repeat. */
const LONGEST = 64;
const MOST = 10_000;

/** One value for all equal short texts, such as the labels of a million rows. */
export class SharedByText<T> {
  readonly #known = new Map<string, T>();

  constructor(private readonly make: (text: string) => T) {}

  of(text: string): T {
    if (text.length > LONGEST) return this.make(text);
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const value = this.make(text);
    if (this.#known.size < MOST) this.#known.set(text, value);
    return value;
  }
}
