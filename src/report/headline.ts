import {
  boundText,
  compared,
  comparedFew,
  counted,
  countText,
  decimalsToTellApart,
  measureName,
  sizeText,
  valueText,
  type Unit,
} from '../gate/index.js';
import type { Check, Status, Verdict } from '../gate/types.js';
import { cut, cutEnd } from './texts.js';
import type { Report, SuiteReport } from './types.js';

export type ReportMeasure = SuiteReport['measures'][number];
export type Judged = Pick<Report, 'verdict' | 'errors' | 'checks' | 'suites'>;

/** A heading that is longer is not read. */
const HEADLINE_LENGTH = 160;

/** A cluster is known by its first examples. */
const NAMED_EXAMPLES = 3;
/** The one line of an error may be longer: it says what to do at its end. */
const SUMMARY_LENGTH = 500;

/** What happened, in one line without markup: the reason first, as `numeric_match fell by 4.3 pp, from 39.0% to 34.7%`. */
export function headline(report: Judged): string {
  const text = unlimited(report);
  return report.verdict === 'error' ? cutEnd(text, HEADLINE_LENGTH) : cut(text, HEADLINE_LENGTH);
}

/** The report's one line: the verdict and what happened. */
export function summaryLine(report: Judged): string {
  const { verdict, checks } = report;
  if (verdict === 'error') return `${verdict}: ${cutEnd(unlimited(report), SUMMARY_LENGTH)}`;
  return `${verdict}: ${headline(report)}${checks.length === 0 ? '' : ` (${tally(checks)})`}`;
}

const PASSED: readonly (string | undefined)[] = [undefined, 'the check passed', 'both checks passed'];

/** How the checks came out: `1 of 3 checks failed, 1 is inconclusive`. */
export function tally(checks: readonly Check[]): string {
  const count = (status: Status): number => checks.filter((check) => check.status === status).length;
  const [failed, open, broken] = [count('fail'), count('inconclusive'), count('error')];
  if (checks.length === 0) return 'no checks';
  if (failed + open + broken === 0) return PASSED[checks.length] ?? `all ${countText(checks.length)} checks passed`;
  const [first, ...rest] = (
    [
      [broken, 'could not be decided'],
      [failed, 'failed'],
      [open, open === 1 ? 'is inconclusive' : 'are inconclusive'],
    ] as const
  ).filter(([many]) => many > 0);
  if (checks.length === 1) return `the check ${first![1]}`;
  const lead = `${countText(first![0])} of ${counted(checks.length, 'check')} ${first![1]}`;
  return [lead, ...rest.map(([many, what]) => `${countText(many)} ${what}`)].join(', ');
}

/** The check that the verdict rests on. */
export function decisive({ verdict, checks }: Pick<Judged, 'verdict' | 'checks'>): Check | null {
  return checks.find(({ status }) => status === verdict) ?? null;
}

/** One check in a few words. */
export function briefly(check: Check, suites: Judged['suites']): string {
  const name = named(check, suites);
  const measure = measureOf(check, suites);
  if (check.status === 'error' || check.value === null || check.limit === null) return `${name} could not be decided`;
  if (check.rule === 'must_not_regress') {
    const fallen = check.fallen?.length ?? 0;
    return fallen === 0
      ? `${name} fell on no guarded example`
      : `${name} fell on ${counted(fallen, 'guarded example')}`;
  }
  if (measure === null) return `${name}: ${check.status}`;
  return check.rule === 'max_regression'
    ? movement(name, measure)
    : bounded(name, check.value, check.limit, check, measure.unit);
}

/** The measure that a check was held against, if it was measured. */
export function measureOf(
  check: Pick<Check, 'suite' | 'metric' | 'slice'>,
  suites: Judged['suites'],
): ReportMeasure | null {
  const name = measureName(check);
  const suite = suites.find((candidate) => candidate.name === check.suite);
  return suite?.measures.find((measure) => measureName(measure) === name) ?? null;
}

/** `suite / metric{slice}`, the suite only where there are several. */
export function named(what: Pick<Check, 'suite' | 'metric' | 'slice'>, suites: Judged['suites']): string {
  return `${suites.length > 1 ? `${what.suite} / ` : ''}${measureName(what)}`;
}

/**
 * What broke in one place, a line each: `category=dates broke: 12 of 12 that were right are wrong now (exact_match), 3 of
 * 70 elsewhere`.
 */
export function brokenPlaces(suites: Judged['suites']): string[] {
  return suites.flatMap(({ name, breaks }) =>
    breaks.map(({ metric, slice, examples, right, lost, rest_right, rest_lost }) => {
      const where =
        slice === null
          ? `A cluster of examples (${(examples ?? []).slice(0, NAMED_EXAMPLES).join(', ')}${(examples ?? []).length > NAMED_EXAMPLES ? ', …' : ''})`
          : Object.entries(slice)
              .map(([key, value]) => `${key}=${value}`)
              .join(', ');
      const suite = suites.length > 1 ? ` in ${name}` : '';
      return `${where} broke${suite}: ${countText(lost)} of ${countText(right)} that were right are wrong now (${metric}), ${countText(rest_lost)} of ${countText(rest_right)} elsewhere.`;
    }),
  );
}

function unlimited(report: Judged): string {
  const { verdict, errors, checks, suites } = report;
  if (verdict === 'error') {
    const first = errors[0]?.message ?? decisive(report)?.reason ?? 'nothing was measured';
    return `could not evaluate: ${first.replace(/\s+/gu, ' ').trim()}`;
  }
  if (checks.length === 0) return 'nothing was gated';
  const check = decisive(report) ?? checks[0]!;
  const told = briefly(check, suites);
  const prefix: Record<Exclude<Verdict, 'error'>, string> = { pass: '', fail: '', inconclusive: "can't tell yet: " };
  return `${prefix[verdict]}${told}`;
}

function movement(name: string, measure: ReportMeasure): string {
  const { delta, base, candidate, unit, n } = measure;
  const change = delta?.value ?? null;
  if (change === null) return `${name} could not be compared`;
  const pairs = comparedFew(measure) ? compared(measure) : null;
  const where = pairs === null ? '' : ` on the ${countText(pairs.n)} of ${counted(pairs.of, 'example')} compared`;
  if (delta?.identical === true) {
    return where === '' ? `${name} is unchanged, as all outputs are identical` : `${name} is unchanged${where}`;
  }
  if (change === 0) return `${name} did not change${where}`;
  // Where rows are unscored on one side only, the change over the pairs is not the difference of the two values.
  const paired = base !== null && delta?.n === n && delta.n === base.n;
  const values = paired ? `, from ${valueText(base.value, unit)} to ${valueText(candidate.value, unit)}` : '';
  return `${name} ${change < 0 ? 'fell' : 'rose'} by ${sizeText(change, unit)}${values}${where}`;
}

function bounded(name: string, value: number, limit: number, { rule, status }: Check, unit: Unit): string {
  const shown = valueText(value, unit, decimalsToTellApart(value, limit, unit));
  const side = rule === 'min' ? (status === 'fail' ? 'below' : 'at least') : status === 'fail' ? 'above' : 'at most';
  return `${name} is ${shown}, ${side} ${boundText(limit, unit)}`;
}
