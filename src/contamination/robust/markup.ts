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
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/iuy;
const TAG = /<\/?([a-z]+[1-6]?)(?=[\s>/])/iuy;
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
      return entity !== undefined && (entity[1] === '#' || ENTITIES.has(entity.slice(1, -1))) ? entity.length : 1;
    }
    case 0x3c: {
      const tag = matchAt(TAG, text, index);
      return tag !== null && TAGS.has(tag[1]!.toLowerCase()) ? tag[0].length : 1;
    }
    default:
      return 1;
  }
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
