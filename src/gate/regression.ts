import type { Delta, Interval, Measure } from '../measures/types.js';
import { unitsNeeded } from '../stats/index.js';
import { inError, lineOf, percentText, ROUNDING } from './bounds.js';
import {
  allowanceText,
  canHappen,
  changeIntervalText,
  changeText,
  counted,
  countText,
  decimalsToTellApart,
  pEquation,
  pText,
  sizeText,
  valueText,
} from './figures.js';
import { resolveLimit } from './limits.js';
import { compared, measureName, type PlannedCheck } from './plan.js';
import type { Check, Status } from './types.js';

/** Fewer independent units can't fail: an exact test of 5 pairs never gets below p = 0.06. */
const LEAST_UNITS = 6;

/** A note says that a set is too small for its limit where the drops that it can show are more than this many limits. */
const FAR_ABOVE = 2;

/** Rounding in a p-value is not evidence. */
const P_ROUNDING = 1e-12;

/** A max_regression check with all that it takes to decide it. */
interface Case {
  readonly planned: PlannedCheck;
  readonly measure: Measure;
  readonly delta: Delta;
  /** The change, turned so that more is better. */
  readonly d: number;
  readonly ci: Interval | null;
  readonly m: number;
  readonly pAdjusted: number | null;
  readonly confidence: number;
}

/**
 * `max_regression`: fails where the drop is beyond the limit and noise does not explain it; where noise could, it is
 * inconclusive. `strict` asks of a pass that the whole interval stays within the limit.
 * @param pAdjusted the measure's p-value, adjusted over the run's max_regression checks; null where it has none
 */
export function judgeRegression(planned: PlannedCheck, pAdjusted: number | null, confidence: number): Check {
  const { measure, limit } = planned;
  if (planned.problem !== null || measure === null || limit === null) {
    return inError(planned, planned.problem ?? `${planned.metric} was not measured.`);
  }
  const name = measureName(planned);
  const { delta } = measure;
  if (delta === null) {
    return inError(
      planned,
      `${name} has no base to compare with; give base predictions, or use min or max instead of max_regression.`,
    );
  }
  const m = resolveLimit(limit, measure.base?.value ?? null);
  if (m === null)
    return inError(
      planned,
      `The limit "${limit.text ?? ''}" is a share of the base's value, and the base has no value for ${name}.`,
    );
  if (delta.value === null) {
    return inError(
      planned,
      `${name} can't be compared: ${counted(delta.n, 'example')} scored on both sides, and the change has no value.`,
      m,
    );
  }
  const turn = measure.direction === 'higher' ? 1 : -1;
  const ci = delta.ci === null ? null : turn === 1 ? delta.ci : ([-delta.ci[1], -delta.ci[0]] as const);
  const kase: Case = { planned, measure, delta, d: turn * delta.value + 0, ci, m, pAdjusted, confidence };
  if (delta.units >= LEAST_UNITS && !delta.identical && (ci === null || pAdjusted === null)) {
    return inError(planned, `${name} has no interval or p-value, so its change can't be judged.`, m);
  }
  return decideCase(kase);
}

function decideCase(kase: Case): Check {
  const { planned, measure, delta, d, ci, m, pAdjusted, confidence } = kase;
  const scale = Math.max(Math.abs(measure.candidate.value ?? 0), Math.abs(measure.base?.value ?? 0), m, Math.abs(d));
  const beyond = -m - d > ROUNDING * scale;
  const significant = ci !== null && ci[1] < 0 && pAdjusted !== null && pAdjusted <= 1 - confidence + P_ROUNDING;
  const within = ci !== null && -m - ci[0] <= ROUNDING * scale;
  let status: Status = 'pass';
  if (!delta.identical) {
    if (beyond) status = significant && delta.units >= LEAST_UNITS ? 'fail' : 'inconclusive';
    else if (planned.strict && (!within || delta.units < LEAST_UNITS)) status = 'inconclusive';
  }
  const needed = status === 'inconclusive' ? examplesNeeded(kase, beyond) : null;
  return {
    ...lineOf(planned),
    limit: m,
    value: d,
    status,
    reason: [
      sentence(kase, status, beyond, significant),
      coverageText(kase),
      powerText(kase, status),
      neededText(kase, status, needed),
    ]
      .filter((part) => part !== '')
      .join(' '),
    p_adjusted: pAdjusted,
    n_needed: needed,
  };
}

/** Examples that would settle it: a drop of this size shown, or, for strict, a change of this size shown to be within. */
function examplesNeeded({ delta, d, m, confidence }: Case, beyond: boolean): number | null {
  if (delta.mde === null || delta.units === 0) return null;
  const spec = { mde: delta.mde, units: delta.units, confidence };
  const units = beyond ? unitsNeeded({ ...spec, drop: -d, limit: m }) : unitsNeeded({ ...spec, drop: d + m, limit: 0 });
  if (units === null) return null;
  // It was not settled by those that are here, so it takes at least one more (Holm's adjustment can ask for that).
  const examples = Math.ceil(Math.max(units, delta.units + 1, LEAST_UNITS) * (delta.n / delta.units));
  return Number.isSafeInteger(examples) ? examples : null;
}

function sentence(kase: Case, status: Status, beyond: boolean, significant: boolean): string {
  const { planned, measure, delta, ci, m, confidence } = kase;
  const { unit } = measure;
  const name = measureName(planned);
  const share =
    planned.limit?.of === 'base'
      ? ` (${planned.limit.text ?? ''} of the base's ${valueText(measure.base?.value ?? null, unit)})`
      : '';
  const limit = `${allowanceText(m, unit)}${share}`;
  if (delta.identical) {
    const where = compared(measure) === null ? '' : ' where both could be compared';
    return `The outputs of candidate and base are identical${where}, so ${name} can't have changed${where === '' ? '' : ' there'}.`;
  }
  const change = changeSentence(kase);
  const worse = measure.direction === 'higher' ? 'drop' : 'rise';
  if (status === 'fail') return `${change}: more than the ${limit} that it may ${worse}, and more than noise explains.`;
  if (status === 'pass') return `${change}; it may ${worse} ${limit}.`;
  if (delta.units < LEAST_UNITS) {
    return `${change}; it may ${worse} ${limit}, but fewer than ${LEAST_UNITS} independent examples can't settle that.`;
  }
  if (!beyond) {
    const reach =
      ci === null ? '' : ` reaches ${changeText(measure.direction === 'higher' ? ci[0] : -ci[0], unit)} and so`;
    return `${change}: within the ${limit} that it may ${worse}, but the interval${reach} doesn't rule out more, as strict asks.`;
  }
  const why = significant ? '' : `, but noise alone could do that (at ${percentText(confidence)} confidence)`;
  return `${change}: more than the ${limit} that it may ${worse}${why}.`;
}

/** `exact_match fell by 4.3 pp, from 39.0% to 34.7% (95% interval −7.2 to −1.4, p = 0.003, adjusted 0.009)`. */
function changeSentence({ planned, measure, delta, pAdjusted, m, confidence }: Case): string {
  const { unit, candidate, base } = measure;
  const change = delta.value ?? 0;
  const extra = decimalsToTellApart(Math.abs(change), m, unit);
  const moved = change === 0 ? 'did not change' : `${change < 0 ? 'fell' : 'rose'} by ${sizeText(change, unit, extra)}`;
  const from = valueText(base?.value ?? null, unit);
  const to = valueText(candidate.value, unit);
  // Where rows are unscored on one side only, the change over the pairs is not the difference of the two values.
  const paired = delta.n === measure.n && delta.n === base?.n;
  const values = change === 0 || !paired ? '' : `, from ${from} to ${to}`;
  const evidence = [
    delta.ci === null ? '' : `${percentText(confidence)} interval ${changeIntervalText(delta.ci, unit)}`,
    delta.p_value === null ? '' : pEquation(delta.p_value),
    pAdjusted === null || delta.p_value === null || pText(pAdjusted) === pText(delta.p_value)
      ? ''
      : `adjusted ${pText(pAdjusted)}`,
  ].filter((part) => part !== '');
  return `${measureName(planned)} ${moved}${values}${evidence.length === 0 ? '' : ` (${evidence.join(', ')})`}`;
}

/** Examples without a score on either side are where a loss could hide. */
function coverageText({ measure }: Case): string {
  const pairs = compared(measure);
  return pairs === null ? '' : `Only ${countText(pairs.n)} of ${counted(pairs.of, 'example')} could be compared.`;
}

function powerText({ measure, delta, m }: Case, status: Status): string {
  if (delta.mde === null) return '';
  const drop = measure.direction === 'higher' ? 'drop' : 'rise';
  const units = delta.units === delta.n ? '' : ` in ${counted(delta.units, 'cluster')}`;
  const shows = canHappen(delta.mde, measure.unit)
    ? `${drop}s from ${sizeText(delta.mde, measure.unit)}`
    : `no ${drop} for certain, however large`;
  const power = `${counted(delta.n, 'example')}${units} can show ${shows}`;
  const small = status !== 'fail' && m > 0 && delta.mde > FAR_ABOVE * m;
  return `${power}${small ? `, so this set is too small for a limit of ${allowanceText(m, measure.unit)}` : ''}.`;
}

function neededText({ delta }: Case, status: Status, needed: number | null): string {
  if (status !== 'inconclusive') return '';
  if (needed === null)
    return delta.mde === null ? '' : 'No number of examples settles a change that lies on the limit.';
  return needed > 1_000_000
    ? 'More than a million would be needed to settle it.'
    : `About ${countText(roundedUp(needed))} would settle it.`;
}

/** Two significant digits, upwards: the figure is an estimate and should look like one. */
function roundedUp(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return Math.ceil(count / step) * step;
}
