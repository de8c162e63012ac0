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
 * Reads `--name value` and `--name=value`. What is wrong is noted in `faults` instead of thrown, so that a run that is
 * asked for wrongly still ends with a report: an unknown flag (naming the nearest), a missing value, a stray argument.
 */
export function readFlags(
  args: readonly string[],
  known: Readonly<Record<string, FlagKind>>,
  faults: GateError[],
): Flags {
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
    if (token.kind === 'positional') {
      faults.push(new GateError(`"${token.value}" was not expected here; give paths with flags such as --config`));
      continue;
    }
    const values = given.get(token.name) ?? [];
    const fault = faultOf(token, known, values.length > 0);
    if (fault !== null) faults.push(new GateError(fault, { key: token.rawName }));
    else given.set(token.name, [...values, token.value ?? '']);
  }
  return {
    text: (name) => given.get(name)?.[0] ?? null,
    many: (name) => (given.get(name) ?? []).flatMap(lines),
    on: (name) => given.has(name),
  };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** What is wrong with a flag as the end of a sentence, or null. */
function faultOf(
  { name, rawName, value, inlineValue }: OptionToken,
  known: Readonly<Record<string, FlagKind>>,
  again: boolean,
): string | null {
  const kind = Object.hasOwn(known, name) ? known[name] : undefined;
  if (kind === undefined) return `unknown flag${didYouMean(rawName.replace(/^-+/u, ''), Object.keys(known))}`;
  if (kind === 'switch') return value === undefined ? null : 'takes no value';
  const swallowed = inlineValue !== true && value?.startsWith('--') === true; // the next flag, not a value
  if (value === undefined || value === '' || swallowed) return 'needs a value';
  return kind === 'text' && again ? 'is given twice' : null;
}

/** The non-empty lines of an input, trimmed. */
export function lines(text: string): readonly string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
