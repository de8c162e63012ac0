/** Commands of LaTeX that dress a text and are no words of it. */
const LATEX_DRESSING = words(`
  text textbf textit textrm texttt textsf textsc emph mathrm mathbf mathit mathbb mathcal mathsf boldsymbol operatorname
  frac dfrac tfrac cfrac left right big Big bigg Bigg bigl bigr Bigl Bigr begin end cdot times div quad qquad displaystyle
  textstyle limits underline overline hat bar vec boxed fbox mbox hspace vspace label tag nonumber newline item hline
`);
/** Commands that begin like an escaped line break, tab or return, and are words. */
const LATEX_NTR = words(
  'nabla ne neq neg nu not notin tan tanh tau theta tilde to top triangle rangle rceil rfloor rho',
);
const ENTITIES = words(
  'amp lt gt quot apos nbsp ensp emsp ldquo rdquo lsquo rsquo laquo raquo ndash mdash hellip times',
);
const TAGS = words(`
  a b i u s p em strong br hr li ul ol h1 h2 h3 h4 h5 h6 div span code pre sub sup td tr th table tbody thead img blockquote
`);

const COMMAND = /\\([a-z]+)/iuy;
const ENTITY = /&([a-z]{2,6});/iuy;
/** A tag's name, and what stands behind it where it is nothing but attributes. */
const TAG = /<\/?([a-z]+[1-6]?)(?=[\s>/])(?:(?:\s+[\w:-]+=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))+\s*\/?>)?/iuy;
/** A character that is written as its number in Unicode, or a letter by its name. */
const NUMBERED = /&#(?:(\d{1,7})|x([\da-f]{1,6}));|\\u([\da-f]{4}(?:\\u[\da-f]{4})?)/iuy;
const NAMED_LETTER = /&([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron);/iuy;
const LAST_POINT = 0x10ffff;
const THOUSANDS = /,\d{3}(?!\d)/uy;

/**
 * How many UTF-16 units at `index` are the dress of the text and no part of it: a LaTeX command, an escaped line break, the
 * name of an HTML tag or entity. 1 where only the character itself is.
 */
export function dressAt(text: string, index: number): number {
  switch (text.charCodeAt(index)) {
    case 0x5c: {
      const command = matchAt(COMMAND, text, index)?.[1];
      if (command === undefined) return 1;
      if (LATEX_DRESSING.has(command)) return 1 + command.length;
      return /^[ntr]/u.test(command) && !LATEX_NTR.has(command) ? 2 : 1;
    }
    case 0x26: {
      const entity = matchAt(ENTITY, text, index)?.[0];
      return entity !== undefined && ENTITIES.has(entity.slice(1, -1)) ? entity.length : 1;
    }
    case 0x3c: {
      const tag = matchAt(TAG, text, index);
      return tag !== null && TAGS.has(tag[1]!.toLowerCase()) ? tag[0].length : 1;
    }
    default:
      return 1;
  }
}

/** A character that stands at `index` in HTML's or JSON's writing, and where the text goes on behind it. */
export function escapeAt(text: string, index: number): { point: number; next: number } | null {
  const numbered = matchAt(NUMBERED, text, index);
  if (numbered !== null) {
    const [whole, decimal, hexadecimal, units] = numbered;
    if (units !== undefined) return unescaped(units, index);
    const point = decimal === undefined ? parseInt(hexadecimal!, 16) : Number(decimal);
    return point > LAST_POINT ? null : { point, next: index + whole.length };
  }
  const named = matchAt(NAMED_LETTER, text, index);
  return named === null ? null : { point: named[1]!.charCodeAt(0), next: index + named[0].length };
}

/** The first character of one or two UTF-16 units such as `d83d\ude00`, the first of which is written at `index` + 2. */
function unescaped(units: string, index: number): { point: number; next: number } {
  const [first, second] = units.split(/\\u/iu).map((unit) => parseInt(unit, 16));
  const isPair = second !== undefined && (first! & 0xfc00) === 0xd800 && (second & 0xfc00) === 0xdc00;
  return isPair
    ? { point: 0x10000 + ((first! & 0x3ff) << 10) + (second & 0x3ff), next: index + 12 }
    : { point: first!, next: index + 6 };
}

/** Whether the comma at `index`, after a digit, groups thousands, as in 80,000. */
export function groupsThousands(text: string, index: number): boolean {
  return matchAt(THOUSANDS, text, index) !== null;
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}
