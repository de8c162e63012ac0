import { isAtLeast } from '../contamination/index.js';
import { decisive } from './headline.js';
import type { Report } from './types.js';

/** GitHub shows no more of one type for a step. */
const MOST_ANNOTATIONS = 10;

/** Examples that the annotation of a training row names. */
const MOST_NAMED = 3;

export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

/**
 * The few lines that a pull request's Checks tab should show, most useful first: what could not be evaluated, failed
 * checks, then training rows that leaked, which are warnings on their lines. Green and inconclusive checks never annotate. In
 * mode warn failures are warnings.
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
  const own = firstOf([...errors, ...checks], report);
  const room = MOST_ANNOTATIONS - own.filter(({ level }) => level === 'warning').length;
  return [...own, ...leaks(report).slice(0, room)];
}

function firstOf(all: readonly Annotation[], { summary }: Report): readonly Annotation[] {
  if (all.length <= MOST_ANNOTATIONS) return all;
  const more = all.length - MOST_ANNOTATIONS + 1;
  const level = all.slice(MOST_ANNOTATIONS - 1).some((annotation) => annotation.level === 'error')
    ? 'error'
    : 'warning';
  return [
    ...all.slice(0, MOST_ANNOTATIONS - 1),
    { level, title: `eval-gate: ${more} more`, message: `${summary} The report lists every check.` },
  ];
}

/** Ids of the checks that failed, for the output `failed-checks`. */
export function failedChecks(report: Report): string[] {
  return report.checks.filter(({ status }) => status === 'fail').map(({ id }) => id);
}

/** The training rows that hold examples which count: those of the worst examples first, each row once. */
function leaks({ contamination, checks }: Report): Annotation[] {
  if (contamination === null || decisive({ verdict: 'fail', checks: checks.filter(isContamination) }) === null)
    return [];
  const rows = new Map<string, { readonly place: Pick<Annotation, 'file' | 'line'>; readonly ids: string[] }>();
  for (const { id, level, known, evidence } of contamination.examples) {
    if (known === true || !isAtLeast(level, contamination.level)) continue;
    for (const { file, line, known: isKnown } of evidence) {
      if (isKnown === true) continue;
      const key = JSON.stringify([file, line]);
      const row = rows.get(key) ?? { place: LINELESS.test(file) ? { file } : { file, line }, ids: [] };
      rows.set(key, row);
      row.ids.push(id);
    }
  }
  return [...rows.values()].map(({ place, ids }) => ({
    level: 'warning',
    title: 'Training row holds an eval example',
    message: `This row holds the eval example${ids.length === 1 ? '' : 's'} ${namesOf(ids)}; take it out of the training data and train again.`,
    ...place,
  }));
}

/** Files whose lines nobody sees in a pull request. */
const LINELESS = /\.(?:gz|zst|parquet)$/iu;

function namesOf(ids: readonly string[]): string {
  const named = ids.slice(0, MOST_NAMED).join(', ');
  return ids.length > MOST_NAMED ? `${named} and ${String(ids.length - MOST_NAMED)} more` : named;
}

function isContamination({ metric }: { readonly metric: string }): boolean {
  return metric === 'contamination_rate';
}
