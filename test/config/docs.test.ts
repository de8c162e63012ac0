import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { configJsonSchema, configSchema } from '../../src/config/schema.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every key of the schema that a user may write. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(keysOf)];
}

test('docs/config.md explains every key', () => {
  const text = read('docs/config.md');
  const keys = [...new Set(keysOf(configJsonSchema()))];
  expect(keys).toContain('max_unscored');
  expect(keys.filter((key) => !text.includes(`\`${key}\``) && !text.includes(`\`${key}: `))).toEqual([]);
});

test("the README's config is one", () => {
  const [, block] = /```yaml\n(version: 1\n[^]*?)```/u.exec(read('README.md'))!;
  expect(configSchema.safeParse(parse(block!)).error).toBeUndefined();
});
