import { createHash } from 'node:crypto';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { GateError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import { keyLines, keyOf, lineOf, type KeyLines } from './places.js';
import { configSchema, type ConfigFile } from './schema.js';

/** YAML aliases that a config may expand: enough for anchors in a matrix of suites, far from an alias bomb. */
const MAX_ALIASES = 100;

export interface ReadConfig {
  readonly file: ConfigFile;
  readonly sha256: string;
  /** What only the measures can show to be wrong is told with its line too. */
  readonly lines: KeyLines;
}

/**
 * Parses and checks the text of an eval-gate.yml.
 * @param text the file's content
 * @param shown the path to name in messages
 * @throws GateError with file, line and key; an unknown key names the nearest right one
 */
export function readConfig(text: string, shown: string): ReadConfig {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const broken = document.errors[0];
  if (broken !== undefined) {
    throw new GateError(`not valid YAML (${broken.message.split('\n')[0] ?? broken.code})`, {
      file: shown,
      line: counter.linePos(broken.pos[0]).line,
    });
  }
  const value = expand(document, shown);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new GateError('must hold keys such as version and suites, but it is empty or not a mapping', { file: shown });
  }
  if (!Object.hasOwn(value, 'version')) throw new GateError('lacks the line `version: 1`', { file: shown });
  const lines = keyLines(document, counter);
  const parsed = configSchema.safeParse(value);
  if (!parsed.success) throw explain(parsed.error, lines, shown);
  return { file: parsed.data, sha256: createHash('sha256').update(text).digest('hex'), lines };
}

function expand(document: Document, shown: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown;
  } catch (cause) {
    throw new GateError(
      `expands more than ${MAX_ALIASES} YAML aliases; write the values out`,
      { file: shown },
      { cause },
    );
  }
}

function explain(error: z.ZodError, lines: KeyLines, shown: string): GateError {
  const issue = deepest(error.issues);
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = unknown === undefined ? issue.path : [...issue.path, unknown];
  const key = keyOf(path);
  const place = { file: shown, line: lineOf(lines, key), key };
  if (unknown !== undefined) return new GateError(`unknown key${didYouMean(unknown, keysAt(issue.path))}`, place);
  return new GateError(wording(issue), place);
}

/** A union reports every branch; the one that got furthest is the one that the user meant. */
function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue {
  const first = issues[0]!;
  if (first.code !== 'invalid_union') return first;
  const branches = first.errors.filter((branch) => branch.length > 0 && branch[0]!.path.length > 0);
  const inner = branches[0];
  if (inner === undefined) return first;
  const found = deepest(inner);
  return { ...found, path: [...first.path, ...found.path] };
}

function wording(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${plural(issue.expected)}`;
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'must not be empty'
        : `must be at least ${String(issue.minimum)}`;
    case 'too_big':
      return `must be at most ${String(issue.maximum)}`;
    case 'invalid_union':
      return 'has a value of the wrong kind';
    default:
      return issue.message;
  }
}

function plural(expected: string): string {
  const words: Record<string, string> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping of keys',
    record: 'a mapping of keys',
  };
  return words[expected] ?? expected;
}

/** The keys that the schema knows at a path, by walking it. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  let schema: unknown = configSchema;
  for (const part of path)
    schema = unwrap(typeof part === 'number' ? elementOf(unwrap(schema)) : shapeOf(unwrap(schema))[String(part)]);
  return Object.keys(shapeOf(unwrap(schema)));
}

interface Walkable {
  readonly def?: { readonly innerType?: unknown; readonly in?: unknown; readonly element?: unknown };
  readonly shape?: Readonly<Record<string, unknown>>;
}

/** Takes optional() and transform() off a schema. */
function unwrap(schema: unknown): unknown {
  const { def } = (schema ?? {}) as Walkable;
  const inner = def?.innerType ?? def?.in;
  return inner === undefined ? schema : unwrap(inner);
}

function elementOf(schema: unknown): unknown {
  return ((schema ?? {}) as Walkable).def?.element;
}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> {
  return ((schema ?? {}) as Walkable).shape ?? {};
}
