import { plainNumbers } from './plain.js';
import { type NumberRead, scanNumbers } from './scan.js';

/** GSM8K's mark, with the rest of its line. */
const HASHES = /####[ \t]*([^\n]*)/g;
/** A markdown heading's number (`#### 1. Find …`) is not an answer. */
const NUMBERED_HEADING = /^[\s*_]*\d{1,2}(?:[.)]\s+[*_]*\p{L}|:\s*[*_]*\p{L})/u;
/** `A: n` at the start of a line or a sentence, but not the first of the options A:, B: … */
const A_MARK = /(?:^|\n|[.!?](?=[ \t]))[ \t*_#>-]*A[*_ \t]*[:：]([^\n]*)(?=\n|$)(?!\n[ \t]*B[:.)])/g;
const ANSWER_MARK = /(?<![\p{L}\p{N}])ans(?:wer)?[*_ \t"']*[:：=]([*_\s]*)(?=([^\n]{0,400}))/giu;
/** `the answer is n`, where n ends the clause; it may be an operand (`the answer is 3 plus 4, so 7`) where it does not. */
const ANSWER_IS = /(?<![\p{L}\p{N}])answer (?:is|was)(?![\p{L}\p{N}])(?=[: \t]{0,9}([^\n]{0,80}))/giu;
const CLAUSE_END =
  /^[*_`"'”’)\]}$\\%°]*(?: [\p{L}/²³^]{1,15}){0,2}?[*_`"'”’)\]}$\\]*(?:[.;!?](?!\d)|,(?! ?\d)|,? \(|\s*$|,? (?:because|since|as|for)(?!\p{L}))/u;
const LIST_ITEM = /^\d{1,2}[.)]\s/;
const BOXED = /\\(?:boxed|fbox)\s*/g;
/** What may stand between a mark and its number: white space, markup, quotes, brackets, TeX's dollar, an equals sign. */
const LEAD = /^[\s*_`~"'“”‘’()[\]{}\\≈=:$-]*$/u;
const NESTING = 2_000; // boxed content longer than this is prose

/**
 * The number that answers: after GSM8K's `####` (the first), else in `\boxed{}` (the last), else after `A:` or `Answer:`
 * or `the answer is` (the last), else the last number of the text.
 * @returns null where there is no number
 */
export function answerNumber(text: string): NumberRead | null {
  return afterHashes(text) ?? boxed(text) ?? afterAnswerMark(text) ?? lastNumber(text);
}

function afterHashes(text: string): NumberRead | null {
  for (const [, rest = ''] of text.matchAll(HASHES)) {
    const number = NUMBERED_HEADING.test(rest) ? null : leadingNumber(rest);
    if (number !== null) return number;
  }
  return null;
}

function boxed(text: string): NumberRead | null {
  for (const match of [...text.matchAll(BOXED)].reverse()) {
    const content = bracedAt(text, match.index + match[0].length);
    if (content === '') continue;
    const plain = plainNumbers(content);
    const numbers = scanNumbers(plain);
    const lastEquals = Math.max(plain.lastIndexOf('='), plain.lastIndexOf('≈'));
    const number = numbers.find(({ start }) => start > lastEquals) ?? numbers[0];
    if (number !== undefined) return number;
  }
  return null;
}

/** The content of the braces that open at `from`, or the word there where none do (`\boxed 5`). */
function bracedAt(text: string, from: number): string {
  if (text[from] !== '{') return /^\S*/.exec(text.slice(from, from + NESTING))?.[0] ?? '';
  let depth = 0;
  for (let i = from; i < text.length && i < from + NESTING; i++) {
    if (text[i] === '{') depth++;
    if (text[i] === '}' && --depth === 0) return text.slice(from + 1, i);
  }
  return '';
}

function afterAnswerMark(text: string): NumberRead | null {
  const marks: { readonly at: number; readonly rest: string; readonly end?: RegExp }[] = [];
  for (const match of text.matchAll(A_MARK)) marks.push({ at: match.index, rest: match[1]! });
  for (const match of text.matchAll(ANSWER_MARK)) {
    const steps = match[1]!.includes('\n') && LIST_ITEM.test(match[2]!);
    if (!steps) marks.push({ at: match.index, rest: match[2]! });
  }
  for (const match of text.matchAll(ANSWER_IS)) marks.push({ at: match.index, rest: match[1]!, end: CLAUSE_END });
  for (const { rest, end } of marks.sort((a, b) => b.at - a.at)) {
    const number = leadingNumber(rest, end);
    if (number !== null) return number;
  }
  return null;
}

/** The number that a segment starts with, what follows it being `end`; of a calculation (`5 + 3 = 8`, `x = 8`) its result. */
function leadingNumber(segment: string, end = /^/): NumberRead | null {
  const plain = afterLastEquals(plainNumbers(segment)).replace(/^(\s*-)\s+(?=[$€£¥]?\d)/, '$1');
  const number = scanNumbers(plain)[0];
  if (number === undefined || !LEAD.test(plain.slice(0, number.start))) return null;
  return end.test(plain.slice(number.end)) ? number : null;
}

/** What follows the last equals sign of the calculation that a segment starts with, if a digit does. */
function afterLastEquals(plain: string): string {
  const calculation = /^(?:\s*\p{L}\w?\s*=)?[^\p{L}]*/u.exec(plain)?.[0] ?? '';
  let end = calculation.length;
  while (end > 0 && !/\d/.test(calculation[end - 1]!)) end--;
  return end === 0 ? plain : plain.slice(calculation.lastIndexOf('=', end) + 1);
}

function lastNumber(text: string): NumberRead | null {
  const numbers = scanNumbers(plainNumbers(text));
  return numbers.findLast(({ free }) => free) ?? numbers.at(-1) ?? null;
}
