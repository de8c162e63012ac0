import { expect } from '@jest/globals';
import { renderComment } from '../../src/report/index.js';
import type { Report } from '../../src/report/types.js';
import { marker } from './fixtures.js';
import { balanced, linkedByGitHub, ofType, tags } from './markdown.js';

/** Renders comments for tests, and says what must hold of every one. */

export const links = { run: 'https://github.com/o/r/actions/runs/1/attempts/2' };
export const comment = (report: Report, maxBytes?: number): string =>
  renderComment(report, { marker, links, ...(maxBytes === undefined ? {} : { maxBytes }) });
export const firstLine = (markdown: string): string =>
  markdown.split('\n').find((line) => line.startsWith('### ')) ?? '';

const COMMENT_TAGS = [
  'a',
  'b',
  'blockquote',
  'br',
  'code',
  'details',
  'h3',
  'hr',
  'i',
  'li',
  'p',
  'pre',
  'strong',
  'sub',
  'summary',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
];

/** What must hold of any rendering, whatever it holds. */
export function wellBehaved(markdown: string): void {
  expect(balanced(markdown)).toBe(true);
  expect(tags(markdown).filter((tag) => !COMMENT_TAGS.includes(tag))).toEqual([]);
  expect(ofType(markdown, 'image')).toEqual([]);
  expect(
    ofType(markdown, 'link')
      .map(({ url }) => url)
      .filter((url) => url !== links.run),
  ).toEqual([]);
  expect(linkedByGitHub(markdown)).toEqual([]);
}
