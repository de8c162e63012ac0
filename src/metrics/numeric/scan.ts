import { type Exact, decimal, keyOf, mixed, quotient, raised, shifted } from './exact.js';

/** A number as it stands in a text, in both ways that a percent sign or a scale word (million) lets it be read. */
export interface NumberRead {
  /** The number as written, without its unit. */
  readonly face: string;
  /** With the unit: 50% is 0.5, 3 million is 3000000. Null where there is no such unit. */
  readonly scaled: string | null;
  /** Where it stands in the text that was scanned, its sign and currency included. */
  readonly start: number;
  readonly end: number;
  /** False where it hangs on a word (CO2, x_1), is an exponent's or an ordinal (2nd): read only if there is no other. */
  readonly free: boolean;
}

/** Dates, times and ratios: their parts are not the answer. */
const NOT_NUMBERS =
  /(?<![\d.,/-])(?:\d{4}-\d{2}-\d{2}(?![\d-])|\d{1,2}\/\d{1,2}\/\d{2,4}(?![\d/])|\d{1,2}\.\d{1,2}\.\d{4}(?![\d.])|\d+:\d+(?::\d+)*)/g;

/** Digits in groups of three, or with points and commas, or a fraction of one without its zero. */
const CORE =
  /(?<!\d |\d)\d{1,3}(?:([ '_])\d{3})(?:\1\d{3})*(?![\d'_]| \d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*|(?<![\p{L}\p{N}.)])\.\d+/gu;

const CURRENCY_BEFORE = /(?:[$€£¥₹₩₽฿₺₫₦]|\b(?:USD|EUR|GBP|INR|JPY|CNY|RMB|CHF|CAD|AUD|Rs\.?))\s?$/u;
const EURO_AFTER = /^\s?(?:€|EUR(?![A-Za-z])|[Ee]uros?(?![A-Za-z]))/;
const POWER_OF_TEN = /^\s?[x×*·]\s?10\s?(?:\^|\*\*)\s?[{(]?([-+]?\d{1,15})(?!\d)[)}]?/;
const E_NOTATION = /^[eE]([-+]?\d{1,15})(?![\p{L}\d])/u;
const POWER = /^\s?\^\s?\{?(-?\d{1,4})(?!\d)\}?/;
const DIVIDED = /^ ?\/ ?(\d+(?:[.,]\d+)*)/;
const PERCENT = /^\s?(?:%|percent(?![A-Za-z])|per cent(?![A-Za-z]))/i;
const SCALE_WORD = /^[\s-](thousand|million|billion|trillion)(?![A-Za-z])/i;
/** Only with a currency: $5M is five million, 5m may be metres. */
const SCALE_LETTER = /^(k|mn|m|bn|b|t)(?![A-Za-z])/i;
const SCALES = new Map([
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
  ['k', 3],
  ['m', 6],
  ['mn', 6],
  ['b', 9],
  ['bn', 9],
  ['t', 12],
]);
const ORDINAL = /^(?:st|nd|rd|th)(?![A-Za-z])/i;
const WINDOW = 24; // the longest unit or exponent that can stand beside a number

/** All numbers of a text that went through `plainNumbers`, in order. O(length). */
export function scanNumbers(plain: string): NumberRead[] {
  const text = plain.replace(NOT_NUMBERS, (part) => ' '.repeat(part.length));
  const european = usesEuropeanStyle(text);
  const numbers: NumberRead[] = [];
  const core = new RegExp(CORE);
  for (let match = core.exec(text); match !== null; match = core.exec(text)) {
    for (const [offset, piece] of pieces(match[0])) {
      const start = match.index + offset;
      const end = start + piece.length;
      const read = readAt(text, start, end, european);
      if (typeof read !== 'number') numbers.push(read);
      core.lastIndex = Math.max(core.lastIndex, typeof read === 'number' ? read : read.end);
    }
  }
  return numbers;
}

/** `1,2,3` is a list, not a number: commas that do not group digits by three (or in the Indian way) come apart. */
function pieces(core: string): [number, string][] {
  const commas = core.split(',').length - 1;
  if (commas < 2 || /^(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d+)?$/.test(core)) return [[0, core]];
  return [...core.matchAll(/[^,]+/g)].map((part) => [part.index, part[0]]);
}

/** True where an unambiguous number such as 1.234,5 or 1.234.567 shows it, and none shows the opposite. */
function usesEuropeanStyle(text: string): boolean {
  return (
    /(?<![\d.,])\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})(?![.,]?\d)/.test(text) &&
    !/(?<![\d.,])\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})(?![.,]?\d)/.test(text)
  );
}

/** The number whose digits stand from start to end, or where to read on if they are none. */
function readAt(text: string, start: number, end: number, european: boolean): NumberRead | number {
  const before = lookBack(text, start);
  const euro = before.currency.startsWith('€') || EURO_AFTER.test(text.slice(end, end + WINDOW));
  let number = readDecimal(text.slice(start, end), before.negative, european, euro);
  if (number === null) return end;
  let stop = end;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(text.slice(stop, stop + WINDOW));
    if (found !== null) stop += found[0].length;
    return found;
  };
  const power = take(POWER_OF_TEN) ?? take(E_NOTATION);
  if (power !== null) {
    number = shifted(number, Number(power[1]));
  } else {
    const exponent = take(POWER);
    if (exponent !== null) number = raised(number, Number(exponent[1])) ?? number;
    const fraction = readFraction(text, number, stop, european);
    if (typeof fraction === 'number') return fraction;
    ({ number, stop } = fraction);
  }
  const percent = take(PERCENT) !== null;
  const scaleWord = take(SCALE_WORD) ?? (before.currency === '' ? null : take(SCALE_LETTER));
  const scale = percent ? -2 : (SCALES.get(scaleWord?.[1]?.toLowerCase() ?? '') ?? 0);
  const free = before.free && !ORDINAL.test(text.slice(stop, stop + WINDOW));
  const scaled = scale === 0 ? null : keyOf(shifted(number, scale));
  return { face: keyOf(number), scaled, start: before.start, end: stop, free };
}

/** The sign and currency before a number, in either order: -$5, $-5. */
function lookBack(text: string, start: number): { negative: boolean; currency: string; start: number; free: boolean } {
  let at = start;
  let sign = signBefore(text, at);
  if (sign !== '') at--;
  const currency = CURRENCY_BEFORE.exec(text.slice(Math.max(0, at - 8), at))?.[0] ?? '';
  at -= currency.length;
  if (sign === '' && currency !== '') {
    sign = signBefore(text, at);
    if (sign !== '') at--;
  }
  const previous = text.slice(Math.max(0, at - 2), at);
  const free = currency !== '' || !/(?:\p{Script=Latin}|\p{Script=Latin}_|\^|_\{|\^\{)$/u.test(previous);
  return { negative: sign === '-', currency, start: at, free };
}

/** A sign touches what follows it and no word, number or other sign before it: 5-3 and twenty-5 have none. */
function signBefore(text: string, at: number): string {
  const sign = text[at - 1];
  if (sign !== '-' && sign !== '+') return '';
  return at >= 2 && /[\p{L}\p{N})\]}%+-]/u.test(text[at - 2]!) ? '' : sign;
}

/**
 * Points and commas: the last of two kinds is the decimal mark; one kind more than once, by threes, separates thousands;
 * a lone comma before exactly three digits separates thousands, a lone point never does unless the text or a euro sign
 * shows the European style.
 */
function readDecimal(core: string, negative: boolean, european: boolean, euro: boolean): Exact | null {
  const grouped = core.replace(/[ '_]/g, '');
  const marks = grouped.replace(/\d/g, '');
  const last = marks.at(-1);
  if (last === undefined) return decimal(negative, grouped, '');
  const position = grouped.lastIndexOf(last);
  const whole = grouped.slice(0, position);
  const fraction = grouped.slice(position + 1);
  if (marks.length === 1) {
    const group = grouped === core && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
    const thousands = group && (euro || (last === ',') !== european);
    return thousands ? decimal(negative, whole + fraction, '') : decimal(negative, whole, fraction);
  }
  const others = Array.from(marks).slice(0, -1);
  if (others.every((mark) => mark === last)) {
    const groups = /^(?:\d{1,3}(?:[.,]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})$/.test(grouped);
    return groups ? decimal(negative, grouped.replace(/[.,]/g, ''), '') : null;
  }
  if (others.includes(last)) return null;
  const groups = /^(?:\d{1,3}(?:[.,]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})$/.test(whole);
  return groups ? decimal(negative, whole.replace(/[.,]/g, ''), fraction) : null;
}

/** `1/2`, and `3 1/2` after a whole number; for a chain such as 1/2/3 and a division by 0 only where it ends. */
function readFraction(
  text: string,
  number: Exact,
  stop: number,
  european: boolean,
): { number: Exact; stop: number } | number {
  const divided = DIVIDED.exec(text.slice(stop, stop + 1 + WINDOW));
  if (divided !== null) {
    const end = endOfDivisions(text, stop);
    const [whole = '', bottom = ''] = divided;
    const divisor = end === stop + whole.length ? readDecimal(bottom, false, european, false) : null;
    const value = divisor === null ? null : quotient(number, divisor);
    return value === null ? end : { number: value, stop: end };
  }
  const part = /^[^\S\n]{1,3}(\d{1,3})\/(\d{1,3})(?![\d/.,]\d|\d)/.exec(text.slice(stop, stop + WINDOW));
  if (part === null || number.exponent < 0 || Number(part[1]) >= Number(part[2])) return { number, stop };
  const proper = quotient(decimal(false, part[1]!, ''), decimal(false, part[2]!, ''));
  const sum = proper === null ? null : mixed(number, proper);
  return sum === null ? { number, stop } : { number: sum, stop: stop + part[0].length };
}

function endOfDivisions(text: string, from: number): number {
  const divisions = /(?: ?\/ ?\d+(?:[.,]\d+)*)+/y;
  divisions.lastIndex = from;
  divisions.exec(text);
  return divisions.lastIndex;
}
