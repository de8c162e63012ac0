import type { PathPattern } from '../data/types.js';
import { GateError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import type { RunRequest } from './types.js';

/** The request's own paths by suite name; a suite that is absent keeps what the config says. */
export interface SuiteInputs {
  readonly evalSet: ReadonlyMap<string, readonly PathPattern[]>;
  readonly predictions: ReadonlyMap<string, readonly PathPattern[]>;
  readonly basePredictions: ReadonlyMap<string, readonly PathPattern[]>;
}

/**
 * Sorts the lines of `eval-set`, `predictions` and `base-predictions` by suite.
 * With one suite a line is a path; with several it is `suite=path`.
 * @throws GateError where a line names no suite, or one that is not there
 */
export function suiteInputs(request: RunRequest, names: readonly string[]): SuiteInputs {
  return {
    evalSet: bySuite('eval-set', request.evalSet, request, names),
    predictions: bySuite('predictions', request.predictions, request, names),
    basePredictions: bySuite('base-predictions', request.basePredictions, request, names),
  };
}

function bySuite(input: string, lines: readonly string[], request: RunRequest, names: readonly string[]) {
  const sorted = new Map<string, PathPattern[]>();
  for (const line of lines) {
    const { suite, path } = names.length === 1 ? single(line, names[0]!) : named(line, input, names);
    const patterns = sorted.get(suite) ?? [];
    patterns.push({ pattern: path, baseDir: request.workingDirectory, place: { key: input }, trusted: true });
    sorted.set(suite, patterns);
  }
  return sorted;
}

/** A path may hold an equals sign, so with one suite only that suite's own name is taken off. */
function single(line: string, name: string) {
  return line.startsWith(`${name}=`) ? { suite: name, path: line.slice(name.length + 1) } : { suite: name, path: line };
}

function named(line: string, input: string, names: readonly string[]) {
  const equals = line.indexOf('=');
  const suite = equals < 0 ? '' : line.slice(0, equals).trim();
  if (names.includes(suite)) return { suite, path: line.slice(equals + 1).trim() };
  if (equals < 0) {
    throw new GateError(`"${line}" must be written suite=path, since the config has the suites ${names.join(', ')}`, {
      key: input,
    });
  }
  throw new GateError(`"${line}" names the unknown suite "${suite}"${didYouMean(suite, names)}`, { key: input });
}
