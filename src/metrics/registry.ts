import { GateError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import { bleu } from './bleu.js';
import { chrf } from './chrf.js';
import { accuracy, balancedAccuracyMetric, macroF1, mcc, microF1, weightedF1 } from './classification.js';
import { command } from './command.js';
import { contains } from './contains.js';
import type { Definition } from './define.js';
import { exactMatch } from './exact_match.js';
import { jsonF1 } from './json_f1.js';
import { jsonValid } from './json_valid.js';
import { length } from './length.js';
import { maxLength } from './max_length.js';
import type { Metric, MetricSpec } from './metric.js';
import { multilabelF1 } from './multilabel_f1.js';
import { multipleChoice } from './multiple_choice.js';
import { nltkBleu } from './nltk_bleu.js';
import { numericMatch } from './numeric_match.js';
import { judgeName, passAtK, passAtKBy } from './pass_at_k.js';
import { regexMatch } from './regex_match.js';
import { repetition } from './repetition.js';
import { rouge1, rouge2, rougeL, rougeLsum } from './rouge.js';
import { SCORES_PREFIX, scoresMetric } from './scores.js';
import { squadEm, squadF1 } from './squad.js';
import { ter } from './ter.js';
import { truncated } from './truncated.js';

/** Brings a large library, which is loaded where the metric is named and not at every start. */
interface LoadedOnUse {
  readonly name: string;
  load(): Promise<Definition>;
}

/** Every metric that has a name of its own. A new one is a file and a line here. */
const METRICS: readonly (Definition | LoadedOnUse)[] = [
  exactMatch,
  contains,
  regexMatch,
  numericMatch,
  multipleChoice,
  squadEm,
  squadF1,
  accuracy,
  macroF1,
  weightedF1,
  microF1,
  balancedAccuracyMetric,
  mcc,
  multilabelF1,
  bleu,
  nltkBleu,
  chrf,
  ter,
  rouge1,
  rouge2,
  rougeL,
  rougeLsum,
  jsonValid,
  { name: 'json_schema', load: async () => (await import('./json_schema.js')).jsonSchema },
  jsonF1,
  maxLength,
  length,
  repetition,
  truncated,
  passAtK,
  command,
];
const BY_NAME: ReadonlyMap<string, Definition | LoadedOnUse> = new Map(METRICS.map((metric) => [metric.name, metric]));

/** An id is part of check ids and of every table: one short word. */
const ID = /^[\p{L}\p{N}_.@+-]{1,64}$/u;

/** The metrics that a config can name, beside `scores.<name>`. */
export function metricNames(): readonly string[] {
  return [...BY_NAME.keys()];
}

/** The definitions of all metrics, in the registry's order, and that of `scores.<name>`. */
export async function definitions(): Promise<readonly Definition[]> {
  return [...(await Promise.all(METRICS.map(loaded))), scoresMetric(`${SCORES_PREFIX}<name>`)];
}

/**
 * The metric that a config names, with its options checked and their defaults filled in.
 * @throws GateError (key `metrics`) on an unknown name, id or option, or a value that an option does not take
 */
export async function loadMetric(spec: MetricSpec): Promise<Metric> {
  const definition = await loaded(metricOf(spec.name));
  const judge = definition === passAtK ? BY_NAME.get(judgeName(spec['by']) ?? '') : undefined;
  return create(judge === undefined || !('load' in judge) ? definition : passAtKBy([await judge.load()]), spec);
}

/**
 * As `loadMetric`, for all metrics but those that are loaded on use.
 * @throws GateError as `loadMetric` does
 */
export function createMetric(spec: MetricSpec): Metric {
  const metric = metricOf(spec.name);
  if ('load' in metric) throw new Error(`${spec.name} is loaded on use`);
  return create(metric, spec);
}

async function loaded(metric: Definition | LoadedOnUse): Promise<Definition> {
  return 'load' in metric ? metric.load() : metric;
}

function create(definition: Definition, { name, id = name, ...options }: MetricSpec): Metric {
  if (id !== name && (typeof id !== 'string' || !ID.test(id))) {
    throw new GateError(`the id of ${name} must be one word of letters, digits, _ . @ + or -, at most 64 long`, {
      key: 'metrics.id',
    });
  }
  return definition.create(id, options);
}

function metricOf(name: string): Definition | LoadedOnUse {
  const metric = BY_NAME.get(name);
  if (metric !== undefined) return metric;
  if (name.startsWith(SCORES_PREFIX) && name.length > SCORES_PREFIX.length) return scoresMetric(name);
  throw new GateError(`there is no metric "${name}"${didYouMean(name, [...metricNames(), 'scores.<name>'])}`, {
    key: 'metrics',
  });
}
