import { ICONS } from './checks-table.js';
import { inline, link } from './escape.js';
import { blocks } from './layout.js';
import type { CommentOptions } from './render.js';
import type { Report } from '../types.js';
import { headline } from '../headline.js';

/** What an earlier comment of a failing run becomes once the gate passes again (`comment: on-failure`). */
export function renderResolved(report: Report, { marker, links }: Pick<CommentOptions, 'marker' | 'links'>): string {
  const run = links.run === undefined ? null : link('run', links.run);
  return `${blocks([
    marker,
    `### ${ICONS[report.verdict]} eval-gate: resolved`,
    `An earlier commit of this pull request failed here. Now: ${inline(headline(report))}.`,
    run,
  ])}\n`;
}
