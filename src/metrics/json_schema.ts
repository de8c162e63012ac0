import { createHash } from 'node:crypto';
import { JsonDocument } from '../data/json-document.js';
import { GateError, messageOf } from '../errors.js';
import { z } from 'zod';
import { define } from './define.js';
import { parseJson } from './json.js';
import { recipe } from './recipe.js';
import { meanMetric, overSamples, scored, type Sample } from './samples.js';
import { compileSchema } from './schema_check.js';

const schema = z
  .custom<JsonDocument | Readonly<Record<string, unknown>>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'give the path of a JSON Schema, or the schema itself',
  )
  .meta({
    type: ['string', 'object'],
    description: 'path of a JSON Schema, relative to the config, or the schema itself',
  });

/** 1 where the whole output is one JSON value that the schema allows; where not, the row says at which path. */
export const jsonSchema = define(
  {
    name: 'json_schema',
    about: '1 where the output is JSON that a JSON Schema allows',
    example: { schema: { type: 'object' } },
  },
  { schema },
  (id, options) => {
    const [value, file] =
      options.schema instanceof JsonDocument
        ? [options.schema.value, options.schema.file]
        : [options.schema, undefined];
    const check = checkOf(value, file);
    const sha256 = createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
    return meanMetric(
      { id, recipe: recipe('json_schema', { draft: check.draft, schema: `sha256:${sha256}` }, 'ajv:8.20.0') },
      (row) =>
        overSamples(row, (text): Sample => {
          const parsed = parseJson(text);
          if (parsed === null) return { ...scored(0, true), note: 'the output is not JSON' };
          const failure = check.failureOf(parsed.value);
          return failure === null ? scored(1) : { ...scored(0), note: failure.text, noteKind: failure.kind };
        }),
    );
  },
);

function checkOf(value: unknown, file: string | undefined) {
  try {
    return compileSchema(value);
  } catch (cause) {
    const what = `option "schema" of json_schema is no schema to check by: ${messageOf(cause)}`;
    throw new GateError(what, file === undefined ? { key: 'metrics.schema' } : { file }, { cause });
  }
}
