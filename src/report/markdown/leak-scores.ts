import {
  changeIntervalText,
  changeText,
  counted,
  countText,
  pEquation,
  pText,
  sizeText,
  valueText,
} from '../../gate/index.js';
import type { GroupDifference } from '../../measures/types.js';
import type { ReportMeasure } from '../headline.js';
import { cut } from '../texts.js';
import type { Report, SuiteReport } from '../types.js';
import type { Detail } from './detail.js';
import { inline } from './escape.js';
import { blocks, table } from './layout.js';

const NAME = 80;

/** What a suite's metrics are on all, on clean and on contaminated examples; null where nothing leaked into it. */
export function leakScores(suite: SuiteReport, report: Report, detail: Detail): string | null {
  const rows = rowsOf(suite);
  const [first] = rows;
  if (first === undefined) return null;
  const several = report.suites.length > 1;
  const kind = suite.kind === 'standard' ? 'standard benchmark' : 'custom eval set';
  const of = several ? `${inline(cut(suite.name, NAME))}, a ${kind}` : `a ${kind}`;
  const [clean, contaminated] = [sizeOf(first.clean), sizeOf(first.contaminated)];
  const size = `Of ${of}: ${counted(contaminated, 'contaminated example')}, ${countText(clean)} clean.`;
  return blocks([
    `${lead(first, report)}${size}`,
    metricsTable(rows.slice(0, detail.leaks), report),
    leftOut(rows, detail),
  ]);
}

interface Row {
  readonly metric: string;
  readonly all: ReportMeasure;
  readonly clean: ReportMeasure;
  readonly contaminated: ReportMeasure;
  readonly candidate: GroupDifference | null;
  readonly base: GroupDifference | null;
}

function rowsOf({ measures, subset_differences: differences }: SuiteReport): Row[] {
  const on = (metric: string, subset: string | null): ReportMeasure | undefined =>
    measures.find(
      (measure) =>
        measure.metric === metric && (subset === null ? measure.slice === null : measure.slice?.['subset'] === subset),
    );
  return differences.flatMap(({ metric, candidate, base }) => {
    const [all, clean, contaminated] = [on(metric, null), on(metric, 'clean'), on(metric, 'contaminated')];
    if (all === undefined || clean === undefined || contaminated === undefined) return [];
    return [{ metric, all, clean, contaminated, candidate, base }];
  });
}

function sizeOf({ n, unscored }: ReportMeasure): number {
  return n + unscored;
}

/** `**Leaked examples score 12.1 pp higher on exact_match** (95% interval +2.0 to +20.3, p = 0.014); the base's 0.4 pp lower. ` */
function lead({ metric, all, candidate, base }: Row, { gate }: Report): string {
  if (candidate === null) return '';
  const name = inline(cut(metric, NAME));
  const interval =
    candidate.ci === null
      ? []
      : [
          `${String(Number((100 * gate.confidence).toPrecision(4)))}% interval ${changeIntervalText(candidate.ci, all.unit)}`,
        ];
  const p = candidate.p_value === null ? [] : [inline(pEquation(candidate.p_value))];
  const evidence = [...interval, ...p].join(', ');
  const own = `**Leaked examples score ${higher(candidate.value, all)} on ${name}**${evidence === '' ? '' : ` (${evidence})`}`;
  return `${own}${base === null ? '' : `, the base's ${higher(base.value, all)}`}. `;
}

function higher(value: number, { unit }: ReportMeasure): string {
  return value === 0 ? 'no higher' : `${sizeText(value, unit)} ${value > 0 ? 'higher' : 'lower'}`;
}

function metricsTable(rows: readonly Row[], { gate }: Report): string {
  const hasBase = rows.some(({ base }) => base !== null);
  const columns = [
    ['metric', 'left'],
    ['all', 'right'],
    ['clean', 'right'],
    ['leaked', 'right'],
    [`difference, ${String(Number((100 * gate.confidence).toPrecision(4)))}% interval`, 'left'],
    ['p', 'right'],
    ...(hasBase ? [["base's", 'right']] : []),
  ] as [string, 'left' | 'right'][];
  return table(
    columns.map(([head, align]) => ({ head, align })),
    rows.map(({ metric, all, clean, contaminated, candidate, base }) => [
      inline(cut(metric, NAME)),
      ...[all, clean, contaminated].map(({ candidate: { value }, unit }) => valueText(value, unit)),
      differenceText(candidate, all),
      (candidate?.p_value ?? null) === null ? '' : inline(pText(candidate!.p_value!)),
      ...(hasBase ? [changeText(base?.value ?? null, all.unit).replaceAll(' ', '\u00a0')] : []),
    ]),
  );
}

function differenceText(difference: GroupDifference | null, { unit }: ReportMeasure): string {
  if (difference === null) return '';
  const { value, ci } = difference;
  const interval = ci === null ? '' : ` (${changeIntervalText(ci, unit)})`;
  return `${changeText(value, unit)}${interval}`.replaceAll(' ', '\u00a0');
}

function leftOut(rows: readonly Row[], { leaks }: Detail): string | null {
  return rows.length > leaks ? `<sub>${counted(rows.length - leaks, 'more metric')} in the report.</sub>` : null;
}
