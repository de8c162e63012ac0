import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** Reads markdown as GitHub does: the tree of GitHub-flavoured markdown, the HTML, and what GitHub links afterwards. */

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

export function nodes(markdown: string): Node[] {
  const root: Node = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const walk = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(walk)];
  return walk(root);
}

export function ofType(markdown: string, ...types: string[]): Node[] {
  return nodes(markdown).filter(({ type }) => types.includes(type));
}

export function html(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

/** Names of the HTML tags that the rendered page has, each once. */
export function tags(markdown: string): string[] {
  return [...new Set([...html(markdown).matchAll(/<([a-zA-Z][\w-]*)/gu)].map(([, name]) => name!))].sort();
}

/** True where every tag that opens is closed in order. */
export function balanced(markdown: string): boolean {
  const open: string[] = [];
  const voids = new Set(['br', 'hr', 'img', 'input']);
  for (const [, slash, name] of html(markdown).matchAll(/<(\/?)([a-zA-Z][\w-]*)[^>]*>/gu)) {
    if (slash === '') {
      if (!voids.has(name!)) open.push(name!);
    } else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

/** The text that a browser shows. */
export function shown(markdown: string): string {
  return decoded(html(markdown).replace(/<[^>]*>/gu, ''));
}

/**
 * What GitHub makes of rendered text once it is HTML: mentions, issue numbers, commits, addresses, e-mails and emoji,
 * everywhere but in code, pre and a.
 */
export function linkedByGitHub(markdown: string): string[] {
  const text = decoded(
    html(markdown)
      .replace(/<(code|pre|a)\b[^>]*>.*?<\/\1>/gsu, ' ')
      .replace(/<[^>]*>/gu, '\n'),
  );
  const patterns = [
    /(?<![\w`])@[a-z\d](?:[a-z\d/-]*)/giu,
    /(?:#|\bGH-)\d+/giu,
    /\b[0-9a-f]{7,40}\b/giu,
    /\b(?:https?|ftp):\/\/\S+/giu,
    /\bwww\.\S+/giu,
    /[\w.+-]+@[\w-]+\.\w+/gu,
    /:(?:[\w+-]*[a-z+][\w+-]*|100):/giu,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found));
}

function decoded(text: string): string {
  return text
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&nbsp;/gu, '\u00a0')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&');
}

/** Texts that try to become something else. */
export const hostile: readonly string[] = [
  '</details></sub></td></table><h1>owned</h1>',
  '<!-- --> <img src=x onerror=alert(1)> <script>alert(1)</script>',
  '-->\n\n# heading\n\n---\n',
  '![pixel](https://evil.example/p.png) [click](javascript:alert(1))',
  '[ref]: https://evil.example\n[ref] and [^1]\n\n[^1]: note',
  '@octocat @org/team please look, cc someone@example.com',
  'fixes #123, GH-12, owner/repo#1, owner@0123456789abcdef0123456789abcdef01234567',
  '0123456789abcdef0123456789abcdef01234567 and deadbee and 1234567',
  'https://evil.example/a www.evil.example ftp://evil.example mailto:a@evil.example',
  '`tick` ``` ```` ~~~ `',
  '```\nend of fence\n```\n\n# out',
  '``````````\n~~~~~~~~~~\n',
  '| a | b |\n|---|---|\n| c | d |',
  'a | b \\| c \\\\| d',
  '**bold** __bold__ *i* _i_ ~~gone~~ $x$ $$y$$',
  '- item\n+ item\n* item\n1. one\n2) two\n# h\n> quote\n    code\n- [ ] task\n=====\n-----',
  '> [!WARNING]\n> fake alert',
  '&lt;img src=x&gt; &#60;b&#62; &#64;octocat &commat;octocat',
  '\\<b> \\@octocat \\#1 \\`',
  'left\u202eright\u2066x\u2069 zero\u200bwidth\u2060\ufeff soft\u00adhyphen',
  '\u001b[31mred\u001b[0m \u0007bell \u0000nul \u0085next \u2028line \u2029para',
  'lone \ud800 surrogate \udc00',
  '::error::owned\n##[error]owned\n::add-mask::x',
  ':smile: :+1: :100:',
  '\r\r\n\n\n\n   \t  ',
  '',
  'word '.repeat(6_000),
  '`'.repeat(2_500),
  '<'.repeat(2_500),
  '𝕏'.repeat(2_500),
];
