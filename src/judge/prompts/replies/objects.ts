/** A value in a reply. What is neither quoted nor an object or list is kept as it stands. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bare'; readonly text: string }
  | { readonly kind: 'object'; readonly entries: readonly Entry[] }
  | { readonly kind: 'list' };

export interface Entry {
  readonly key: string;
  readonly value: Value;
}

export interface FoundObject {
  readonly entries: readonly Entry[];
  /** Where it stands: from its opening brace to behind its closing one. */
  readonly from: number;
  readonly to: number;
}

/** More than a verdict has, and few enough that a hostile reply can't fill the memory. */
const MAX_ENTRIES = 1_000;
const MAX_DEPTH = 32;
const MAX_BARE = 200;

/** An object that begins like JSON and can't be read to its end. */
export class Unreadable extends Error {}

/**
 * The outermost JSON objects of a text, in code fences or among prose, one after another. Read by our own rules and not
 * by JSON.parse, so that a key given twice is seen, and three things that models do are understood: line ends and
 * backslashes as they are inside a text, a comma behind the last entry, and values without quotes (`8/10`, `<a number>`).
 * Braces of prose and code are passed over: an object begins with a brace, a quoted key and a colon. Takes linear time.
 * @throws Unreadable where one begins and does not end well; what stands inside it is nobody's verdict
 */
export function* objectsIn(text: string): Generator<FoundObject> {
  let from = text.indexOf('{');
  while (from !== -1) {
    const reader = new Reader(text, from + 1);
    const entries = reader.beginsObject() ? reader.entries() : null;
    if (entries !== null) yield { entries, from, to: reader.at };
    from = text.indexOf('{', entries === null ? from + 1 : reader.at);
  }
}

class Reader {
  #entries = 0;

  constructor(
    readonly text: string,
    public at: number,
  ) {}

  /** Whether a quoted key and a colon follow; does not move. */
  beginsObject(): boolean {
    const start = this.at;
    try {
      this.skipSpace();
      if (this.text[this.at] !== '"') return false;
      this.quoted();
      this.skipSpace();
      return this.text[this.at] === ':';
    } catch (error) {
      if (error instanceof Unreadable) return false;
      throw error;
    } finally {
      this.at = start;
    }
  }

  /** The rest of an object, behind its opening brace. */
  entries(depth = 1): readonly Entry[] {
    const entries: Entry[] = [];
    this.skipSpace();
    while (!this.takes('}')) {
      const key = this.quoted();
      this.skipSpace();
      if (!this.takes(':') || ++this.#entries > MAX_ENTRIES) throw new Unreadable();
      entries.push({ key, value: this.value(depth) });
      if (!this.takes(',') && this.text[this.at] !== '}') throw new Unreadable();
      this.skipSpace();
    }
    return entries;
  }

  /** A value and the space around it. */
  private value(depth: number): Value {
    if (depth > MAX_DEPTH) throw new Unreadable();
    this.skipSpace();
    const value = this.bareValue(depth);
    this.skipSpace();
    return value;
  }

  private bareValue(depth: number): Value {
    if (this.takes('{')) return { kind: 'object', entries: this.entries(depth + 1) };
    if (this.takes('[')) {
      while (!this.takes(']')) {
        this.value(depth + 1);
        if (!this.takes(',') && this.text[this.at] !== ']') throw new Unreadable();
        this.skipSpace();
      }
      return { kind: 'list' };
    }
    return this.text[this.at] === '"' ? { kind: 'text', text: this.quoted() } : { kind: 'bare', text: this.bare() };
  }

  /** A value without quotes: to the next sign of structure, or a placeholder such as `<a number>` as a whole. */
  private bare(): string {
    const pattern = this.text[this.at] === '<' ? PLACEHOLDER : BARE;
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    if (found.trim() === '') throw new Unreadable();
    this.at += found.length;
    return found.trim();
  }

  /** A text in quotes. A backslash that means nothing in JSON, as in `\(x\)`, stands for itself. */
  private quoted(): string {
    if (!this.takes('"')) throw new Unreadable();
    const from = this.at;
    while (this.text[this.at] !== '"') {
      if (this.at >= this.text.length) throw new Unreadable();
      this.at += this.text[this.at] === '\\' ? 2 : 1;
    }
    return this.text.slice(from, this.at++).replace(ESCAPE, unescaped);
  }

  private skipSpace(): void {
    while (' \t\r\n'.includes(this.text[this.at] ?? '-')) this.at++;
  }

  private takes(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/gu;
const BARE = new RegExp(String.raw`[^"{}[\],\n]{1,${MAX_BARE}}`, 'uy');
const PLACEHOLDER = new RegExp(String.raw`<[^<>{}\n]{1,${MAX_BARE}}>`, 'uy');

const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function unescaped(escape: string): string {
  if (escape[1] === 'u') return String.fromCharCode(parseInt(escape.slice(2), 16));
  return ESCAPED[escape[1]!] ?? escape[1]!;
}
