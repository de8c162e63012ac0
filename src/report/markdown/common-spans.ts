/** A part of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words in a row that both texts must have for a reader to see them as taken over. */
const LEAST_WORDS = 3;

interface Word extends Span {
  readonly form: string;
}

/**
 * What two texts have in common, as spans of the first: runs of at least three words, whatever stands between the words and
 * whatever their case and their Unicode form; of a text of fewer words, all of them.
 */
export function commonSpans(text: string, others: readonly string[]): Span[] {
  const words = wordsOf(text);
  const held = new Uint8Array(words.length);
  for (const other of others) {
    const otherWords = wordsOf(other);
    const length = Math.min(LEAST_WORDS, words.length, otherWords.length);
    if (length === 0) continue;
    const runs = new Set(otherWords.map((_, i) => runAt(otherWords, i, length)));
    for (let i = 0; i + length <= words.length; i++) {
      if (runs.has(runAt(words, i, length))) held.fill(1, i, i + length);
    }
  }
  const spans: { start: number; end: number }[] = [];
  words.forEach(({ start, end }, i) => {
    if (held[i] === 0) return;
    const last = spans.at(-1);
    if (last !== undefined && held[i - 1] === 1) last.end = end;
    else spans.push({ start, end });
  });
  return spans;
}

/** Letters and digits; where words are written without spaces, each character. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    form: word.normalize('NFKC').toLowerCase(),
  }));
}

function runAt(words: readonly Word[], start: number, length: number): string {
  return words
    .slice(start, start + length)
    .map(({ form }) => form)
    .join(' ');
}
