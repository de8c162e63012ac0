import type { GramSieve } from '../../../src/contamination/ngram/index.js';
import { gramSieve } from '../../../src/contamination/ngram/sieve.js';

/** The same numbers for the same seed, 0-1 (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const LEAK = 'A robe takes 2 bolts of blue fiber and half that much white fiber. How many bolts in total does it take?';

/** One question, of which rows of `hostileLines` hold parts. */
export const QUESTIONS = [{ question: LEAK, answer: 'It takes 2/2=<<2/2=1>>1 bolt of white fiber. #### 3' }];

export const sieve: GramSieve = gramSieve(QUESTIONS, 3);

/** Lines as careless or ill-meaning people write them: what a scan must not stumble over, one by one and mixed. */
export function hostileLines(seed: number, count: number): Buffer[] {
  const next = random(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  let isMild = true; // half of the rows have nothing odd but their layout
  const word = (): string =>
    isMild
      ? pick(['the', 'Robe', 'takes', '2', 'bolts', '80,000', "don't", 'user_name', '<<3*4=12>>12', '"q"', 'a/b', '\t', '\n'])
      : pick(['the', 'Robe', 'takes', '2', 'bolts', 'of', 'blue', 'fiber', '80,000', "don't", 'user_name', 'x', '<<3*4=12>>12', '<b>', '&amp;', '\\frac', '\\n', 'é', '日本', '“so”', '\u00a0', '\u0130', '\u212a', '\ufeff', '\u0085', '\u001f', '"q"', 'a/b', '\t', '\n', '\u2028', '\ud800']); // prettier-ignore
  const text = (): string => {
    const kind = next();
    if (kind < 0.1) return '';
    if (kind < 0.35) {
      const words = LEAK.split(' ');
      const from = Math.floor(next() * words.length);
      return words.slice(from, from + 2 + Math.floor(next() * 8)).join(pick([' ', '  ', '\n', '\t', ' , ']));
    }
    return Array.from({ length: Math.floor(next() * 12) }, word).join(' ');
  };
  const quoted = (of: string): string => {
    const json = JSON.stringify(of);
    const kind = isMild ? 1 : next();
    if (kind < 0.15) return json.replace(/[a-z]/u, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
    if (kind < 0.2) return json.replaceAll('/', '\\/');
    if (kind < 0.22) return json.replace(/ /u, pick(['\\x', '\u0001', '\\', '\\u12', '"', '\t']));
    return json;
  };
  const scalar = (): string =>
    pick(['null', 'true', 'false', '0', '-1', '1.5e-7', '12', '01', '1.', '-', 'nul', 'NaN', '1e999', '{}', '[]', '[1,"a b c"]', '{"text":"a takes 2 bolts"}']); // prettier-ignore
  const turn = (): string => {
    const members = [
      ...(next() < 0.9 ? [`"${pick(['role', 'from'])}":"user"`] : []),
      ...(next() < 0.9 ? [`"${pick(['content', 'value', 'text'])}":${quoted(text())}`] : []),
      ...(next() < 0.2 ? [`"${pick(['content', 'value', 'text', 'name'])}":${pick([scalar(), quoted(text())])}`] : []),
    ];
    return `{${(next() < 0.5 ? members : members.toReversed()).join(',')}}`;
  };
  const value = (key: string): string => {
    if (next() < 0.1) return isMild ? 'null' : scalar();
    if (!/^(?:messages|conversation)/u.test(key)) return quoted(text());
    if (next() < 0.1) return quoted(`[${turn()}]`);
    return `[${Array.from({ length: Math.floor(next() * 4) }, turn).join(pick([',', ' , ']))}]`;
  };
  const line = (): string => {
    isMild = next() < 0.5;
    const keys = Array.from(
      { length: 1 + Math.floor(next() * 4) },
      () =>
      pick(['instruction', 'input', 'output', 'prompt', 'completion', 'question', 'answer', 'messages', 'conversations', 'conversation', 'text', 'id', 'meta', '__proto__', 'in\\u0070ut', 'body']), // prettier-ignore
    );
    const space = (): string => (next() < 0.1 ? pick([' ', '\t', '\r', '  ', '\u00a0']) : '');
    const members = keys.map((key) => `${space()}"${key}"${space()}:${space()}${value(key)}${space()}`);
    const object = `${space()}{${members.join(',')}}${space()}`;
    const kind = isMild ? 1 : next();
    if (kind < 0.04) return pick(['', ' ', '\t\u00a0', '\ufeff', '\u2003']);
    if (kind < 0.08) return pick(['[1]', '"a"', '5', 'null', '{}', '{"text"}', '{"text":"a b c"', '{"text":"a"},', '{"text":"a"}{', 'x']); // prettier-ignore
    return kind < 0.1 ? object.slice(0, Math.floor(next() * object.length)) : object;
  };
  return Array.from({ length: count }, () => {
    const bytes = Buffer.from(`${line()}${next() < 0.15 ? '\r' : ''}`.replaceAll('\n', ' '), 'utf8');
    if (next() < 0.03 && bytes.length > 0) bytes[Math.floor(next() * bytes.length)] = pick([0xff, 0xc3, 0x80, 0, 0x7f]);
    return bytes;
  });
}

/** The lines as a file has them. */
export function fileOf(lines: readonly Buffer[], endsInFeed: boolean): Buffer {
  const whole = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
  return endsInFeed ? whole : whole.subarray(0, -1);
}
