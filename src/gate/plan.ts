import { GateError } from '../errors.js';
import type { Measure, Slice } from '../measures/types.js';
import { didYouMean } from '../nearest.js';
import { MeasureIndex } from './measure-index.js';
import { parseLimit, type ParsedLimit } from './limits.js';
import type { CheckSpec, Rule } from './types.js';

/** The one measure that the gate knows by name, because training data alone turns its default check on. */
export const CONTAMINATION_RATE = 'contamination_rate';

/** What the gate needs to know of a suite beside its measures. */
export interface GateSuite {
  readonly name: string;
  /** Why the suite could not be evaluated, as one sentence; null where it was. */
  readonly failed: string | null;
  /** Metric ids in the suite's order. */
  readonly headline: readonly string[];
  readonly hasBase: boolean;
}

/** A rule with the measure that it is held against, before anything is decided. */
export interface PlannedCheck {
  readonly id: string;
  readonly suite: string;
  readonly metric: string;
  readonly slice: Slice | null;
  readonly rule: Exclude<Rule, 'must_not_regress'>;
  readonly strict: boolean;
  /** Null where there is nothing to measure against; `problem` then says why. */
  readonly measure: Measure | null;
  readonly limit: ParsedLimit | null;
  readonly problem: string | null;
}

/** Allowed drops where no checks are configured, by unit. */
const DEFAULT_REGRESSION = { fraction: 0.02, percent: 2, points10: 0.2 } as const;
/** Of the range of a metric of unit `number`: the same share as 0.2 is of 1 to 10. */
const DEFAULT_SHARE = 0.2 / 9;

/** Null where a metric's range is open, so that there is no size that suits it. */
function defaultRegression({ unit, range: [least, most] }: Measure): number | null {
  if (unit !== 'number') return DEFAULT_REGRESSION[unit];
  return least === null || most === null ? null : DEFAULT_SHARE * (most - least);
}

/** The share of examples from which a comparison is taken for the whole set's, as the default of max_unscored has it. */
const MOST_COMPARED = 0.95;

const RULES = ['min', 'max', 'max_regression'] as const;

/**
 * Lays each configured rule beside the measures that it applies to: one planned check per suite.
 * @throws GateError for an unknown suite, metric or slice, a limit that its metric can't have, and a rule given twice
 */
export function planConfigured(
  specs: readonly CheckSpec[],
  measures: readonly Measure[],
  suites: readonly GateSuite[],
): PlannedCheck[] {
  const planned: PlannedCheck[] = [];
  const keys = new Map<string, string>();
  const index = new MeasureIndex(measures);
  for (const spec of specs) {
    for (const check of planSpec(spec, index, suites)) {
      const other = keys.get(check.id);
      if (other !== undefined)
        throw new GateError(`repeats ${check.id} of ${other}; keep one of them`, { key: spec.key });
      keys.set(check.id, spec.key);
      planned.push(check);
    }
  }
  return planned;
}

/**
 * The contract's checks where none are configured: a small allowed drop on every headline metric with a base, and no
 * contamination where there is training data.
 * @returns the checks, and the metrics that have no default, each as `suite: metric` where there are several suites
 */
export function planDefaults(
  measures: readonly Measure[],
  suites: readonly GateSuite[],
  hasTraining: boolean,
): { planned: PlannedCheck[]; withoutDefault: string[] } {
  const planned: PlannedCheck[] = [];
  const withoutDefault: string[] = [];
  const several = suites.length > 1;
  const index = new MeasureIndex(measures);
  for (const suite of suites) {
    const plan = (metric: string, rule: PlannedCheck['rule'], figure: (measure: Measure) => number | null): void => {
      const measure = index.find(suite.name, metric, null);
      const limit = measure === null ? null : figure(measure);
      if (measure !== null && limit === null) withoutDefault.push(several ? `${suite.name}: ${metric}` : metric);
      else
        planned.push(
          check(
            suite,
            several,
            { metric, slice: null },
            rule,
            false,
            measure,
            limit === null ? null : { of: 'unit', figure: limit },
          ),
        );
    };
    if (suite.hasBase) {
      for (const metric of suite.headline) {
        if (metric !== CONTAMINATION_RATE) plan(metric, 'max_regression', defaultRegression);
      }
    }
    if (hasTraining) plan(CONTAMINATION_RATE, 'max', () => 0);
  }
  return { planned, withoutDefault };
}

/** `metric`, or `metric{key=value}` for a slice. */
export function measureName({ metric, slice }: { metric: string; slice: Slice | null }): string {
  return slice === null ? metric : `${metric}{${sliceName(slice)}}`;
}

/** How many of a measure's examples are scored on both sides, where they are not all; else null. */
export function compared({
  n,
  unscored,
  delta,
}: Pick<Measure, 'n' | 'unscored' | 'delta'>): { n: number; of: number } | null {
  const of = n + unscored;
  return delta === null || delta.n >= of ? null : { n: delta.n, of };
}

/** Whether so few could be compared that a change says little of the whole. */
export function comparedFew(measure: Pick<Measure, 'n' | 'unscored' | 'delta'>): boolean {
  const pairs = compared(measure);
  return pairs !== null && pairs.n < MOST_COMPARED * pairs.of;
}

function sliceName(slice: Slice): string {
  return Object.entries(slice)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

function planSpec(spec: CheckSpec, measures: MeasureIndex, suites: readonly GateSuite[]): PlannedCheck[] {
  const slice = spec.slice ?? null;
  const rules = RULES.filter((rule) => spec[rule] !== undefined);
  if (rules.length === 0)
    throw new GateError('the check has no rule; give min, max or max_regression', { key: spec.key });
  return suitesOf(spec, measures, suites).flatMap((suite) => {
    const measure = measures.find(suite.name, spec.metric, slice);
    if (measure === null && suite.failed === null) throw unknownSlice(spec, suite, measures.all, suites.length > 1);
    return rules.map((rule) => {
      const limit = measure === null ? null : parseLimit(spec[rule]!, rule, measure, `${spec.key}.${rule}`);
      const strict = rule === 'max_regression' && spec.strict === true;
      return check(suite, suites.length > 1, { metric: spec.metric, slice }, rule, strict, measure, limit);
    });
  });
}

/** The suites that a check is for: the one it names, else all that measure its metric. */
function suitesOf(spec: CheckSpec, measures: MeasureIndex, suites: readonly GateSuite[]): readonly GateSuite[] {
  const named = suites.filter(({ name }) => spec.suite === undefined || name === spec.suite);
  if (named.length === 0) {
    const known = suites.map(({ name }) => name);
    throw new GateError(`unknown suite "${spec.suite ?? ''}"${didYouMean(spec.suite ?? '', known)}`, {
      key: `${spec.key}.suite`,
    });
  }
  const offers = ({ name, headline }: GateSuite): boolean =>
    headline.includes(spec.metric) || measures.has(name, spec.metric);
  const offering = named.filter(offers);
  if (offering.length > 0) return offering;
  // A suite that broke before it was measured can't tell whether the name is right; the check is in error there.
  const failed = named.filter((suite) => suite.failed !== null);
  if (failed.length > 0) return failed;
  const known = [
    ...new Set(
      measures.all.filter(({ suite }) => named.some(({ name }) => name === suite)).map(({ metric }) => metric),
    ),
  ];
  const where = spec.suite === undefined ? '' : ` in suite "${spec.suite}"`;
  throw new GateError(`no metric "${spec.metric}" was measured${where}${didYouMean(spec.metric, known)}`, {
    key: `${spec.key}.metric`,
  });
}

function unknownSlice(spec: CheckSpec, suite: GateSuite, measures: readonly Measure[], several: boolean): GateError {
  if (spec.slice === undefined) {
    return new GateError(`${spec.metric} was not measured${several ? ` in suite "${suite.name}"` : ''}`, {
      key: `${spec.key}.metric`,
    });
  }
  const wanted = sliceName(spec.slice);
  const known = measures
    .filter((measure) => measure.suite === suite.name && measure.metric === spec.metric && measure.slice !== null)
    .map(({ slice }) => sliceName(slice!));
  const where = several ? ` in suite "${suite.name}" (name the suite that the check is for)` : '';
  return new GateError(`no slice "${wanted}" of ${spec.metric} was measured${where}${didYouMean(wanted, known)}`, {
    key: `${spec.key}.slice`,
  });
}

function check(
  suite: GateSuite,
  several: boolean,
  name: { metric: string; slice: Slice | null },
  rule: PlannedCheck['rule'],
  strict: boolean,
  measure: Measure | null,
  limit: ParsedLimit | null,
): PlannedCheck {
  const id = `${several ? `${suite.name}/` : ''}${measureName(name)}:${rule}`;
  const problem =
    suite.failed !== null
      ? `The suite could not be evaluated. ${suite.failed}`
      : measure === null
        ? `${name.metric} was not measured.`
        : null;
  return { id, suite: suite.name, ...name, rule, strict, measure, limit, problem };
}
