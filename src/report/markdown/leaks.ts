import { counted, countText, valueText, changeText } from '../../gate/index.js';
import type { ContaminatedExample, Contamination, Evidence, Level } from '../../contamination/types.js';
import { cut } from '../texts.js';
import type { Report, SuiteReport } from '../types.js';
import type { Detail } from './detail.js';
import { code, inline, link } from './escape.js';
import { blocks, bullets, details } from './layout.js';

/** Where a line of a file can be looked at. */
export type FileLink = (path: string, line: number) => string;

const NAME = 80;

const LEVELS: readonly Level[] = ['identical', 'near_identical', 'substantial', 'partial', 'template'];

/** Matches too weak to be gated are a footnote; a comment shows no more of them than this. */
const WEAK_SHOWN = 3;

/** True where a training row holds enough of an example to count. */
export function hasLeaks({ contamination }: Report): boolean {
  return contamination?.examples.some(({ level }) => counts(level, contamination)) === true;
}

/** The training rows beside the eval examples that they hold, and the score without those examples. */
export function leaks(report: Report, detail: Detail, file: FileLink | undefined): string | null {
  const { contamination } = report;
  if (contamination === null || contamination.examples.length === 0) return null;
  const counting = contamination.examples.filter(({ level }) => counts(level, contamination));
  const others = contamination.examples.length - counting.length;
  if (detail.leaks === 0) return null;
  const shown =
    counting.length > 0
      ? counting.slice(0, detail.leaks)
      : contamination.examples.slice(0, detail.leaks === Infinity ? Infinity : Math.min(WEAK_SHOWN, detail.leaks));
  const summary =
    counting.length > 0
      ? `${counted(counting.length, 'eval example')} found in the training data`
      : `${counted(others, 'eval example')} with a partial match in the training data (not gated)`;
  const total = counting.length > 0 ? counting.length : others;
  const notes = [
    ...(counting.length > 0 ? ['Take these rows out of the training data and train again.'] : []),
    ...(counting.length > 0 && others > 0
      ? [`${counted(others, 'more example')} with a weaker match, which is not gated.`]
      : []),
    ...(shown.length < total
      ? [`${countText(shown.length)} of ${countText(total)} shown; contamination.jsonl has every pair.`]
      : []),
  ];
  return details(
    summary,
    blocks([
      bullets(report.suites.flatMap((suite) => withAndWithout(suite, report.suites.length > 1))),
      ...shown.map((example) => leak(example, detail.text, file)),
      notes.length === 0 ? null : `<sub>${notes.join(' ')}</sub>`,
    ]),
  );
}

/** Whether a level is in the contamination rate: at or above the configured one. */
function counts(level: Level, { level: least }: Contamination): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(least);
}

function leak(example: ContaminatedExample, most: number, file: FileLink | undefined): string {
  const what = example.part === 'question' || example.part === 'answer' ? `its ${example.part}` : 'it';
  const share =
    example.found_by === 'meaning'
      ? 'the judge found its question in other words in a training row'
      : `${valueText(example.score, 'fraction')} of ${what} stands in one training row`;
  return blocks([
    `**${code(cut(example.id, NAME))}** · ${example.level.replace('_', ' ')} · ${share}`,
    example.text === '' ? null : `> ${marked(example.text, example.evidence[0]?.span ?? '', most)}`,
    ...example.evidence.map((row) => `${place(row, file)}\n\n> ${marked(row.text, row.span, most)}`),
  ]);
}

function place({ file, line }: Evidence, linkTo: FileLink | undefined): string {
  const name = `${cut(file, NAME)}:${line}`;
  return `training data ${linkTo === undefined ? code(name) : link(name, linkTo(file, line))}`;
}

/** The text around the span, which is in bold; white space and case may differ in the eval example. */
function marked(text: string, span: string, most: number): string {
  const at = span === '' ? -1 : text.toLowerCase().indexOf(span.toLowerCase());
  if (at < 0) return inline(cut(text, most));
  const end = at + span.length;
  const room = Math.max(20, Math.floor((most - Math.min(span.length, most)) / 2));
  const before = at > room ? `…${text.slice(at - room, at)}` : text.slice(0, at);
  const after = text.length - end > room ? `${text.slice(end, end + room)}…` : text.slice(end);
  const gap = (outer: string, inner: string): string => (/\s/u.test(outer) || /\s/u.test(inner) ? ' ' : '');
  return [
    inline(before),
    gap(before.slice(-1), text.slice(at, at + 1)),
    `<b>${inline(cut(text.slice(at, end), most))}</b>`,
    gap(after.slice(0, 1), text.slice(end - 1, end)),
    inline(after.trimStart()),
  ].join('');
}

/** `exact_match: 39.0% on all examples, 31.2% without the contaminated ones`. */
function withAndWithout(suite: SuiteReport, several: boolean): string[] {
  return suite.measures.flatMap((clean) => {
    if (clean.slice === null || clean.slice['subset'] !== 'clean' || clean.candidate.value === null) return [];
    const whole = suite.measures.find(({ metric, slice }) => slice === null && metric === clean.metric);
    const value = whole?.candidate.value ?? null;
    if (whole === undefined || value === null) return [];
    const name = inline(cut(`${several ? `${suite.name} / ` : ''}${clean.metric}`, NAME));
    const { unit } = clean;
    const change =
      clean.delta === null || whole.delta === null
        ? ''
        : ` (change against the base ${changeText(whole.delta.value, unit)} and ${changeText(clean.delta.value, unit)})`;
    return [
      `${name}: ${valueText(value, unit)} on all examples, ${valueText(clean.candidate.value, unit)} without the contaminated ones${change}`,
    ];
  });
}
