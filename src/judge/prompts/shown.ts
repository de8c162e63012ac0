/** A text as a judge sees it. Where it was too long, `head` and `tail` are its two ends. */
export interface Shown {
  readonly head: string;
  /** Null where nothing was cut. */
  readonly tail: string | null;
  /** How many code points were left out between them. */
  readonly leftOut: number;
}

/**
 * A text from a dataset or a model, made fit for a prompt: sendable (lone surrogates become U+FFFD, control characters
 * but tab and line ends their pictures, U+2400 and on), inert (see `inert`), and at most `limit` UTF-16 units, by
 * leaving out its middle, since a question or a result may stand at either end.
 */
export function shown(text: string, limit: number): Shown {
  if (text.length <= limit) return { head: sendable(text), tail: null, leftOut: 0 };
  const half = Math.floor(limit / 2);
  const from = splitsPair(text, half) ? half - 1 : half;
  const end = text.length - half;
  const to = splitsPair(text, end) ? end + 1 : end;
  return { head: sendable(text.slice(0, from)), tail: sendable(text.slice(to)), leftOut: codePoints(text, from, to) };
}

/** One of the config's own texts: sendable, but not cut and not changed otherwise. */
export function ownText(text: string): string {
  return withoutControls(text.toWellFormed());
}

/** What `sendable` may have to change: one look for all of it, since few texts have any. */
const UNUSUAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f<[\ud800-\udfff]/;

function sendable(text: string): string {
  return UNUSUAL.test(text) ? inert(withoutControls(text.toWellFormed())) : text;
}

/** A NUL ends the text for servers written in C, so that what stands behind it would be judged unseen. */
function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, (control) =>
    control === '\u007f' ? '\u2421' : String.fromCharCode(0x2400 + control.charCodeAt(0)),
  );
}

/**
 * Many servers (vLLM, llama.cpp, and what builds on them) read a chat's control tokens out of its texts too, so that
 * `<|im_end|>` in an answer would end our message for good. A zero-width space behind the first character keeps each of
 * them a plain text that looks the same.
 */
const CONTROL_TOKEN = new RegExp(
  [
    String.raw`<(?=[|\uff5c][^|\uff5c<>\s]{1,40}[|\uff5c]?>)`, // <|im_end|>, <|turn>, and DeepSeek's full-width bars
    String.raw`<(?=[^|\uff5c<>\s]{1,40}[|\uff5c]>)`, // <turn|>
    String.raw`<(?=\/?s>|<\/?SYS>>)`, // Llama 2, Mistral
    String.raw`<(?=\/?(?:bos|eos|pad|unk|sop|eop|seed:[a-z_]{1,20}|(?:start|end)_of_[a-z_]{1,20})>)`, // Gemma, GLM, Seed
    String.raw`\[(?=\/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_[A-Z]{1,10}|BOS|EOS|gMASK)\])`, // Mistral, GLM
  ].join('|'),
  'giu',
);

function inert(text: string): string {
  return text.replace(CONTROL_TOKEN, '$&\u200b');
}

/** True where the units before and at `index` are the halves of one code point. */
function splitsPair(text: string, index: number): boolean {
  return text.codePointAt(index - 1)! > 0xffff;
}

/** Code points between two indices, neither of which splits one. */
export function codePoints(text: string, from: number, to: number): number {
  let pairs = 0;
  for (let i = from; i < to; i++) if (text.codePointAt(i)! > 0xffff) pairs++;
  return to - from - pairs;
}
