/** Zeros of the decimal digits that are in daily use beside ASCII and full width: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
/** Minus, small and full-width hyphen-minus, hyphen, non-breaking hyphen, figure dash; en dash as people type it. */
const MINUS = /[\u2212\ufe63\u2010\u2011\u2012\u2013]/g;
const VULGAR_FRACTION = /[\u00bc-\u00be\u2150-\u215e]/g;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const TEN_TO_SUPERSCRIPT = /(?<![\d.,])10([⁻-]?)([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})/g;
/** Thin and non-breaking spaces and typographic apostrophes that separate thousands. */
const GROUP_SPACE = /(?<=\d)[\u00a0\u2009\u202f\u2019\u02bc](?=\d{3}(?!\d))/g;

/** A fraction of anything else, braces within braces once. */
const OTHER_FRACTION = /\\[dtc]?frac\s*\{(?:[^{}]|\{[^{}]{0,40}\}){0,80}\}\s*\{(?:[^{}]|\{[^{}]{0,40}\}){0,80}\}/g;
/** Roots and multiples of pi, which are no decimals: 2√3 is neither 2 nor 3. */
const IRRATIONAL =
  /(?:\d[\d.,]{0,40}\s?)?(?:\\sqrt(?![a-zA-Z])\s?(?:\[[^\]]{0,10}\])?(?:\{[^{}]{0,80}\}|\d)?|√\s?\(?(?:\d[\d.,]{0,40})?|\\pi(?![a-zA-Z])|π)/g;
/** A minus in words, where it is no subtraction. */
const MINUS_WORD = /\b(?:negative|minus(?<=(?:^|[=:(*]|\b(?:is|was|equals|be|to|of|at))\s?minus)) (?=[$€£¥]?\d)/gi;

const LATEX: readonly (readonly [RegExp, string])[] = [
  [/\\(?:text|textbf|mathrm|mathbf|mbox|operatorname)\s*\{([\s\d.,+-]{1,40})\}/g, ' $1 '],
  [/\\(?:text|textbf|mathrm|mathbf|mbox|operatorname)\s*\{/g, ' {'],
  [/\\!\s?/g, ''],
  [/\\[dtc]?frac\s*(\d)/g, '\\frac{$1}'],
  [/(\\[dtc]?frac\s*\{[^{}]{1,42}\})\s*(\d)/g, '$1{$2}'],
  [/\\[dtc]?frac\s*\{\s*([-+]?[\d.,]{1,40})\s*\}\s*\{\s*([\d.,]{1,40})\s*\}/g, ' $1/$2 '],
  [/\\[dtc]?frac\s*\{\s*([\d.,]{1,40})\s*\}\s*\{\s*-\s?([\d.,]{1,40})\s*\}/g, ' -$1/$2 '],
  [OTHER_FRACTION, ' '],
  [/(?<=\d)(?:\{,\}|\{\\,\}|\\,|\\;|\\:|\\ |~)(?=\d{3}(?!\d))/g, "'"],
  [/(?<=\d)\{,\}(?=\d)/g, ','],
  [/\\approx(?![a-zA-Z])/g, '≈'],
  [/\\(?:times|cdot)(?![a-zA-Z])/g, '×'],
  [/\\(?:left|right)(?![a-zA-Z])/g, ''],
  [/\^\s*\{?\\circ\}?/g, ' '],
  [/\\([$%])/g, '$1'],
];

/**
 * The text with one spelling for each part of a number: ASCII digits and signs, `1/2` for fractions, `10^3` for powers of
 * ten, `'` for separators that can be nothing else, LaTeX's commands unwrapped.
 */
export function plainNumbers(text: string): string {
  let plain = text
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(OTHER_DIGITS, asciiDigit)
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',')
    .replace(MINUS, '-')
    .replace(TEN_TO_SUPERSCRIPT, (_, sign: string, digits: string) => `10^${sign === '' ? '' : '-'}${lowered(digits)}`)
    .replace(VULGAR_FRACTION, vulgarFraction)
    .replace(/\u2044/g, '/')
    .replace(GROUP_SPACE, "'")
    .replace(MINUS_WORD, '-');
  if (plain.includes('\\') || plain.includes('{,}') || plain.includes('~')) {
    for (const [pattern, replacement] of LATEX) plain = plain.replace(pattern, replacement);
    plain = plain.replace(/([-+])\s+(?=\d+\/\d)/g, '$1');
  }
  return /\\sqrt|\\pi|[√π]/.test(plain) ? plain.replace(IRRATIONAL, ' ') : plain;
}

/** `3½` is a whole and a part; a sign before `½` stays with it. */
function vulgarFraction(char: string, at: number, text: string): string {
  const ascii = char.normalize('NFKC').replace('\u2044', '/');
  return /\d/.test(text.charAt(at - 1)) ? ` ${ascii} ` : `${ascii} `;
}

function asciiDigit(char: string): string {
  const code = char.charCodeAt(0);
  const zero = ZEROS.findLast((start) => start <= code);
  return zero === undefined ? char : String(code - zero);
}

function lowered(superscripts: string): string {
  return Array.from(superscripts, (char) => SUPERSCRIPTS.indexOf(char)).join('');
}
