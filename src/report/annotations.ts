import { decisive } from './headline.js';
import type { Report } from './types.js';

/** GitHub shows no more of one type for a step. */
const MOST_ANNOTATIONS = 10;

/** Leaked rows that get an annotation of their own, so that they never crowd out failed checks. */
const LEAKS_ANNOTATED = 3;

export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

/**
 * The few lines that a pull request's Checks tab should show, most useful first: what could not be evaluated, failed
 * checks, then training rows that leaked. Green and inconclusive checks never annotate. In mode warn failures are warnings.
 */
export function annotations(report: Report): Annotation[] {
  const failure = report.gate.mode === 'warn' ? 'warning' : 'error';
  const errors = report.errors.map(({ suite, message, file, line }): Annotation => ({
    level: 'error',
    title: suite === null ? 'eval-gate could not evaluate' : `eval-gate could not evaluate ${suite}`,
    message,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
  }));
  const checks = report.checks
    .filter(({ status }) => status === 'error' || status === 'fail')
    .sort((a, b) => Number(b.status === 'error') - Number(a.status === 'error'))
    .map(({ id, status, reason }): Annotation => ({
      level: status === 'error' ? 'error' : failure,
      title: status === 'error' ? `${id} could not be decided` : `${id} failed`,
      message: reason,
    }));
  const all = [...errors, ...checks, ...leaks(report, failure)];
  if (all.length <= MOST_ANNOTATIONS) return all;
  const more = all.length - MOST_ANNOTATIONS + 1;
  const level = all.slice(MOST_ANNOTATIONS - 1).some((annotation) => annotation.level === 'error')
    ? 'error'
    : 'warning';
  return [
    ...all.slice(0, MOST_ANNOTATIONS - 1),
    { level, title: `eval-gate: ${more} more`, message: `${report.summary} The report lists every check.` },
  ];
}

/** Ids of the checks that failed, for the output `failed-checks`. */
export function failedChecks(report: Report): string[] {
  return report.checks.filter(({ status }) => status === 'fail').map(({ id }) => id);
}

function leaks(report: Report, level: 'error' | 'warning'): Annotation[] {
  const { contamination } = report;
  if (contamination === null || decisive({ verdict: 'fail', checks: report.checks.filter(isContamination) }) === null)
    return [];
  return contamination.examples.slice(0, LEAKS_ANNOTATED).flatMap(({ id, evidence }) =>
    evidence.slice(0, 1).map(({ file, line }): Annotation => ({
      level,
      title: 'Training row holds an eval example',
      message: `This row repeats the eval example ${id}; take it out of the training data and train again.`,
      file,
      line,
    })),
  );
}

function isContamination({ metric }: { readonly metric: string }): boolean {
  return metric === 'contamination_rate';
}
