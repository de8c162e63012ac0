import { Ajv, type AnySchema, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { RE2JS } from 're2js';
import { compilePattern } from './pattern.js';
import { compareByText } from './schema_equality.js';

/** Paths and names come from outputs; a note is one line of rows.jsonl. */
const MAX_NOTE = 300;

/** Keywords of OpenAPI and of editors that say nothing of what is allowed. All other unknown ones are refused as misspelt. */
const ANNOTATIONS = ['example', 'discriminator', 'externalDocs', 'xml', 'markdownDescription'];

/** What a schema refuses. */
export interface Failure {
  /** Where and why: `/items/1/n must be integer`, the place as a JSON pointer. */
  readonly text: string;
  /** The same with a star for positions in lists. */
  readonly kind: string;
}

/** A schema, ready to be held against values. */
export interface SchemaCheck {
  readonly draft: '2020-12' | 'draft-07';
  /** What is wrong with a value; null where nothing is. */
  failureOf(value: unknown): Failure | null;
}

/**
 * Compiles a JSON Schema: 2020-12, or draft-07 where its `$schema` says so. References stay inside the schema, patterns
 * are RE2's, `format` is an annotation as 2020-12 has it by default.
 * @throws Error that says what is wrong with the schema
 */
export function compileSchema(schema: unknown): SchemaCheck {
  const draft = draftOf(schema);
  const ajv = draft === '2020-12' ? new Ajv2020(OPTIONS) : new Ajv(OPTIONS);
  compareByText(ajv);
  ajv.addVocabulary([...ANNOTATIONS, ...extensionsIn(schema)]);
  const validate = ajv.compile(schema as AnySchema);
  // An asynchronous schema answers with a promise, which would look like a yes.
  if ('$async' in validate) throw new Error('"$async" is not JSON Schema; leave it out');
  return { draft, failureOf: (value) => failureOf(validate, value) };
}

const OPTIONS: Options = {
  strictSchema: true, // an unknown keyword is an error, since it would check nothing
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  validateFormats: false,
  ownProperties: true, // `required: [toString]` must not find Object's own
  logger: false,
  code: { regExp: Object.assign(linearPattern, { code: 'linearPattern' }) },
};

/** What ajv asks of a pattern; it tells patterns apart by their text. */
function linearPattern(source: string) {
  const pattern = compilePattern(RE2JS.translateRegExp(source), false);
  if (typeof pattern === 'string') throw new Error(`the pattern ${JSON.stringify(source)} ${pattern}`);
  return { test: (text: string) => pattern.found(text), toString: () => source };
}

function draftOf(schema: unknown): SchemaCheck['draft'] {
  const named = (schema as { $schema?: unknown } | null)?.$schema;
  if (named === undefined || named === 'https://json-schema.org/draft/2020-12/schema') return '2020-12';
  if (typeof named === 'string' && /^https?:\/\/json-schema\.org\/draft-07\/schema#?$/u.test(named)) return 'draft-07';
  throw new Error(
    `its "$schema" is ${JSON.stringify(named)}; known are https://json-schema.org/draft/2020-12/schema and http://json-schema.org/draft-07/schema#`,
  );
}

/** Keywords that start with `x-`, which by custom belong to tools. */
function extensionsIn(schema: unknown): readonly string[] {
  const found = new Set<string>();
  JSON.stringify(schema, (key, value: unknown) => {
    if (key.startsWith('x-')) found.add(key);
    return value;
  });
  return [...found];
}

function failureOf(validate: ValidateFunction, value: unknown): Failure | null {
  try {
    if (validate(value)) return null;
  } catch (error) {
    if (error instanceof RangeError) return failure('the value is nested too deeply');
    throw error;
  }
  // The last error is the outermost: the choice that failed rather than one of its branches. `if` only repeats.
  const error = validate.errors?.filter(({ keyword }) => keyword !== 'if').at(-1);
  if (error === undefined) return failure('the schema does not allow it');
  const { instancePath: path } = error;
  return failure(describe(error, path), describe(error, withoutPositions(path, value)));
}

function failure(text: string, kind = text): Failure {
  return { text: text.slice(0, MAX_NOTE), kind: kind.slice(0, MAX_NOTE) };
}

function describe({ message = 'is not allowed', params }: ErrorObject, path: string): string {
  const extra = (params as { additionalProperty?: unknown }).additionalProperty;
  const name = typeof extra === 'string' ? ` (${JSON.stringify(extra)})` : '';
  return `${path === '' ? 'the value' : path} ${message}${name}`;
}

/** A JSON pointer into a value with `*` for positions in lists. */
function withoutPositions(path: string, value: unknown): string {
  let at = value;
  const parts = path
    .split('/')
    .slice(1)
    .map((part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const isList = Array.isArray(at);
      at = (at as Readonly<Record<string, unknown>> | null | undefined)?.[key];
      return isList ? '*' : part;
    });
  return parts.map((part) => `/${part}`).join('');
}
