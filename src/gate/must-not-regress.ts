import type { PairedScores } from '../measures/types.js';
import { GateError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import { ROUNDING } from './bounds.js';
import { counted, countText } from './figures.js';
import type { GateSuite } from './plan.js';
import type { Check, MustNotRegress } from './types.js';

/** Where the rule stands in the config, for messages. */
const KEY = 'gate.must_not_regress';

/** A reason names this many ids; the check lists all. */
const NAMED_IDS = 5;

/**
 * `must_not_regress`: the score of no example with one of the tags may fall. One check per suite that has such examples;
 * a tagged example without a score of the candidate can't be compared, which is an error and never a pass.
 * @returns the checks, and a note for each suite that has no such example while another one has
 * @throws GateError for a metric that no suite has per-example scores of
 */
export function judgeMustNotRegress(
  rule: MustNotRegress,
  paired: readonly PairedScores[],
  suites: readonly GateSuite[],
): { checks: Check[]; notes: string[] } {
  assertMetric(rule, paired, suites);
  const several = suites.length > 1;
  const checks: Check[] = [];
  const notes: string[] = [];
  const selects = ({ tags }: PairedScores): boolean => tags.some((own) => own.some((tag) => rule.tags.includes(tag)));
  const anySelected = paired.some(selects);
  if (anySelected) notes.push(...unknownTags(rule, paired));
  for (const suite of suites) {
    const metric = rule.metric ?? firstGuarding(suite, paired);
    const scores = paired.find((pair) => pair.suite === suite.name && pair.metric === metric) ?? null;
    if (suite.failed === null && anySelected && !paired.some((pair) => pair.suite === suite.name && selects(pair))) {
      notes.push(
        `${suite.name}: no example is tagged ${rule.tags.join(' or ')}, so must_not_regress has nothing to guard there.`,
      );
      continue;
    }
    const id = `${several ? `${suite.name}/` : ''}${metric ?? 'none'}:must_not_regress`;
    const line = {
      id,
      suite: suite.name,
      metric: metric ?? 'none',
      slice: null,
      rule: 'must_not_regress',
      limit: 0,
    } as const;
    checks.push({ ...line, ...judgeSuite(rule, suite, metric, scores) });
  }
  return { checks, notes };
}

/** Another tag of the rule selects somebody, so a misspelt one would go unseen. */
function unknownTags(rule: MustNotRegress, paired: readonly PairedScores[]): string[] {
  const known = new Set(paired.flatMap(({ tags }) => tags.flat()));
  return rule.tags
    .filter((tag) => !known.has(tag))
    .map((tag) => `must_not_regress: no example is tagged "${tag}"${didYouMean(tag, [...known])}`);
}

function assertMetric({ metric }: MustNotRegress, paired: readonly PairedScores[], suites: readonly GateSuite[]): void {
  if (metric === undefined || suites.some(({ headline, failed }) => failed !== null || headline.includes(metric)))
    return;
  const known = [...new Set(paired.map((pair) => pair.metric))];
  if (!known.includes(metric)) {
    throw new GateError(`no metric "${metric}" with a score per example was measured${didYouMean(metric, known)}`, {
      key: `${KEY}.metric`,
    });
  }
}

/** The suite's first metric with a score per example; its first one where it has none, for what is said of it. */
function firstGuarding({ name, headline }: GateSuite, paired: readonly PairedScores[]): string | null {
  const own = paired.filter(({ suite }) => suite === name).map(({ metric }) => metric);
  return headline.find((metric) => own.includes(metric)) ?? headline[0] ?? null;
}

type Decision = Pick<Check, 'value' | 'status' | 'reason' | 'fallen'>;

function judgeSuite(
  rule: MustNotRegress,
  suite: GateSuite,
  metric: string | null,
  scores: PairedScores | null,
): Decision {
  const error = (reason: string, fallen: readonly string[] = []): Decision => ({
    value: null,
    status: 'error',
    reason,
    fallen,
  });
  const tags = rule.tags.join(' or ');
  if (suite.failed !== null) return error(`The suite could not be evaluated. ${suite.failed}`);
  if (metric === null) return error(`The suite has no metric to compare by; name one in ${KEY}.metric.`);
  if (scores === null) return error(`${metric} has no score per example here; name another metric in ${KEY}.metric.`);
  if (scores.base === null) return error('must_not_regress needs base predictions, and the suite has none.');
  const selected = scores.ids.flatMap((_, i) =>
    scores.tags[i]?.some((tag) => rule.tags.includes(tag)) === true ? [i] : [],
  );
  if (selected.length === 0) return error(`No example is tagged ${tags}; check the eval set's tags and ${KEY}.tags.`);
  const idsOf = (indices: readonly number[]): string[] => indices.map((i) => scores.ids[i]!);
  const turn = scores.direction === 'higher' ? 1 : -1;
  const change = (i: number): number => turn * (scores.candidate[i]! - scores.base![i]!);
  const fell = (i: number): boolean =>
    -change(i) > ROUNDING * Math.max(Math.abs(scores.candidate[i]!), Math.abs(scores.base![i]!));
  const fallen = selected.filter(fell).sort((i, j) => change(i) - change(j) || i - j);
  const gaps = selected.filter((i) => Number.isNaN(scores.candidate[i]!));
  const comparable = selected.filter((i) => !Number.isNaN(change(i)));
  const who = `${counted(selected.length, 'example')} tagged ${tags}`;
  const also =
    fallen.length === 0 ? '' : ` Of the others ${counted(fallen.length, 'score')} fell: ${named(idsOf(fallen))}.`;
  if (gaps.length > 0) {
    return error(
      `${countText(gaps.length)} of ${who} ${gaps.length === 1 ? 'has' : 'have'} no ${metric} score of the candidate: ${named(idsOf(gaps))}.${also}`,
      idsOf(fallen),
    );
  }
  if (comparable.length === 0) return error(`None of the ${who} has a ${metric} score of the base.`);
  const unscoredBase = selected.length - comparable.length;
  const gap =
    unscoredBase === 0
      ? ''
      : ` ${counted(unscoredBase, 'example')} had no score of the base and could not be compared.`;
  const value = comparable.reduce((least, i) => Math.min(least, change(i)), Infinity) + 0;
  return fallen.length === 0
    ? { value, status: 'pass', reason: `${metric} fell on none of the ${who}.${gap}`, fallen: [] }
    : {
        value,
        status: 'fail',
        reason: `${metric} fell on ${countText(fallen.length)} of ${who}: ${named(idsOf(fallen))}.${gap}`,
        fallen: idsOf(fallen),
      };
}

function named(ids: readonly string[]): string {
  const more = ids.length - NAMED_IDS;
  return `${ids.slice(0, NAMED_IDS).join(', ')}${more > 0 ? ` and ${countText(more)} more` : ''}`;
}
