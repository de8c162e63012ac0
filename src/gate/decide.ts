import type { Measure, PairedScores } from '../measures/types.js';
import { holm } from '../stats/index.js';
import { judgeBound } from './bounds.js';
import { judgeDoubt } from './doubt.js';
import { judgeMustNotRegress } from './must-not-regress.js';
import { compared, comparedFew, planConfigured, planDefaults, type GateSuite, type PlannedCheck } from './plan.js';
import { counted, countText } from './figures.js';
import { isFloor } from './limits.js';
import { judgeRegression } from './regression.js';
import type { Check, GatePolicy, Verdict } from './types.js';
import { worst } from './verdict.js';

export interface GateInput {
  readonly policy: GatePolicy;
  readonly measures: readonly Measure[];
  readonly paired: readonly PairedScores[];
  readonly suites: readonly GateSuite[];
  readonly hasTraining: boolean;
}

export interface GateOutcome {
  readonly checks: readonly Check[];
  readonly verdict: Verdict;
  /** True where the run measured without a single check. */
  readonly nothingGated: boolean;
  /** What a reader must know of the gate itself, each one plain sentence. */
  readonly notes: readonly string[];
}

/**
 * The gate: every check decided, and the verdict over them.
 * @throws GateError where the policy itself is wrong: an unknown suite, metric or slice, an impossible limit
 */
export function decide({ policy, measures, paired, suites, hasTraining }: GateInput): GateOutcome {
  const notes: string[] = [];
  const planned =
    policy.checks === null
      ? defaults(measures, suites, hasTraining, notes)
      : planConfigured(policy.checks, measures, suites);
  const adjusted = adjustedPValues(planned, policy.correction);
  const checks = planned.map((check, i) => {
    const doubted = judgeDoubt(check);
    if (doubted !== null && check.measure?.doubt?.of_pass !== true) return doubted;
    const judged =
      check.rule === 'max_regression'
        ? judgeRegression(check, adjusted[i]!, policy.confidence)
        : judgeBound(check, policy.confidence);
    return judged.status === 'pass' ? (doubted ?? judged) : judged;
  });
  if (policy.must_not_regress !== null) {
    const guarded = judgeMustNotRegress(policy.must_not_regress, paired, suites);
    checks.push(...guarded.checks);
    notes.push(...guarded.notes);
  }
  notes.push(...floors(planned), ...fewCompared(planned, suites.length > 1));
  const broken = suites.length === 0 || suites.some(({ failed }) => failed !== null);
  const nothingGated = checks.length === 0 && !broken;
  if (nothingGated) notes.push(nothingGatedNote(policy));
  const verdict = broken ? 'error' : worst(checks.map(({ status }) => status));
  notes.push(...identicalSuites(measures).map((suite) => twinNote(suite, suites.length > 1)));
  return { checks, verdict, nothingGated, notes };
}

function defaults(
  measures: readonly Measure[],
  suites: readonly GateSuite[],
  hasTraining: boolean,
  notes: string[],
): PlannedCheck[] {
  const { planned, withoutDefault } = planDefaults(measures, suites, hasTraining);
  if (withoutDefault.length > 0) {
    notes.push(
      `No limit suits a metric of the user's own by default, so nothing checks ${withoutDefault.join(', ')}; add a check to gate it.`,
    );
  }
  return planned;
}

/** A check that can't fail gates nothing, which a green one would hide. */
function floors(planned: readonly PlannedCheck[]): string[] {
  const [first, ...more] = planned.filter(
    ({ rule, limit, measure }) => limit !== null && measure !== null && isFloor(limit, rule, measure),
  );
  if (first === undefined) return [];
  const others = more.length === 0 ? '' : ` and ${counted(more.length, 'more check')}`;
  return [`${first.id}${others} can't fail, since no value is below its limit; raise it, or leave the check out.`];
}

/** One sentence per suite and number of pairs: a drop among rows that were not compared is not seen. */
function fewCompared(planned: readonly PlannedCheck[], several: boolean): string[] {
  const sentences = planned.flatMap(({ rule, suite, measure }) => {
    const pairs = measure === null || !comparedFew(measure) ? null : compared(measure);
    if (rule !== 'max_regression' || measure?.slice !== null || pairs === null || pairs.n === 0) return [];
    return [
      `Only ${countText(pairs.n)} of ${counted(pairs.of, 'example')}${several ? ` in ${suite}` : ''} could be compared with the base, so a loss among the others is not seen.`,
    ];
  });
  return [...new Set(sentences)];
}

function twinNote(suite: string, several: boolean): string {
  return `Every output of the candidate equals the base's${several ? ` in ${suite}` : ''}. Was one file given twice?`;
}

function nothingGatedNote(policy: GatePolicy): string {
  return policy.checks === null
    ? 'Nothing was gated: no checks are configured, and there is nothing that default limits suit (base predictions of a metric with a known range, or training data).'
    : 'Nothing was gated: gate.checks is empty.';
}

/** Per planned check its adjusted p-value; the family is every max_regression check of the run that has a p-value. */
function adjustedPValues(planned: readonly PlannedCheck[], correction: GatePolicy['correction']): (number | null)[] {
  const pValue = ({ rule, problem, measure }: PlannedCheck): number | null =>
    rule === 'max_regression' && problem === null && measure?.doubt === undefined
      ? (measure?.delta?.p_value ?? null)
      : null;
  const raw = planned.map(pValue);
  if (correction === 'none') return raw;
  const family = raw.filter((p) => p !== null);
  const adjusted = holm(family).values();
  return raw.map((p) => (p === null ? null : adjusted.next().value!));
}

function identicalSuites(measures: readonly Measure[]): string[] {
  const whole = measures.filter(
    (measure) => measure.slice === null && measure.delta?.identical === true && !comparedFew(measure),
  );
  return [...new Set(whole.map(({ suite }) => suite))];
}
