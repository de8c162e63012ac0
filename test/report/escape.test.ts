import { describe, expect, test } from '@jest/globals';
import { code, fence, inline, link, visible } from '../../src/report/markdown/escape.js';
import { balanced, hostile, linkedByGitHub, nodes, ofType, shown, tags } from './markdown.js';

const name = (text: string): string => JSON.stringify(text.slice(0, 40));

describe.each(hostile.map((text) => [name(text), text]))('%s', (_, text) => {
  test('inline: one paragraph of text', () => {
    const markdown = `before ${inline(text)} after`;
    expect([...new Set(nodes(markdown).map(({ type }) => type))].sort()).toEqual(['paragraph', 'root', 'text']);
    expect(linkedByGitHub(markdown)).toEqual([]);
  });

  test('inline: the same at the start of a line, in a quote and in a list', () => {
    for (const [prefix, types] of [
      ['', ['paragraph', 'root', 'text']],
      ['> ', ['blockquote', 'paragraph', 'root', 'text']],
      ['- ', ['list', 'listItem', 'paragraph', 'root', 'text']],
    ] as const) {
      const markdown = `${prefix}${inline(text)}`;
      if (inline(text) === '') continue;
      expect([...new Set(nodes(markdown).map(({ type }) => type))].sort()).toEqual(types);
    }
  });

  test('inline: line breaks become <br> where asked, and nothing else becomes a tag', () => {
    expect(tags(`x${inline(text, '<br>')}`).filter((tag) => tag !== 'br')).toEqual(['p']);
  });

  test('in an HTML summary, where markdown is off', () => {
    const markdown = `<details><summary>${inline(text)}</summary>\n\nbody\n\n</details>`;
    expect(tags(markdown)).toEqual(['details', 'p', 'summary']);
    expect(balanced(markdown)).toBe(true);
  });

  test('in a table cell it stays one cell', () => {
    for (const cell of [inline(text), code(text)]) {
      const markdown = `| a | b |\n|---|---|\n| ${cell} | end |`;
      expect(ofType(markdown, 'tableCell')).toHaveLength(4);
      expect(shown(markdown)).toContain('end');
      expect(tags(markdown).filter((tag) => tag !== 'code')).toEqual(['table', 'tbody', 'td', 'th', 'thead', 'tr']);
    }
  });

  test('code: one span, unlinked', () => {
    const markdown = `before ${code(text)} after`;
    expect(tags(markdown)).toEqual(['code', 'p']);
    expect(linkedByGitHub(markdown)).toEqual([]);
    expect(ofType(markdown, 'link', 'image')).toEqual([]);
  });

  test('fence: one block of code that holds the text', () => {
    const markdown = `before\n\n${fence(text)}\n\nafter`;
    expect(nodes(markdown).map(({ type }) => type)).toEqual(['root', 'paragraph', 'text', 'code', 'paragraph', 'text']);
    const lines = (value: string): string[] => value.split('\n').map((line) => line.trimEnd());
    expect(lines(ofType(markdown, 'code')[0]!.value!)).toEqual(lines(visible(text)));
  });

  test('nothing invisible is left', () => {
    expect(visible(text)).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u2069\ufeff\p{Surrogate}]/u,
    );
  });
});

describe('ordinary text stays as it is', () => {
  test.each([
    'exact_match',
    'a plain sentence, with commas.',
    'snake_case_name',
    '−4.3 pp (−7.2 to −1.4)',
    'p = 0.003',
    "Janet's 16 eggs",
  ])('%s', (text) => {
    expect(inline(text)).toBe(text);
  });

  test('a reader sees what was written', () => {
    for (const text of [
      '9 * 2 = $18',
      'if (a < b && c > d) [x]',
      'back\\slash and `tick`',
      '#include <x>',
      '- 5',
      '1. one',
      '_a_ **b** ~c~',
    ]) {
      expect(shown(inline(text))).toBe(text);
      expect(shown(`x ${code(text)}`)).toBe(`x ${text}`);
    }
  });

  test('code can be copied', () => {
    expect(shown(code('bleu|nrefs:1|case:mixed|tok:13a'))).toBe('bleu|nrefs:1|case:mixed|tok:13a');
  });

  test('scripts and emoji keep their joiners', () => {
    expect(inline('👩‍👩‍👧 می‌خواهم')).toBe('👩‍👩‍👧 می‌خواهم');
  });

  test('what turns text around is named', () => {
    expect(inline('a\u202eb\u001b[0m')).toContain('⟨U+202E⟩');
    expect(visible('a\u202eb\u001b')).toBe('a⟨U+202E⟩b⟨U+001B⟩');
  });
});

describe('link', () => {
  test('an address of the web', () => {
    const markdown = link('train.jsonl:3', 'https://github.com/o/r/blob/main/a%20b.jsonl#L3');
    expect(ofType(markdown, 'link')).toMatchObject([{ url: 'https://github.com/o/r/blob/main/a%20b.jsonl#L3' }]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'https://a b', 'https://a\n', '//evil.example', ''])(
    '%j is text',
    (url) => {
      expect(ofType(link('text', url), 'link')).toEqual([]);
    },
  );

  test('an address can not end the link or a cell', () => {
    const markdown = `| a | b |\n|---|---|\n| ${link('](x)', 'https://e.example/)|<b>`_*"(')} | end |`;
    expect(ofType(markdown, 'tableCell')).toHaveLength(4);
    expect(ofType(markdown, 'link')).toHaveLength(1);
    expect(tags(markdown)).toEqual(['a', 'table', 'tbody', 'td', 'th', 'thead', 'tr']);
  });
});
