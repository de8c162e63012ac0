import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFiles } from '../temp.js';
import { measureFolder } from './running.js';

const ROWS = {
  'e.jsonl': '{"id":"a","reference":"x"}\n{"id":"b","reference":"x"}\n',
  'c.jsonl': '{"id":"a","output":{"n":1}}\n{"id":"b","output":{"n":"1"}}\n',
};

function filesWith(schema: string, more: Readonly<Record<string, string>> = {}) {
  const config = `version: 1\neval_set: e.jsonl\npredictions: c.jsonl\nmetrics: [{ name: json_schema, schema: ${schema} }]\n`;
  return { ...ROWS, 'eval-gate.yml': config, ...more };
}

const SCHEMA = '{"properties": {"n": {"type": "integer"}}}';

test.each([
  ['a path relative to the config', 'schemas/n.json', { 'schemas/n.json': SCHEMA }],
  ['a path with a byte order mark', 'n.json', { 'n.json': `\ufeff${SCHEMA}` }],
  ['a schema inline', SCHEMA, {}],
])('%s', async (_name, schema, more) => {
  await withFiles(filesWith(schema, more), async (folder) => {
    const { suite, rows } = await measureFolder(folder);
    expect(suite.measures[0]?.candidate.value).toBe(0.5);
    expect(rows.map(({ score, note }) => [score, note])).toEqual([
      [1, undefined],
      [0, '/n must be integer'],
    ]);
  });
});

const REFUSED: readonly (readonly [string, string, Readonly<Record<string, string>>, string])[] = [
  ['no such file', 'n.jsn', { 'n.json': SCHEMA }, 'metrics[0].schema: no file matches "n.jsn"; did you mean "n.json"?'],
  [
    'several files',
    '"[ab].json"',
    { 'a.json': '{}', 'b.json': '{}' },
    'metrics[0].schema: "[ab].json" matches several files',
  ],
  ['no JSON', 'n.json', { 'n.json': '{\n"a": 1,\n}' }, 'n.json:3: is not valid JSON'],
  ['another place', '../n.json', {}, 'lies outside the workspace; a config may only name files inside it'],
  ['a link to another place', 'link.json', {}, '"link.json" is a link that leads outside the workspace'],
];
test.each(REFUSED)('%s is refused', async (_name, schema, more, message) => {
  const files = filesWith(schema, more);
  await withFiles({ 'n.json': SCHEMA }, async (outside) => {
    const folder = join(outside, 'work');
    await mkdir(folder);
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    await symlink(join(outside, 'n.json'), join(folder, 'link.json'));
    await expect(measureFolder(folder, folder)).rejects.toThrow(message);
  });
});

test('a schema that is none makes an error of its suite, and names the file', async () => {
  await withFiles(filesWith('n.json', { 'n.json': '{"typ": "object"}' }), async (folder) => {
    const { suite } = await measureFolder(folder);
    expect(suite.failed?.message).toBe(
      'n.json: option "schema" of json_schema is no schema to check by: strict mode: unknown keyword: "typ"',
    );
  });
});
