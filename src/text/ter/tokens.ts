import { isSpace, rstrip, split } from '../python.js';
import { WordTable } from '../word-table.js';

/** What Tercom's tokenizer is told, by sacrebleu's names. */
export interface TerTokenizing {
  readonly normalized: boolean;
  readonly noPunct: boolean;
  readonly asianSupport: boolean;
  readonly caseSensitive: boolean;
}

/**
 * The words that sacrebleu 2.6.0's TER compares: text stripped on the right, lowercased unless `caseSensitive`, marks
 * parted (`normalized`) or dropped (`noPunct`), split on Python's white space. `asianSupport` only adds to these two.
 * They come as numbers, equal for equal words within one instance.
 */
export class TerWords {
  readonly #how: TerTokenizing;
  #distinct = 0;
  readonly #words = new WordTable(
    (unit) => !isSpace(unit),
    () => this.#distinct++,
  );

  constructor(how: TerTokenizing) {
    this.#how = how;
  }

  /** The words of an output. */
  tokenize(text: string): number[] {
    return this.#words.read(prepared(text, this.#how));
  }

  /**
   * The words of a reference, which sacrebleu tokenizes twice where it tokenizes an output once. It matters under
   * `normalized` only: "dog's." becomes "dog's ." at first, and "dog 's ." the second time.
   */
  tokenizeReference(text: string): number[] {
    return this.tokenize(this.#how.normalized ? split(prepared(text, this.#how)).join(' ') : text);
  }
}

/** The text with white space between its words. */
function prepared(text: string, { normalized, noPunct, asianSupport, caseSensitive }: TerTokenizing): string {
  let line = rstrip(text);
  if (!caseSensitive) line = line.toLowerCase();
  if (normalized) {
    line = western(line);
    if (asianSupport) line = line.replace(ASIAN, ' $& ').replace(ASIAN_MARKS, ' $& ');
  }
  if (noPunct) {
    line = line.replace(/[.,?:;!"()]/g, '');
    if (asianSupport) line = line.replace(ASIAN_MARKS, '');
  }
  return line;
}

/** Dashes after a line break go, not before one as in 13a: sacrebleu's own reading of Tercom. */
function western(text: string): string {
  const line = text
    .replaceAll('\n-', '')
    .replaceAll('\n', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  return ` ${line} `
    .replace(/[{-~[-` -&(-+:-@/]/g, ' $& ')
    .replaceAll("'s ", " 's ")
    .replace(/([^0-9])([.,])/g, '$1 $2 ')
    .replace(/([.,])([^0-9])/g, ' $1 $2')
    .replace(/([0-9])(-)/g, '$1 $2 ');
}

/**
 * Characters that stand alone: ideographs, strokes, radicals, compatibility forms. The third range is meant to end at
 * U+32FF and is kept as sacrebleu has it. Its rules for kana need a text that starts with kana, and the text starts with a
 * space by then, so they never apply: kana stay together.
 */
const ASIAN =
  /[\u4e00-\u9fff\u3400-\u4dbf\u3200-\u3f22\u31c0-\u31ef\u2e80-\u2eff\u3300-\u33ff\uf900-\ufaff\ufe30-\ufe4f]/g;
/** CJK and full-width punctuation. */
const ASIAN_MARKS =
  /[\u3001\u3002\u3008-\u3011\u3014-\u301f\uff61-\uff65\u30fb\uff0e\uff0c\uff1f\uff1a\uff1b\uff01\uff02\uff08\uff09]/g;
