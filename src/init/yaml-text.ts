/** Text that is the same text as an unquoted YAML scalar: no syntax, no number, no `true`. */
const PLAIN = /^[A-Za-z_][\w./-]*(?:\*[\w./-]*)?$/u;
const WORDS_WITH_A_MEANING = /^(?:true|false|yes|no|on|off|null|y|n)$/iu;

/** A text as a YAML scalar on one line, quoted only where it must be. JSON's escapes are YAML's too. */
export function scalar(text: string): string {
  return PLAIN.test(text) && !WORDS_WITH_A_MEANING.test(text) ? text : JSON.stringify(text);
}
