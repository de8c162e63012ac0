import {
  allowanceText,
  boundText,
  changeIntervalText,
  changeText,
  counted,
  countText,
  measureName,
  pEquation,
  valueText,
} from '../gate/index.js';
import type { Check } from '../gate/types.js';
import { brokenPlaces, headline, measureOf, tally, type ReportMeasure } from './headline.js';
import { cut } from './texts.js';
import type { Report } from './types.js';

const WORDS = { pass: 'pass', fail: 'FAIL', inconclusive: 'open', error: 'ERROR' } as const;
/** A screen has this many lines for checks; report.md has all. */
const MOST_CHECKS = 30;
const NAME_LENGTH = 60;
/** The clearest breaks; report.md has all. */
const MOST_BREAKS = 5;
const BREAK_LENGTH = 300;

/** The verdict, its errors and a line per check, as plain text for a terminal or a log. No line break at the end. */
export function renderTerminal(report: Report): string {
  const { verdict, errors, checks, suites } = report;
  const lines =
    errors.length > 0
      ? errors.map(
          ({ suite, message }) =>
            `eval-gate: ${verdict}: ${suite === null || suites.length < 2 ? '' : `${suite}: `}${message}`,
        )
      : [`eval-gate: ${verdict}: ${headline(report)}`];
  lines.push(
    ...checks.slice(0, MOST_CHECKS).map((check) => `  ${WORDS[check.status].padEnd(5)} ${checkLine(check, report)}`),
  );
  if (checks.length === 0) lines.push(...ungated(report).slice(0, MOST_CHECKS));
  if (checks.length > MOST_CHECKS) lines.push(`  … ${counted(checks.length - MOST_CHECKS, 'more check')} in report.md`);
  if (checks.length > 1) lines.push(`  ${tally(checks)}`);
  lines.push(
    ...brokenPlaces(suites)
      .slice(0, MOST_BREAKS)
      .map((line) => `  ${cut(line, BREAK_LENGTH)}`),
  );
  // A suite's own error is told once, above, not once for each of its checks.
  const told = (reason: string): boolean => errors.some(({ message }) => reason.includes(message));
  const open = checks.filter(
    ({ status, reason }) => (status === 'inconclusive' || status === 'error') && !told(reason),
  );
  lines.push(
    ...[...new Set(open.map(({ reason }) => `  ${reason}`))].slice(0, MOST_CHECKS),
    ...report.notes.map((note) => `  ${note}`),
  );
  return lines.join('\n');
}

/** What was measured, where no check shows it. */
function ungated({ suites }: Report): readonly string[] {
  return suites.flatMap(({ name, measures }) =>
    measures
      .filter(({ slice }) => slice === null)
      .map(
        (measure) =>
          `        ${suites.length > 1 ? `${cut(name, NAME_LENGTH)}/` : ''}${measure.metric}  ${values(measure)}`,
      ),
  );
}

/** The candidate's value, after the base's where there is one, and how much of the set it does not cover. */
function values({ unit, base, candidate, unscored }: ReportMeasure): string {
  const own = valueText(candidate.value, unit);
  const both = base === null ? own : `${valueText(base.value, unit)} -> ${own}`;
  return unscored === 0 ? both : `${both} (${countText(unscored)} unscored)`;
}

function checkLine(check: Check, { suites }: Report): string {
  const measure = measureOf(check, suites);
  const name = cut(`${suites.length > 1 ? `${check.suite}/` : ''}${measureName(check)}`, NAME_LENGTH);
  if (measure === null) return `${name}  could not be measured`;
  const { unit, delta } = measure;
  const change =
    delta === null || delta.ci === null || check.rule !== 'max_regression'
      ? ''
      : `, ${changeText(delta.value, unit)} (${changeIntervalText(delta.ci, unit)})${delta.p_value === null ? '' : `, ${pEquation(delta.p_value)}`}`;
  return `${name}  ${values(measure)}${change}  [${rule(check, unit)}]`;
}

function rule({ rule: name, limit }: Check, unit: Parameters<typeof boundText>[1]): string {
  if (limit === null) return name;
  if (name === 'max_regression') return `may drop ${allowanceText(limit, unit)}`;
  if (name === 'must_not_regress') return 'guarded examples may not fall';
  return `${name === 'min' ? 'at least' : 'at most'} ${boundText(limit, unit)}`;
}
