import { RE2JS } from 're2js';

/** A reference or a config key that is longer is not a pattern that anyone wrote. */
const MAX_PATTERN = 1_000;

/** A regular expression that runs in linear time whatever it is, since configs and references may come from strangers. */
export interface Pattern {
  /** True where it matches anywhere in the text. */
  found(text: string): boolean;
  /** The text without its matches. */
  remove(text: string): string;
}

/**
 * Compiles RE2's syntax (https://github.com/google/re2/wiki/Syntax: no look-around, no back-references; `\w` and `\b` are
 * ASCII).
 * @returns the pattern, or what is wrong with it as the end of a sentence
 */
export function compilePattern(source: string, ignoreCase: boolean): Pattern | string {
  if (source.length > MAX_PATTERN) return `is longer than ${MAX_PATTERN} characters`;
  try {
    const compiled = RE2JS.compile(source, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
    return {
      found: (text) => compiled.matcher(text).find(),
      remove: (text) => compiled.matcher(text).replaceAll(''),
    };
  } catch (error) {
    return `is not a regular expression that RE2 reads (${error instanceof Error ? error.message : 'unknown'})`;
  }
}
