import { changeIntervalText, changeText, counted, countText, measureName, pText, valueText } from '../../gate/index.js';
import type { Measure } from '../../measures/types.js';
import type { ReportMeasure } from '../headline.js';
import { cut } from '../texts.js';
import type { Flip, Report, SuiteReport } from '../types.js';
import type { Detail } from './detail.js';
import { code, inline } from './escape.js';
import { blocks, details, quote, readsAsCode, table } from './layout.js';

/** Ids and other names inside sections. */
const NAME = 80;

/** A text that is shown in its label's line instead of a block of its own. */
const SHORT_TEXT = 60;

/** The examples that broke, one folded section per suite that has any. */
export function brokenExamples(suite: SuiteReport, detail: Detail, several: boolean): string | null {
  return flipSection(suite, suite.broke, suite.broke_total, 'that broke', detail, several);
}

/** The examples that got better: report.md only, since a reviewer asks for what broke. */
export function fixedExamples(suite: SuiteReport, detail: Detail, several: boolean): string | null {
  return flipSection(suite, suite.fixed, suite.fixed_total, 'that got better', detail, several);
}

function flipSection(
  suite: SuiteReport,
  flips: readonly Flip[],
  total: number,
  what: string,
  detail: Detail,
  several: boolean,
): string | null {
  if (total === 0 || flips.length === 0) return null;
  const shown = flips.slice(0, detail.flips);
  const metric = inline(cut(flips[0]!.metric, NAME));
  const where = several ? ` in ${inline(cut(suite.name, NAME))}` : '';
  const summary = `${counted(total, 'example')} ${what}${where} (${metric})`;
  if (shown.length === 0) return null;
  const left = total - shown.length;
  const more =
    left === 0 ? null : `<sub>${countText(shown.length)} of ${countText(total)} shown, the largest changes first</sub>`;
  return details(summary, blocks([...shown.map((flip) => flipText(flip, detail.text)), more]));
}

function flipText(flip: Flip, most: number): string {
  const slice = flip.slice === null ? '' : ` · ${inline(cut(sliceText(flip.slice), NAME))}`;
  const scores = `${scoreText(flip.base_score)} → ${scoreText(flip.candidate_score)}`;
  const outputs = [flip.reference, flip.base_output, flip.candidate_output].map((text) => cut(text ?? '', most));
  const asCode = readsAsCode(outputs);
  return blocks([
    `**${code(cut(flip.id, NAME))}**${slice} · score ${scores}`,
    flip.prompt === null ? null : quote(cut(flip.prompt, most), readsAsCode([cut(flip.prompt, most)])),
    answers(flip.reference === null ? outputs.slice(1) : outputs, asCode),
  ]);
}

/** Expected (where there is a reference), base and candidate: on one line where all are short. */
function answers(texts: readonly string[], asCode: boolean): string {
  const labels = ['expected', 'base', 'candidate'].slice(-texts.length);
  const parts = texts.map((text, i) => labelled(labels[i]!, text, asCode));
  return texts.every(isShort) ? parts.join(' · ') : blocks(parts);
}

function isShort(text: string): boolean {
  return text.length <= SHORT_TEXT && !/[\r\n]/u.test(text) && text.trim() !== '';
}

function labelled(label: string, text: string, asCode: boolean): string {
  return isShort(text) ? `**${label}** ${code(text)}` : `**${label}**\n\n${quote(text, asCode)}`;
}

function scoreText(score: number): string {
  return inline(String(Number(score.toPrecision(3))));
}

function sliceText(slice: NonNullable<Measure['slice']>): string {
  return Object.entries(slice)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ');
}

/** Slices with both models, those that clearly got worse first. */
export function slices(report: Report, detail: Detail): string | null {
  const several = report.suites.length > 1;
  const all = report.suites.flatMap((suite) =>
    suite.measures.filter(isComparedSlice).map((measure) => ({ suite, measure, turned: turnedChange(measure) })),
  );
  if (all.length === 0) return null;
  const clear = all.filter(({ measure }) => clearlyWorse(measure)).length;
  const shown = all
    .sort((a, b) => Number(clearlyWorse(b.measure)) - Number(clearlyWorse(a.measure)) || a.turned - b.turned)
    .slice(0, detail.slices);
  if (shown.length === 0) return null;
  const rows = shown.map(({ suite, measure }) => {
    const { base, candidate, delta, unit, n } = measure;
    const name = `${several ? `${suite.name} / ` : ''}${measureName(measure)}`;
    return [
      clearlyWorse(measure) ? '▼' : '',
      inline(cut(name, NAME)),
      countText(n),
      valueText(base?.value ?? null, unit),
      valueText(candidate.value, unit),
      `${changeText(delta!.value, unit)}${delta!.ci === null ? '' : ` (${changeIntervalText(delta!.ci, unit)})`}`,
      delta!.p_value === null ? '' : inline(pText(delta!.p_value)),
    ];
  });
  const columns = ['', 'slice', 'n', 'base', 'candidate', 'change, interval', 'p'].map((head, i) => ({
    head,
    align: i === 2 || i === 3 || i === 4 || i === 6 ? ('right' as const) : ('left' as const),
  }));
  const summary =
    clear === 0
      ? `${counted(all.length, 'slice')}, none clearly worse`
      : `Where it got worse: ${countText(clear)} of ${counted(all.length, 'slice')}`;
  const note = `<sub>${all.length > shown.length ? `${countText(shown.length)} of ${countText(all.length)} shown. ` : ''}▼: the interval lies below no change. Intervals are not corrected for the number of slices.</sub>`;
  return details(summary, blocks([table(columns, rows), note]));
}

function isComparedSlice({ slice, delta }: ReportMeasure): boolean {
  return slice !== null && !Object.hasOwn(slice, 'subset') && delta !== null && delta.value !== null;
}

function turnedChange({ direction, delta }: ReportMeasure): number {
  return (direction === 'higher' ? 1 : -1) * (delta?.value ?? 0);
}

function clearlyWorse({ direction, delta }: ReportMeasure): boolean {
  const ci = delta?.ci ?? null;
  return ci !== null && (direction === 'higher' ? ci[1] < 0 : ci[0] > 0);
}

/** Rows without a score, with their reasons. */
export function unscoredRows(suite: SuiteReport, detail: Detail, several: boolean): string | null {
  const shown = suite.unscored.slice(0, detail.unscored);
  if (shown.length === 0) return null;
  const worst = Math.max(0, ...suite.measures.filter(({ slice }) => slice === null).map(({ unscored }) => unscored));
  const where = several ? ` in ${inline(cut(suite.name, NAME))}` : '';
  const summary =
    worst === 0 ? `Unscored rows${where}` : `${counted(worst, 'example')} without a score of the candidate${where}`;
  const rows = shown.map(({ id, model, metric, reason }) => [
    code(cut(id, NAME)),
    model,
    metric === null ? '' : inline(cut(metric, NAME)),
    inline(cut(reason, detail.text)),
  ]);
  const columns = ['example', 'model', 'metric', 'reason'].map((head) => ({ head, align: 'left' as const }));
  const more =
    suite.unscored.length > shown.length ? '<sub>More are in the report; rows.jsonl has all of them.</sub>' : null;
  return details(summary, blocks([table(columns, rows), more]));
}
