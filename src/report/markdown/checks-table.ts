import {
  allowanceText,
  boundText,
  canHappen,
  changeIntervalText,
  changeText,
  counted,
  countText,
  measureName,
  pText,
  sizeText,
  valueText,
} from '../../gate/index.js';
import type { Check, Status } from '../../gate/types.js';
import type { ReportMeasure } from '../headline.js';
import type { Report } from '../types.js';
import { inline } from './escape.js';
import { table, type Align } from './layout.js';
import { cut } from '../texts.js';

export const ICONS: Readonly<Record<Status, string>> = { pass: '✅', fail: '❌', inconclusive: '⚪', error: '🛑' };

/** Names in cells are cut here, so that one name can't fill a comment. */
const CELL_NAME = 80;

const ORDER: readonly (Status | null)[] = ['error', 'fail', 'inconclusive', 'pass', null];

/** One measure with the checks on it; `measure` is null where a check's measure does not exist. */
interface Row {
  readonly name: string;
  readonly measure: ReportMeasure | null;
  readonly checks: Check[];
}

/**
 * The one table: a row per measure that is gated, worst first, then the headline measures that nothing gates.
 * @param most rows; what is left out is counted below
 */
export function checksTable(report: Report, most: number): string | null {
  const rows = rowsOf(report).sort((a, b) => ORDER.indexOf(statusOf(a)) - ORDER.indexOf(statusOf(b)));
  if (rows.length === 0) return null;
  const shown = rows.slice(0, most);
  const compared = shown.some(({ measure }) => (measure?.delta ?? null) !== null);
  const heads: { head: string; align: Align; compared?: true }[] = [
    { head: '', align: 'left' },
    { head: 'metric', align: 'left' },
    { head: 'base', align: 'right', compared: true },
    { head: 'candidate', align: 'right' },
    {
      head: `change, ${String(Number((100 * report.gate.confidence).toPrecision(4)))}% interval`,
      align: 'left',
      compared: true,
    },
    { head: shown.some((row) => adjustedP(row) !== null) ? 'p (adjusted)' : 'p', align: 'right', compared: true },
    { head: 'check', align: 'left' },
  ];
  const kept = [...heads.keys()].filter((i) => compared || heads[i]?.compared !== true);
  const cells = shown.map((row) => {
    const all = cellsOf(row);
    return kept.map((i) => all[i]!);
  });
  const left = rows.slice(most);
  const more = left.length === 0 ? '' : `\n\n${leftOut(left)}`;
  return shown.length === 0
    ? leftOut(left)
    : `${table(
        kept.map((i) => heads[i]!),
        cells,
      )}${more}`;
}

function rowsOf({ suites, checks }: Report): Row[] {
  const rows = new Map<string, Row>();
  const several = suites.length > 1;
  const keyOf = (suite: string, name: string): string => JSON.stringify([suite, name]);
  // Looked up by name, since there may be a check for each of thousands of slices.
  const measures = new Map(
    suites.flatMap((suite) =>
      suite.measures.map((measure) => [keyOf(suite.name, measureName(measure)), measure] as const),
    ),
  );
  const rowAt = (suite: string, name: string): Row => {
    const key = keyOf(suite, name);
    const row = rows.get(key) ?? {
      name: several ? `${suite} / ${name}` : name,
      measure: measures.get(key) ?? null,
      checks: [],
    };
    rows.set(key, row);
    return row;
  };
  for (const check of checks) rowAt(check.suite, measureName(check)).checks.push(check);
  for (const suite of suites) {
    for (const measure of suite.measures) if (measure.slice === null) rowAt(suite.name, measure.metric);
  }
  return [...rows.values()];
}

function statusOf({ checks }: Row): Status | null {
  return ORDER.find((status) => checks.some((check) => check.status === status)) ?? null;
}

/** The adjusted p-value, where it reads differently from the measure's own. */
function adjustedP({ measure, checks }: Row): number | null {
  const adjusted = checks.map((check) => check.p_adjusted ?? null).find((p) => p !== null) ?? null;
  const own = measure?.delta?.p_value ?? null;
  return adjusted === null || own === null || pText(adjusted) === pText(own) ? null : adjusted;
}

function cellsOf(row: Row): string[] {
  const { name, measure, checks } = row;
  const status = statusOf(row);
  const metric = inline(cut(name, CELL_NAME));
  const checkCell = checks.map((check) => checkText(check, measure)).join('<br>');
  if (measure === null) return [status === null ? '' : ICONS[status], metric, '', '', '', '', checkCell];
  const { base, candidate, delta, unit } = measure;
  const change =
    delta === null
      ? ''
      : `${unbroken(changeText(delta.value, unit))}${delta.ci === null ? '' : ` (${unbroken(changeIntervalText(delta.ci, unit))})`}`;
  const own = delta?.p_value ?? null;
  const adjusted = adjustedP(row);
  const p = own === null ? '' : `${pText(own)}${adjusted === null ? '' : ` (${pText(adjusted)})`}`;
  return [
    status === null ? '' : ICONS[status],
    metric,
    base === null ? '' : valueText(base.value, unit),
    valueText(candidate.value, unit),
    change,
    inline(p),
    checks.length === 0 ? 'not gated' : checkCell,
  ];
}

/** Keeps a figure with its unit, and an interval in one piece, in a narrow column. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

function checkText(check: Check, measure: ReportMeasure | null): string {
  const said = check.limit_text === undefined ? '' : ` (${inline(cut(check.limit_text, CELL_NAME))})`;
  const rule =
    measure === null || check.limit === null ? check.rule.replaceAll('_', ' ') : `${ruleText(check, measure)}${said}`;
  return `${rule}${outcome(check, measure)}`;
}

function ruleText({ rule, limit, strict }: Check, { unit, direction }: ReportMeasure): string {
  if (limit === null) return rule;
  if (rule === 'min') return `at least ${boundText(limit, unit)}`;
  if (rule === 'max') return `at most ${boundText(limit, unit)}`;
  if (rule === 'must_not_regress') return 'no guarded example may get worse';
  return `may ${direction === 'higher' ? 'drop' : 'rise'} ${allowanceText(limit, unit)}${strict === true ? ', strict' : ''}`;
}

function outcome({ status, rule, fallen }: Check, measure: ReportMeasure | null): string {
  if (status === 'pass') return '';
  if (status === 'error') return ': could not be decided';
  if (status === 'fail') return rule === 'must_not_regress' ? `: ${countText(fallen?.length ?? 0)} did` : ': failed';
  const mde = measure?.delta?.mde ?? null;
  const shows =
    measure === null || mde === null || !canHappen(mde, measure.unit)
      ? ''
      : `, this set shows ${measure.direction === 'higher' ? 'drops' : 'rises'} from ${sizeText(mde, measure.unit)}`;
  return `: inconclusive${shows}`;
}

function leftOut(rows: readonly Row[]): string {
  const parts = ORDER.flatMap((status) => {
    const count = rows.filter((row) => statusOf(row) === status).length;
    return count === 0
      ? []
      : [`${status === null ? '' : `${ICONS[status]} `}${countText(count)}${status === null ? ' not gated' : ''}`];
  });
  return `<sub>${counted(rows.length, 'more row')} in the report: ${parts.join(' · ')}</sub>`;
}
