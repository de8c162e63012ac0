import { Ajv2020 } from 'ajv/dist/2020.js';
import { JsonDocument } from '../../src/data/index.js';
import { GateError } from '../../src/errors.js';
import { loadMetric } from '../../src/metrics/index.js';
import { evaluate, row } from './helpers.js';
import { expectBounded } from '../bounded.js';

const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';
const ORDER = {
  type: 'object',
  properties: {
    id: { type: 'string', pattern: '^ORD-\\d{4}$' },
    items: { type: 'array', items: { $ref: '#/$defs/item' }, minItems: 1 },
  },
  required: ['id', 'items'],
  additionalProperties: false,
  $defs: { item: { type: 'object', properties: { n: { type: 'integer', minimum: 1 } }, required: ['n'] } },
};

async function noteOf(schema: unknown, output: string): Promise<{ score: number; unparsed: boolean; note?: string }> {
  const metric = await loadMetric({ name: 'json_schema', schema });
  const one = row(output, []);
  const measured = metric.measure(one, metric.prepare([one]));
  if ('unscored' in measured) throw new Error(measured.unscored);
  const { values, unparsed, note } = measured;
  return { score: values[0]!, unparsed, ...(note === undefined ? {} : { note }) };
}

/** Expected by the text of the specifications; null: allowed. */
const CASES: readonly (readonly [name: string, schema: unknown, output: string, note: string | null])[] = [
  ['all is well', ORDER, ' {"id": "ORD-0001", "items": [{"n": 2}]}\n', null],
  [
    'a value of the wrong type',
    ORDER,
    '{"id": "ORD-0001", "items": [{"n": 2}, {"n": "2"}]}',
    '/items/1/n must be integer',
  ],
  ['a key is missing', ORDER, '{"items": [{"n": 2}]}', "the value must have required property 'id'"],
  [
    'a key too many',
    ORDER,
    '{"id": "ORD-0001", "items": [{"n": 2}], "x": 1}',
    'the value must NOT have additional properties ("x")',
  ],
  ['a pattern', ORDER, '{"id": "ORD-1", "items": [{"n": 2}]}', '/id must match pattern "^ORD-\\d{4}$"'],
  ['a list that is too short', ORDER, '{"id": "ORD-0001", "items": []}', '/items must NOT have fewer than 1 items'],
  ['a key with a slash', { properties: { 'a/b': { type: 'null' } } }, '{"a/b": 1}', '/a~1b must be null'],
  [
    'a choice',
    { oneOf: [{ type: 'string' }, { minimum: 3 }] },
    '"x"',
    'the value must match exactly one schema in oneOf',
  ],
  [
    'if and then',
    { if: { type: 'string' }, then: { maxLength: 1 } },
    '"xy"',
    'the value must NOT have more than 1 characters',
  ],
  ['length in code points', { maxLength: 1 }, '"🙂"', null],
  [
    '2020-12 tuples',
    { prefixItems: [{ type: 'string' }], items: { type: 'number' } },
    '["a", "b"]',
    '/1 must be number',
  ],
  [
    '2020-12 unevaluated',
    { allOf: [{ properties: { a: true } }], unevaluatedProperties: false },
    '{"b": 1}',
    'the value must NOT have unevaluated properties',
  ],
  [
    'draft-07 tuples',
    { $schema: DRAFT_07, items: [{ type: 'string' }], additionalItems: false },
    '["a", "b"]',
    'the value must NOT have more than 1 items',
  ],
  [
    'draft-07 definitions',
    { $schema: DRAFT_07, $ref: '#/definitions/a', definitions: { a: { const: 1 } } },
    '2',
    'the value must be equal to constant',
  ],
  ['a value among others', { enum: [{ a: 1, b: [2] }, 3] }, '{"b": [2.0], "a": 1}', null],
  [
    'none of the values',
    { enum: [{ a: 1 }, 'x'] },
    '{"a": "1"}',
    'the value must be equal to one of the allowed values',
  ],
  ['a constant', { const: { a: [1, null] } }, '{"a": [null, 1]}', 'the value must be equal to constant'],
  [
    'a key that objects inherit, against a constant',
    { const: {} },
    '{"valueOf": 1}',
    'the value must be equal to constant',
  ],
  [
    'the same, among values',
    { enum: [{ toString: 1 }, {}] },
    '{"toString": 2}',
    'the value must be equal to one of the allowed values',
  ],
  [
    'items that differ',
    { uniqueItems: true },
    '[1, "1", true, null, {}, [], {"valueOf": 1}, {"valueOf": 2}, 1e999]',
    null,
  ],
  ['items that may repeat', { uniqueItems: false }, '[1, 1]', null],
  [
    'items that are the same',
    { properties: { a: { uniqueItems: true, items: { type: 'object' } } } },
    '{"a": [{"x": 1, "y": 2}, {"x": 1}, {"y": 2.0, "x": 1}]}',
    '/a must NOT have duplicate items (items ## 0 and 2 are identical)',
  ],
  ['1.0 is an integer', { type: 'integer' }, '1.0', null],
  ['format is an annotation', { type: 'string', format: 'email' }, '"x"', null],
  [
    'inherited names are not there',
    { required: ['toString'] },
    '{}',
    "the value must have required property 'toString'",
  ],
  ['inherited names as keys', { properties: { constructor: { type: 'string' } } }, '{}', null],
  [
    '__proto__ as a key',
    { additionalProperties: false },
    '{"__proto__": 1}',
    'the value must NOT have additional properties ("__proto__")',
  ],
  ['annotations of tools', { 'x-order': 1, example: 2, properties: { a: { 'x-label': 'A' } } }, '{}', null],
  ['a pattern of JavaScript', { pattern: '^[\\u00e9/]$' }, '"é"', null],
];

test.each(CASES)('%s', async (_name, schema, output, note) => {
  expect(await noteOf(schema, output)).toEqual({
    score: note === null ? 1 : 0,
    unparsed: false,
    ...(note === null ? {} : { note }),
  });
});

test.each(['```json\n{}\n```', '{"a": 1,}', '', 'Sure! {}'])('%j is no JSON: wrong and unparsed', async (output) => {
  expect(await noteOf({}, output)).toEqual({ score: 0, unparsed: true, note: 'the output is not JSON' });
});

test('a pattern that would backtrack for ever holds nothing up', () =>
  expectBounded(async () => {
    const { score } = await noteOf({ pattern: '^(a+)+$' }, JSON.stringify(`${'a'.repeat(50_000)}!`));
    expect(score).toBe(0);
  }));

test('a value nested without end is wrong, not a crash', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(await noteOf({ items: { $ref: '#' } }, deep)).toMatchObject({
    score: 0,
    note: 'the value is nested too deeply',
  });
});

test('a long path is cut', async () => {
  const { note } = await noteOf({ additionalProperties: { type: 'null' } }, JSON.stringify({ ['k'.repeat(9_999)]: 1 }));
  expect(note).toHaveLength(300);
});

test('the recipe names draft and schema', async () => {
  // printf '%s' '{"type":"object"}' | sha256sum
  expect((await loadMetric({ name: 'json_schema', schema: { type: 'object' } })).recipe).toBe(
    'json_schema|draft:2020-12|schema:sha256:a2c799262a3c|as:ajv:8.20.0',
  );
});

test('samples are averaged; the first failure is told', async () => {
  const metric = await loadMetric({ name: 'json_schema', schema: { type: 'number' } });
  const one = row(['1', '"a"', 'x', '2'], []);
  expect(evaluate(metric, [one]).value).toBe(0.5);
  expect(metric.measure(one, metric.prepare([one]))).toMatchObject({
    unparsed: true,
    note: 'the value must be number',
  });
});

const BROKEN: readonly (readonly [unknown, string])[] = [
  [undefined, 'option "schema" of json_schema is not valid (give the path of a JSON Schema, or the schema itself)'],
  ['order.json', 'option "schema" of json_schema is not valid (give the path'],
  [{ type: 'objekt' }, 'no schema to check by: schema is invalid: data/type'],
  [{ type: 'object', propertys: {} }, 'unknown keyword: "propertys"'],
  [{ $ref: 'https://example.com/order.json' }, "can't resolve reference https://example.com/order.json"],
  [{ $ref: '#/$defs/none' }, "can't resolve reference #/$defs/none"],
  [{ pattern: '(?=a)' }, 'the pattern "(?=a)" is not a regular expression that RE2 reads'],
  [{ pattern: '(' }, 'the pattern "(" is not a regular expression that RE2 reads'],
  [
    { $schema: 'http://json-schema.org/draft-04/schema#' },
    'its "$schema" is "http://json-schema.org/draft-04/schema#"; known are',
  ],
  [{ $async: true }, '"$async" is not JSON Schema'],
  [{ items: [{ type: 'string' }] }, 'schema is invalid'],
];
test.each(BROKEN)('%j is refused', async (schema, message) => {
  const loading = loadMetric({ name: 'json_schema', schema });
  await expect(loading).rejects.toThrow(GateError);
  await expect(loading).rejects.toThrow(message);
});

test('a broken schema file is named', async () => {
  const loading = loadMetric({ name: 'json_schema', schema: new JsonDocument('schemas/a.json', 'text') });
  await expect(loading).rejects.toThrow('schemas/a.json: option "schema" of json_schema is no schema to check by');
});

describe('values that are compared', () => {
  const ATOMS: readonly unknown[] = [0, 1, -0, 'a', '', '1', true, null, [], {}];
  /** A small value from a number: atoms, lists and objects of them, many of them equal. */
  const valueOf = (seed: number): unknown => {
    const [kind, rest] = [seed % 4, Math.floor(seed / 4)];
    const [a, b] = [ATOMS[rest % 10], ATOMS[Math.floor(rest / 10) % 10]];
    return [a, [a, b], { x: a, y: b }, { y: a, x: [b] }][kind];
  };

  test('are the same as for ajv alone', async () => {
    let equal = 0;
    for (let seed = 0; seed < 4_000; seed += 131) {
      const [value, other] = [valueOf(seed), valueOf((seed * 31) % 400)];
      for (const [schema, data] of [
        [{ const: value }, other],
        [{ enum: ['z', value, 5] }, other],
        [{ uniqueItems: true }, [other, value, other === value ? 2 : 3]],
        [{ uniqueItems: true, items: { type: ['string', 'integer'] } }, [value, other, value]],
      ] as const) {
        const expected = new Ajv2020({ strict: false }).validate(schema, JSON.parse(JSON.stringify(data)));
        equal += Number(expected);
        expect([schema, data, (await noteOf(schema, JSON.stringify(data))).score]).toEqual([
          schema,
          data,
          Number(expected),
        ]);
      }
    }
    expect(equal).toBeGreaterThan(20);
  });

  /** Comparing each with each other one would take hours. */
  test('are compared in time that grows with their length', async () => {
    const items = Array.from({ length: 200_000 }, (_, i) => ({ id: i, tags: [i % 7] }));
    expect(await noteOf({ uniqueItems: true }, JSON.stringify(items))).toMatchObject({ score: 1 });
    const twice = JSON.stringify([...items, { tags: [1], id: 1 }]);
    expect((await noteOf({ uniqueItems: true }, twice)).note).toBe(
      'the value must NOT have duplicate items (items ## 1 and 200000 are identical)',
    );
  });

  test('a list of values that holds none is no schema', async () => {
    await expect(loadMetric({ name: 'json_schema', schema: { enum: [] } })).rejects.toThrow('"enum" must name a value');
  });
});
