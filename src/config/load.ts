import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { FileAccess, PathPattern } from '../data/types.js';
import { GateError, messageOf } from '../errors.js';
import type { GatePolicy } from '../gate/types.js';
import { isInside } from '../inside.js';
import { didYouMean } from '../nearest.js';
import type { JudgeOptions } from '../judge/options.js';
import { withDocuments } from './documents.js';
import { judgesAnswers, resolveJudge, type JudgeKeys } from './judge.js';
import { resolveSemantic } from './semantic.js';
import { lineOf, type KeyLines } from './places.js';
import { readConfig, type ReadConfig } from './read.js';
import {
  configSchema,
  CONTAMINATION_DEFAULTS,
  DEFINITIONS,
  SUITE_DEFAULTS,
  SUITE_KEYS,
  type ConfigFile,
  type SuiteKeys,
} from './schema.js';
import { suiteInputs, type SuiteInputs } from './inputs.js';
import type { Config, ContaminationConfig, RunRequest, SuiteConfig } from './types.js';

export const DEFAULT_CONFIG = 'eval-gate.yml';

/**
 * Reads the config that a request names, lays the request's own paths over it, and fills in every default.
 * @param needsPredictions false for `scan`, which reads no model's outputs
 * @throws GateError that names file, line and key
 */
export async function loadConfig(request: RunRequest, access: FileAccess, needsPredictions: boolean): Promise<Config> {
  const found = await findConfig(request, access);
  const file = found?.file ?? configSchema.parse({ version: 1 });
  const origin: Origin = {
    shown: found?.shown ?? null,
    baseDir: found?.baseDir ?? request.workingDirectory,
    lines: found?.lines ?? new Map(),
  };
  const written = suitesAsWritten(file, origin);
  const names = written.map(({ name }) => name);
  const inputs = suiteInputs(request, names);
  const judge = judgeOf(file.judge, '', origin, file.contamination?.semantic?.confirm === true);
  const shared = judge !== null && judgesAnswers(judge) ? judge : null;
  const suites: SuiteConfig[] = [];
  for (const { name, keys, key } of written) {
    const suite = resolveSuite(name, keys, key, inputs, origin, needsPredictions, shared);
    suites.push(needsPredictions ? await withMetricFiles(suite, key, origin, access) : suite);
  }
  const contamination = resolveContamination(file, request, origin, needsPredictions, judge);
  if (contamination === null) refuseSubsets(file, origin);
  else refuseUnknownSuites(contamination, names, origin);
  return {
    suites,
    contamination,
    gate: resolveGate(file),
    folder: origin.baseDir,
    file: origin.shown,
    sha256: found?.sha256 ?? null,
    lines: origin.lines,
  };
}

interface Origin {
  /** The config as shown to the user; null where inputs alone say everything. */
  readonly shown: string | null;
  readonly baseDir: string;
  readonly lines: KeyLines;
}

interface FoundConfig extends ReadConfig {
  readonly shown: string;
  readonly baseDir: string;
}

/** A config is written by hand; far larger than any, and small enough to read whole. In bytes. */
const MOST_CONFIG_BYTES = 16 * 1024 * 1024;

async function findConfig(request: RunRequest, access: FileAccess): Promise<FoundConfig | null> {
  const given = request.config ?? DEFAULT_CONFIG;
  const path = resolve(request.workingDirectory, given);
  const text = await readText(path, given, access).catch((cause: unknown) => {
    if (cause instanceof GateError) throw cause;
    if (request.config === null && (cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new GateError(`the config can't be read (${messageOf(cause)}); check the path`, { file: given }, { cause });
  });
  if (text === null) {
    if (request.evalSet.length > 0) return null;
    throw new GateError(
      `there is no ${DEFAULT_CONFIG} here and no eval-set was given; run \`eval-gate init\` to write a starter, or name the files`,
    );
  }
  const shown = relative(access.workingDirectory, path).split(sep).join('/');
  return { ...readConfig(text.replace(/^\ufeff/u, ''), shown), shown, baseDir: dirname(path) };
}

/** Looks at the file before opening it: a pipe or a device would be read for ever. */
async function readText(path: string, given: string, { root }: FileAccess): Promise<string> {
  const real = await realpath(path);
  if (root !== null && !isInside(real, await realpath(root))) {
    throw new GateError('the config lies outside the workspace; move it inside', { file: given });
  }
  const stats = await stat(real);
  if (!stats.isFile()) throw new GateError('the config is not a regular file; check the path', { file: given });
  if (stats.size > MOST_CONFIG_BYTES) {
    throw new GateError('is too large to be a config (more than 16 MB); check the path', { file: given });
  }
  return readFile(real, 'utf8');
}

interface WrittenSuite {
  readonly name: string;
  readonly keys: SuiteKeys;
  /** Where its keys stand: `suites[0].`, or nothing at the top level. */
  readonly key: string;
}

function suitesAsWritten(file: ConfigFile, origin: Origin): readonly WrittenSuite[] {
  const top = SUITE_KEYS.filter((key) => file[key] !== undefined);
  if (file.suites === undefined) return [{ name: file.name ?? SUITE_DEFAULTS.name, keys: file, key: '' }];
  if (top.length > 0) {
    throw new GateError(`stands at the top level although there are suites; move it into a suite`, at(origin, top[0]!));
  }
  const seen = new Set<string>();
  return file.suites.map((keys, i) => {
    const name = keys.name ?? (file.suites!.length === 1 ? SUITE_DEFAULTS.name : null);
    if (name === null)
      throw new GateError('every suite needs a name where there are several', at(origin, `suites[${i}].name`));
    if (/[/{}:=\n\r]/u.test(name)) {
      throw new GateError(
        'a suite name must not hold / { } : = or a line break, since check ids are built from it',
        at(origin, `suites[${i}].name`),
      );
    }
    if (seen.has(name))
      throw new GateError(`two suites are called "${name}"; rename one`, at(origin, `suites[${i}].name`));
    seen.add(name);
    return { name, keys, key: `suites[${i}].` };
  });
}

function at({ shown, lines }: Origin, key: string) {
  return { file: shown ?? undefined, line: lineOf(lines, key), key };
}

function resolveSuite(
  name: string,
  keys: SuiteKeys,
  key: string,
  inputs: SuiteInputs,
  origin: Origin,
  needsPredictions: boolean,
  judge: JudgeOptions | null,
): SuiteConfig {
  const patterns = (
    field: 'eval_set' | 'predictions' | 'base_predictions',
    given: readonly PathPattern[] | undefined,
  ) => given ?? keys[field]?.map((pattern) => written(pattern, `${key}${field}`, origin)) ?? null;
  const evalSet = patterns('eval_set', inputs.evalSet.get(name));
  const predictions = patterns('predictions', inputs.predictions.get(name));
  if (evalSet === null) {
    throw new GateError('is missing: name the eval set (or give the input eval-set)', at(origin, `${key}eval_set`));
  }
  if (predictions === null && needsPredictions) {
    throw new GateError(
      "is missing: name the candidate's predictions (or give the input predictions)",
      at(origin, `${key}predictions`),
    );
  }
  return {
    key,
    kind: keys.kind ?? SUITE_DEFAULTS.kind,
    source: {
      name,
      evalSet,
      predictions: predictions ?? [],
      basePredictions: patterns('base_predictions', inputs.basePredictions.get(name)),
      fields: definedOnly(keys.fields ?? {}),
      stripReasoning: keys.strip_reasoning ?? SUITE_DEFAULTS.strip_reasoning,
    },
    metrics: keys.metrics ?? null,
    slices: keys.slices ?? null,
    clusterBy: keys.cluster_by ?? null,
    stratifyBy: keys.stratify_by ?? null,
    maxUnscored: keys.max_unscored ?? SUITE_DEFAULTS.max_unscored,
    judge: key === '' ? judge : (judgeOf(keys.judge, key, origin, false) ?? judge),
  };
}

/** @param key what stands before `judge` in the file: nothing, or the suite's place */
function judgeOf(keys: JudgeKeys | undefined, key: string, origin: Origin, confirms: boolean): JudgeOptions | null {
  if (keys === undefined) return null;
  const place = (below: string) => at(origin, `${key}judge${below === '' ? '' : `.${below}`}`);
  return resolveJudge(keys, (path, below) => written(path, place(below).key, origin), place, confirms);
}

/** The suite with the files read that its metrics' options name. */
async function withMetricFiles(
  suite: SuiteConfig,
  key: string,
  origin: Origin,
  access: FileAccess,
): Promise<SuiteConfig> {
  if (suite.metrics === null) return suite;
  const pathAt = (path: string, below: string) => written(path, `${key}${below}`, origin);
  return { ...suite, metrics: await withDocuments(suite.metrics, pathAt, access) };
}

function definedOnly<T extends object>(value: T) {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function written(pattern: string, key: string, origin: Origin): PathPattern {
  return { pattern, baseDir: origin.baseDir, place: at(origin, key), trusted: false };
}

function resolveContamination(
  file: ConfigFile,
  request: RunRequest,
  origin: Origin,
  optional: boolean,
  judge: JudgeOptions | null,
): ContaminationConfig | null {
  const keys = file.contamination;
  const given = request.trainingData.map((pattern) => ({
    pattern,
    baseDir: request.workingDirectory,
    place: { key: 'training-data' },
    trusted: true,
  }));
  const trainingData =
    given.length > 0
      ? given
      : keys?.training_data?.map((pattern) => written(pattern, 'contamination.training_data', origin));
  if (trainingData === undefined) {
    if (keys === undefined && optional) return null;
    throw new GateError(
      'is missing: name the training data (or give the input training-data)',
      at(origin, 'contamination.training_data'),
    );
  }
  const {
    definition: configured,
    n,
    min_share: minShare,
    level,
    thresholds,
    allow,
    known,
  } = keys ?? CONTAMINATION_DEFAULTS;
  const definition = request.definition === null ? configured : definitionNamed(request.definition);
  if (definition === 'ngram' && level !== 'substantial' && level !== 'partial') {
    throw new GateError(
      `${level} is no level of definition ngram, which has substantial and partial`,
      at(origin, 'contamination.level'),
    );
  }
  if (configured === 'ngram' && origin.lines.has('contamination.thresholds')) {
    throw new GateError('are those of definition robust; leave them out', at(origin, 'contamination.thresholds'));
  }
  if (configured === 'robust' && origin.lines.has('contamination.min_share')) {
    throw new GateError('is of definition ngram; leave it out', at(origin, 'contamination.min_share'));
  }
  return {
    ...{ trainingData, definition, n: request.n ?? n, minShare, level, thresholds },
    allow: allow.map(({ suite = null, ...entry }) => ({ ...entry, suite })),
    known: known?.map((pattern) => written(pattern, 'contamination.known', origin)) ?? null,
    semantic: semanticOf(file, origin, judge),
  };
}

/** The values of the slice key `subset` that only a scan of the training data can fill. */
const SUBSETS = ['clean', 'contaminated'];

function refuseSubsets({ gate }: ConfigFile, origin: Origin): void {
  gate.checks?.forEach(({ slice }, i) => {
    const subset = slice?.['subset'];
    if (subset !== undefined && SUBSETS.includes(subset)) {
      throw new GateError(
        `subset ${subset} is known only where training data is searched; name contamination.training_data (or give the input training-data)`,
        at(origin, `gate.checks[${i}].slice`),
      );
    }
  });
}

function refuseUnknownSuites({ allow }: ContaminationConfig, names: readonly string[], origin: Origin): void {
  allow.forEach(({ suite }, i) => {
    if (suite === null || names.includes(suite)) return;
    throw new GateError(
      `unknown suite "${suite}"${didYouMean(suite, names)}`,
      at(origin, `contamination.allow[${i}].suite`),
    );
  });
}

function semanticOf(
  { contamination }: ConfigFile,
  origin: Origin,
  judge: JudgeOptions | null,
): ContaminationConfig['semantic'] {
  const keys = contamination?.semantic;
  if (keys === undefined) return null;
  const place = (below: string) => at(origin, `contamination.semantic.${below}`);
  return resolveSemantic(keys, (path, below) => written(path, place(below).key, origin), place, judge);
}

function definitionNamed(name: string): ContaminationConfig['definition'] {
  const definition = DEFINITIONS.find((known) => known === name);
  if (definition !== undefined) return definition;
  throw new GateError(`"${name}" is not known${didYouMean(name, DEFINITIONS)}`, { key: '--definition' });
}

function resolveGate({ gate }: ConfigFile): GatePolicy {
  return {
    ...gate,
    checks: gate.checks?.map((check, i) => ({ ...check, key: `gate.checks[${i}]` })) ?? null,
    must_not_regress: gate.must_not_regress ?? null,
  };
}
