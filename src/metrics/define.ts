import { z } from 'zod';
import { GateError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import type { Layout, Metric } from './metric.js';

/** What docs and editors say of a metric, and what it is called. */
export interface Identity {
  readonly name: string;
  /** What its value is, as the end of a sentence without a full stop. */
  readonly about: string;
  /** Where it has options that must be given: an example of them. */
  readonly example?: Readonly<Record<string, unknown>>;
}

/** A metric that can be named in a config: how its options are checked and how it is made of them. */
export interface Definition extends Identity {
  /** The options as a JSON Schema: what each takes, means, and is by default. */
  options(): OptionsSchema;
  /** @throws GateError on an unknown option or a bad value */
  create(id: string, options: Readonly<Record<string, unknown>>): Metric;
}

/** The JSON Schema of a metric's options. */
export interface OptionsSchema {
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly required?: readonly string[];
}

/**
 * Ties a metric's name to its options (a strict zod object whose defaults are the metric's, and whose descriptions are
 * what docs and editors show) and to what it is made of.
 * @param build gets the options with defaults filled in; it may throw GateError
 */
export function define<S extends z.ZodRawShape, L extends Layout>(
  identity: Identity,
  shape: S,
  build: (id: string, options: z.output<z.ZodObject<S>>) => Metric<L>,
): Definition {
  const schema = z.strictObject(shape);
  return {
    ...identity,
    options: () => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as OptionsSchema,
    create(id, options) {
      const parsed = schema.safeParse(options);
      if (!parsed.success) throw optionError(identity.name, parsed.error.issues[0], Object.keys(shape), options);
      return build(id, parsed.data);
    },
  };
}

/** The error for a metric's option, in the one form that all of them share. */
export function badOption(metric: string, option: string, what: string): GateError {
  return new GateError(`option "${option}" of ${metric} ${what}`, { key: `metrics.${option}` });
}

function optionError(
  metric: string,
  issue: z.core.$ZodIssue | undefined,
  known: readonly string[],
  options: Readonly<Record<string, unknown>>,
): GateError {
  if (issue?.code === 'unrecognized_keys') {
    const option = issue.keys[0] ?? '';
    const hint = known.length === 0 ? ': it takes none' : didYouMean(option, known);
    return new GateError(`${metric} has no option "${option}"${hint}`, { key: `metrics.${option}` });
  }
  const option = String(issue?.path[0] ?? '');
  return badOption(metric, option, issue === undefined ? 'is not valid' : expectation(issue, options[option]));
}

function expectation(issue: z.core.$ZodIssue, given: unknown): string {
  if (issue.code === 'invalid_value') {
    const hint = typeof given === 'string' ? didYouMean(given, issue.values.map(String)) : '';
    return `must be one of ${issue.values.map(String).join(', ')}${hint.startsWith('; did') ? hint : ''}`;
  }
  if (issue.code === 'invalid_type') return `must be of type ${issue.expected}`;
  if (issue.code === 'too_small') {
    return issue.origin === 'array' || issue.origin === 'string'
      ? 'must not be empty'
      : `must be ${issue.inclusive === true ? 'at least' : 'above'} ${issue.minimum.toString()}`;
  }
  if (issue.code === 'too_big') {
    return issue.origin === 'array' || issue.origin === 'string'
      ? `must be at most ${issue.maximum.toString()} long`
      : `must be at most ${issue.maximum.toString()}`;
  }
  return `is not valid (${issue.message})`;
}
