import { z } from 'zod';
import { GateError } from '../errors.js';
import { command } from './command.js';
import { contains } from './contains.js';
import { type Definition, badOption, define } from './define.js';
import { exactMatch } from './exact_match.js';
import { jsonValid } from './json_valid.js';
import type { Measured, Metric, MetricRow } from './metric.js';
import { multipleChoice } from './multiple_choice.js';
import { numericMatch } from './numeric_match.js';
import { recipe } from './recipe.js';
import { regexMatch } from './regex_match.js';
import { meanMetric, noteOf, type Sample } from './samples.js';
import { ownScore, SCORES_PREFIX, scoresMetric } from './scores.js';
import { squadEm } from './squad.js';

/** Metrics that say right or wrong of one sample, and so can say which samples passed. */
const RIGHT_OR_WRONG = [exactMatch, contains, regexMatch, numericMatch, multipleChoice, squadEm, jsonValid];
/** As these, but loaded only where it is named: the registry hands it over. */
const LOADED = 'json_schema';
const NAMES = [...RIGHT_OR_WRONG.map(({ name }) => name), LOADED, command.name, `${SCORES_PREFIX}<name>`];

const by = z.union([
  z.string().transform((name) => ({ name })),
  z.looseObject({ name: z.string().describe('a metric that says right or wrong') }),
]);

/** The metric that an option `by` names; null where it names none. */
export function judgeName(option: unknown): string | null {
  return by.safeParse(option).data?.name ?? null;
}

/**
 * The chance that at least one of k samples is right, estimated without bias from all samples of an example (Chen et al.
 * 2021; openai/human-eval 6d43fb98). A sample is right where the metric `by` scores it 1, or where the user's own program
 * or prediction rows say so.
 * @param loaded definitions that are loaded only where they are named
 */
export function passAtKBy(loaded: readonly Definition[]): Definition {
  return define(
    { name: 'pass@k', about: 'the chance that at least one of `k` samples is right' },
    {
      k: z.int().min(1).max(100_000).default(1).describe('samples that a user would get'),
      by: by.prefault(exactMatch.name).describe('the metric that says whether a sample is right'),
    },
    (id, { k, by: { name, ...options } }) => {
      const metric = (judge: Metric, count: (row: MetricRow) => Counts | { unscored: string }): Metric => ({
        ...meanMetric({ id, recipe: recipe('pass@k', { k, by: `(${judge.recipe})` }, 'human-eval:6d43fb98') }, (row) =>
          estimate(count(row), k),
        ),
        ...(judge.command === undefined ? {} : { command: judge.command }),
      });
      if (name === command.name) return metric(ownJudge(command, id, options), (row) => ownCounts(row, id, id));
      if (name.startsWith(SCORES_PREFIX)) {
        const judge = ownJudge(scoresMetric(name), name, options);
        return metric(judge, (row) => ownCounts(row, name.slice(SCORES_PREFIX.length), name));
      }
      const definition = [...RIGHT_OR_WRONG, ...loaded].find((one) => one.name === name);
      if (definition === undefined) throw badOption('pass@k', 'by', `must name one of ${NAMES.join(', ')}`);
      const judge = judgeOf(definition, name, options);
      return metric(judge, (row) => judgedCounts(row, judge));
    },
  );
}

/** pass@k by all metrics but those that are loaded on use. */
export const passAtK = passAtKBy([]);

/** A judge of the user's own. A sample passed where it says 1, so that it has no direction. */
function ownJudge(definition: Definition, id: string, options: Options): Metric {
  if (Object.hasOwn(options, 'direction')) {
    throw badOption('pass@k', 'by', `takes no direction: 1 means that a sample passed, 0 that it did not`);
  }
  return judgeOf(definition, id, options);
}

type Options = Readonly<Record<string, unknown>>;

/** The metric that `by` describes; its errors stand below that key. */
function judgeOf(definition: Definition, id: string, options: Options): Metric {
  try {
    return definition.create(id, options);
  } catch (error) {
    if (!(error instanceof GateError) || error.place.key === undefined) throw error;
    const key = error.place.key.replace('metrics', 'metrics.by');
    throw new GateError(error.what, { ...error.place, key }, { cause: error });
  }
}

/** How many samples there are, how many of them are right, and whether one could not be read. */
interface Counts {
  readonly samples: number;
  readonly right: number;
  readonly unparsed: boolean;
  readonly noted?: Pick<Sample, 'note' | 'noteKind'> | undefined;
}

function judgedCounts(row: MetricRow, judge: Metric): Counts | { unscored: string } {
  const { outputs } = row.prediction;
  const layout = judge.prepare([row]);
  let right = 0;
  let unparsed = false;
  let noted: Counts['noted'];
  for (const output of outputs) {
    const measured = judge.measure({ ...row, prediction: { ...row.prediction, outputs: [output] } }, layout);
    if ('unscored' in measured) return measured;
    right += measured.values[0]!;
    unparsed ||= measured.unparsed;
    if (measured.note !== undefined) noted ??= measured;
  }
  return { samples: outputs.length, right, unparsed, noted };
}

/**
 * Counts of the user's own scores.
 * @throws GateError for a score that is neither 1 nor 0
 */
function ownCounts(row: MetricRow, key: string, shown: string): Counts | { unscored: string } {
  const measured = ownScore(row, key);
  if ('unscored' in measured) return measured;
  const scores = row.prediction.sampleScores?.get(key) ?? measured.values;
  const odd = scores.find((score) => score !== 0 && score !== 1);
  if (odd !== undefined) {
    const what = `is ${String(odd)} here, and pass@k needs 1 (or true) for a sample that passed, 0 (or false) for any other`;
    throw new GateError(what, { ...row.prediction.source, key: shown });
  }
  return { samples: scores.length, right: scores.filter((score) => score === 1).length, unparsed: false };
}

function estimate(counts: Counts | { unscored: string }, k: number): Measured {
  if ('unscored' in counts) return counts;
  const { samples, right, unparsed, noted } = counts;
  if (samples < k) {
    const given = samples === 1 ? '1 sample' : `${samples} samples`;
    return { unscored: `the prediction has ${given}, and pass@k with k = ${k} needs at least ${k}` };
  }
  const values = [passProbability(samples, right, k)];
  return { columns: [0], values, unparsed, ...noteOf(noted) };
}

/** 1 - C(n - c, k) / C(n, k) as a product, since binomials overflow; in human-eval's order of multiplication. */
function passProbability(n: number, right: number, k: number): number {
  if (n - right < k) return 1;
  let miss = 1;
  for (let i = n - right + 1; i <= n; i++) miss *= 1 - k / i;
  return 1 - miss;
}
