import { parseArgs } from 'node:util';
import { GateError } from './errors.js';
import { didYouMean } from './nearest.js';

/** `many` may be repeated, and each value may hold several lines. */
export type FlagKind = 'text' | 'many' | 'switch';

export interface Flags {
  text(name: string): string | null;
  many(name: string): readonly string[];
  on(name: string): boolean;
}

/**
 * Reads `--name value` and `--name=value`.
 * @throws GateError for an unknown flag (naming the nearest), a missing value, or a stray argument
 */
export function readFlags(args: readonly string[], known: Readonly<Record<string, FlagKind>>): Flags {
  const options = Object.fromEntries(
    Object.entries(known).map(([name, kind]) => [
      name,
      { type: kind === 'switch' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional')
      throw new GateError(`"${token.value}" was not expected here; give paths with flags such as --config`);
    const kind = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (kind === undefined)
      throw new GateError(`unknown flag${didYouMean(token.rawName.replace(/^-+/u, ''), Object.keys(known))}`, {
        key: token.rawName,
      });
    if (kind === 'switch' && token.value !== undefined) throw new GateError('takes no value', { key: token.rawName });
    const swallowed = !token.inlineValue && token.value?.startsWith('--'); // the next flag, not a value
    if (kind !== 'switch' && (token.value === undefined || token.value === '' || swallowed))
      throw new GateError('needs a value', { key: token.rawName });
    const values = given.get(token.name) ?? [];
    if (kind === 'text' && values.length > 0) throw new GateError('is given twice', { key: token.rawName });
    values.push(token.value ?? '');
    given.set(token.name, values);
  }
  return {
    text: (name) => given.get(name)?.[0] ?? null,
    many: (name) => (given.get(name) ?? []).flatMap(lines),
    on: (name) => given.has(name),
  };
}

/** The non-empty lines of an input, trimmed. */
export function lines(text: string): readonly string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
