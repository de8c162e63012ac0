import { counted, countText } from '../../gate/index.js';
import type { Check } from '../../gate/types.js';
import { brokenPlaces, headline, tally } from '../headline.js';
import { cut } from '../texts.js';
import type { Report } from '../types.js';
import { checksTable, ICONS } from './checks-table.js';
import { EVERYTHING, COMMENT_STEPS, SUMMARY_STEPS, type Detail } from './detail.js';
import { inline, link } from './escape.js';
import { blocks, bullets, details } from './layout.js';
import type { FileLink } from './evidence.js';
import { hasLeaks, leaks } from './leaks.js';
import { judgePanel } from './judge.js';
import { similarPairs } from './meaning.js';
import { howMade, referenceTables, sources } from './made.js';
import { wrongOutputs } from './notes.js';
import { brokenExamples, fixedExamples, slices, unscoredRows } from './sections.js';

/** GitHub rejects a comment above 65,536 characters; the rest is left for what it adds. */
const COMMENT_BYTES = 60_000;

/** A reason or an error is a sentence or two. */
const REASON_LENGTH = 600;

export interface Links {
  /** The run (attempt). */
  readonly run?: string;
  /** The full report: an address. */
  readonly report?: string;
  /** Where a line of the training data can be looked at. */
  readonly file?: FileLink;
}

export interface CommentOptions {
  /** The comment's first line, an HTML comment by which it is found again. */
  readonly marker: string;
  readonly links: Links;
  /** Of the whole comment in UTF-8, marker included. */
  readonly maxBytes?: number;
}

/**
 * The pull request comment: for a reviewer with thirty seconds, then depth on demand. It shows less and less until it
 * fits; what it leaves out, it counts.
 */
export function renderComment(report: Report, { marker, links, maxBytes = COMMENT_BYTES }: CommentOptions): string {
  const render = (detail: Detail): string => `${blocks([marker, page(report, detail, links)])}\n`;
  return firstThatFits(COMMENT_STEPS, render, maxBytes) ?? `${blocks([marker, heading(report)])}\n`;
}

/** The step summary; it too shows less and less until it fits. */
export function renderSummary(
  report: Report,
  { links, maxBytes }: Omit<CommentOptions, 'marker'> & { maxBytes: number },
): string {
  const render = (detail: Detail): string => `${page(report, detail, links)}\n`;
  return firstThatFits([...SUMMARY_STEPS, ...COMMENT_STEPS], render, maxBytes) ?? `${heading(report)}\n`;
}

/** report.md: all that report.json holds, for people. */
export function renderMarkdownReport(report: Report, links: Links = {}): string {
  return `${page(report, EVERYTHING, links)}\n`;
}

function firstThatFits(steps: readonly Detail[], render: (detail: Detail) => string, maxBytes: number): string | null {
  for (const detail of steps) {
    const text = render(detail);
    if (Buffer.byteLength(text) <= maxBytes) return text;
  }
  return null;
}

function page(report: Report, detail: Detail, links: Links): string {
  const several = report.suites.length > 1;
  const passed = report.verdict === 'pass' && report.checks.length > 0;
  const numbers = checksTable(report, detail.rows);
  const found = leaks(report, detail, links.file);
  return blocks([
    heading(report),
    lead(report),
    bullets(errors(report, detail)),
    breaks(report, detail),
    passed && numbers !== null && detail !== EVERYTHING ? details(capitalised(tally(report.checks)), numbers) : numbers,
    bullets([...reasons(report, detail), ...remarks(report, detail)]),
    sources(report, [
      ...(links.run === undefined ? [] : [link('run', links.run)]),
      ...(links.report === undefined ? [] : [link('full report', links.report)]),
    ]),
    ...report.suites.map((suite) => judgePanel(suite, detail, several)),
    hasLeaks(report) ? found : null,
    ...report.suites.map((suite) => brokenExamples(suite, detail, several)),
    slices(report, detail),
    ...report.suites.map((suite) => wrongOutputs(suite, detail, several)),
    ...report.suites.map((suite) => unscoredRows(suite, detail, several)),
    hasLeaks(report) ? null : found,
    similarPairs(report, detail, links.file),
    ...(detail === EVERYTHING ? report.suites.map((suite) => fixedExamples(suite, detail, several)) : []),
    ...report.suites.map((suite) => referenceTables(suite, detail)),
    howMade(report, detail),
  ]);
}

function heading(report: Report): string {
  return `### ${ICONS[report.verdict]} eval-gate: ${inline(headline(report))}`;
}

/** The line below the heading: how the checks came out, and how many examples moved. A pass needs none. */
function lead(report: Report): string | null {
  const { verdict, checks, gate } = report;
  const mode =
    verdict === 'fail' && gate.mode === 'warn'
      ? ' Mode is `warn`, so the check stays green.'
      : verdict === 'inconclusive' && gate.on_inconclusive === 'fail'
        ? ' Inconclusive counts as failed here (`on_inconclusive: fail`).'
        : '';
  if (checks.length === 0 || verdict === 'pass') return null;
  return `**${capitalised(tally(checks))}.**${moved(report)}${mode}`;
}

function moved({ suites, checks }: Report): string {
  const suite = suites.find(({ name }) => name === checks.find(({ status }) => status !== 'pass')?.suite);
  if (suite === undefined || suite.broke_total + suite.fixed_total === 0) return '';
  const metric = (suite.broke[0] ?? suite.fixed[0])?.metric;
  return ` ${counted(suite.broke_total, 'example')} broke, ${countText(suite.fixed_total)} got better${metric === undefined ? '' : ` (${inline(cut(metric, 80))})`}.`;
}

/** Slices and clusters that broke, in one line for a reviewer; a total that rose may hide them. */
function breaks({ suites }: Report, detail: Detail): string | null {
  const [first, ...more] = brokenPlaces(suites).map((line) => inline(cut(line, REASON_LENGTH)));
  if (first === undefined) return null;
  if (detail === EVERYTHING) return bullets([first, ...more].map((line) => `⚠️ ${line}`));
  return `⚠️ ${first}${more.length === 0 ? '' : ` ${counted(more.length, 'more place')} like this in the report.`}`;
}

function errors(report: Report, { reasons: most }: Detail): string[] {
  // A single error is the heading already, unless it was cut there.
  const told = headline(report);
  const untold = report.errors.filter(({ message }) => !told.includes(message));
  const messages = untold.map(({ suite, message }) =>
    inline(cut(suite === null ? message : `${suite}: ${message}`, REASON_LENGTH)),
  );
  return [...messages.slice(0, most), ...leftOver(messages.length - most, 'more error')];
}

function reasons({ checks, suites, errors: told }: Report, { reasons: most }: Detail): string[] {
  const several = suites.length > 1;
  const open = (['error', 'fail', 'inconclusive'] as const).flatMap((status) =>
    // A suite's own error is told once, not once for each of its checks.
    checks.filter((check) => check.status === status && !told.some(({ message }) => check.reason.includes(message))),
  );
  const line = (check: Check): string =>
    `${ICONS[check.status]} ${several ? `${inline(cut(check.suite, 80))}: ` : ''}${inline(cut(check.reason, REASON_LENGTH))}`;
  // Checks that rest on the same measure may have the same reason.
  const lines = [...new Set(open.map(line))];
  return most === 0 ? [] : [...lines.slice(0, most), ...leftOver(lines.length - most, 'more check')];
}

/** What a reader must know beside the checks: a metric's caution, notes of the run. */
function remarks({ suites, notes }: Report, { reasons: most }: Detail): string[] {
  const lines = [
    ...cautions(suites).map(
      ([metric, caution]) => `${inline(cut(metric, 80))}: ${inline(cut(caution, REASON_LENGTH))}`,
    ),
    ...notes.map((note) => inline(cut(note, REASON_LENGTH))),
  ];
  return most === 0 ? [] : [...lines.slice(0, most), ...leftOver(lines.length - most, 'more note')];
}

function cautions(suites: Report['suites']): [string, string][] {
  const found = suites.flatMap(({ measures }) =>
    measures.flatMap(({ metric, caution }): [string, string][] => (caution === undefined ? [] : [[metric, caution]])),
  );
  return [...new Map(found)];
}

function leftOver(count: number, what: string): string[] {
  return count > 0 ? [`… ${counted(count, what)} in the report`] : [];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
