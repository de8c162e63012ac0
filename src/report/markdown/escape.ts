import { wellFormed } from '../texts.js';

/**
 * The one place where text that we did not write becomes markdown.
 *
 * GitHub reads a comment twice. First as GitHub-flavoured markdown: there a character reference such as `&#42;` is never
 * structure, in paragraphs, tables and HTML alike, so every character with a meaning becomes one. Then it looks at the
 * rendered text outside `code`, `pre` and `a`, where references are already decoded and backslashes gone, for mentions,
 * issue numbers, commit SHAs, e-mail addresses and bare URLs. Only a different text helps there: a zero-width space
 * inside the pattern, as Dependabot and Renovate do it. Hence `inline` does both, and `code` and `fence` need neither.
 */

const ZERO_WIDTH_SPACE = '\u200b';

/** Characters that structure markdown or HTML, wherever they stand. `#`, `-`, `+`, `=`, `.` matter at a line's start only. */
const STRUCTURE = /[\\`*~[\]<>&|$]/gu;

/**
 * Text for a paragraph, a table cell or an HTML element: one line, nothing in it is markup, and GitHub links nothing.
 * @param breaks what a line break becomes
 */
export function inline(text: string, breaks: ' ' | '<br>' = ' '): string {
  return visible(text)
    .split('\n')
    .map((line) => escapedLine(withoutReferences(withoutAddresses(line.trimEnd()))))
    .join(breaks)
    .trim();
}

/** Text as code inside a line: verbatim but for line breaks, which show as `⏎`. */
export function code(text: string): string {
  const line = visible(text).replace(/\n/gu, '⏎');
  // Pipes split table cells even inside backticks, and a span can't show backticks or outer spaces plainly.
  if (line === '' || /[`|]|^\s|\s$/u.test(line)) return `<code>${escapedLine(withoutAddresses(line))}</code>`;
  return `\`${line}\``;
}

/**
 * Text as a block of code that nothing in it can end.
 * @param indent what every line starts with, such as `> ` or the spaces of a list item
 */
export function fence(text: string, indent = ''): string {
  const content = visible(text);
  const longest = Math.max(2, ...[...content.matchAll(/`+/gu)].map(([run]) => run.length));
  const bars = '`'.repeat(longest + 1);
  return [bars, ...content.split('\n'), bars].map((line) => `${indent}${line}`.trimEnd()).join('\n');
}

/** A link, or only its text where the address is not one of the web. */
export function link(text: string, url: string): string {
  const label = inline(text);
  if (!/^https?:\/\/[^\s\p{Cc}]+$/u.test(url)) return label;
  const address = url.replace(
    /[<>()[\]|\\`"'*_~]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${label}](${address})`;
}

/**
 * Text as a reader must see it: line breaks as \n, and what is invisible or changes how its surroundings read (control,
 * bidirectional and zero-width characters) as its name. The two joiners stay, since scripts and emoji need them.
 */
export function visible(text: string): string {
  return wellFormed(text)
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, '  ')
    .replace(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0]/gu, (character) => {
      const name = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
      return `⟨U+${name}⟩`;
    });
}

function escapedLine(line: string): string {
  return line
    .replace(STRUCTURE, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
    .replace(/^(\s*)([-+=#:])/u, (_, space: string, mark: string) => `${space}&#${mark.charCodeAt(0)};`)
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/u, (_, number: string, mark: string) => `${number}&#${mark.charCodeAt(0)};`)
    .replace(/^ +| {2,}/gu, (spaces) => '&nbsp;'.repeat(spaces.length));
}

/** Breaks addresses, which become links while markdown is read, even inside an HTML `code` element. */
function withoutAddresses(line: string): string {
  return line
    .replace(/[@＠]/gu, `$&${ZERO_WIDTH_SPACE}`)
    .replace(/:(?=\/\/)/gu, `:${ZERO_WIDTH_SPACE}`)
    .replace(/\bwww(?=\.)/giu, `$&${ZERO_WIDTH_SPACE}`)
    .replace(/\b(?:mailto|xmpp):/giu, `$&${ZERO_WIDTH_SPACE}`);
}

/** Breaks what GitHub links in rendered text outside of code: issues, advisories, commits, emoji. */
function withoutReferences(line: string): string {
  return line
    .replace(/#(?=\d)/gu, `#${ZERO_WIDTH_SPACE}`)
    .replace(/\b(?:GH|GHSA|CVE)-(?=\w)/giu, `$&${ZERO_WIDTH_SPACE}`)
    .replace(/(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/giu, (sha) => sha.replace(/.{6}(?=.)/gu, `$&${ZERO_WIDTH_SPACE}`))
    .replace(/:(?=(?:[\w+-]*[a-z+-][\w+-]*|100|1234)(?::|$))/giu, `:${ZERO_WIDTH_SPACE}`);
}
