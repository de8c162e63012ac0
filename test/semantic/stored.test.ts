import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openCache } from '../../src/judge/cache/index.js';
import { EMBEDDINGS_FORM, type StoredVector } from '../../src/semantic/stored.js';
import { withFiles } from '../temp.js';

const key = (digit: string) => digit.repeat(64);
const stored: StoredVector = { vector: Int8Array.from([127, -127, 0, 5, -1]), model: 'm-001' };

async function withCache<T>(folder: string, use: (cache: Awaited<ReturnType<typeof open>>['cache']) => T) {
  const { cache, warnings } = await open(folder);
  const result = use(cache);
  await cache.close();
  return { result, warnings };
}

async function open(folder: string) {
  const warnings: string[] = [];
  const warn = (line: string) => void warnings.push(line);
  const log = { info: () => undefined, warn, group: () => undefined, endGroup: () => undefined };
  const pattern = { pattern: 'c.jsonl', baseDir: folder, place: {}, trusted: false };
  const access = { workingDirectory: folder, root: folder };
  return { cache: await openCache(pattern, EMBEDDINGS_FORM, { access, log }), warnings };
}

test('an embedding comes back as it was put in; a line is a little longer than its numbers', async () => {
  await withFiles({}, async (folder) => {
    await withCache(folder, (cache) => cache.put(key('a'), stored));
    const { result } = await withCache(folder, (cache) => [cache.get(key('a')), cache.get(key('b'))]);
    expect(result).toEqual([stored, null]);
    const line = await readFile(join(folder, 'c.jsonl'), 'utf8');
    expect(line).toBe(`{"eval_gate_embedding":1,"key":"${key('a')}","model":"m-001","int8":"f4EABf8="}\n`);
  });
});

test('lines that are cut off or made up are left out, and what stands around them is found', async () => {
  await withFiles({}, async (folder) => {
    const file = join(folder, 'c.jsonl');
    const line = (digit: string) => EMBEDDINGS_FORM.line(key(digit), stored);
    const made = (over: object) => JSON.stringify({ ...(JSON.parse(line('c')) as object), ...over });
    const bad = [
      made({ int8: '' }),
      made({ int8: 'AAAA' }),
      made({ int8: 'not base64!' }),
      made({ int8: [1, 2] }),
      made({ key: 'short' }),
      made({ model: 1 }),
      made({ more: 1 }),
      made({ eval_gate_embedding: 2 }),
      'null',
      '[',
      '{"__proto__": {"key": 1}}',
    ];
    await writeFile(file, `${line('a')}\n${bad.join('\n')}\n${line('b')}\n${line('d').slice(0, 60)}`);
    await appendFile(file, `${line('e')}\n`);
    const { result, warnings } = await withCache(folder, (cache) =>
      ['a', 'b', 'c', 'd', 'e'].map((digit) => cache.get(key(digit)) !== null),
    );
    expect(result).toEqual([true, true, false, false, true]);
    expect(warnings).toEqual([
      `The cache of embeddings c.jsonl is damaged in places; lines left out: ${bad.length + 1}.`,
    ]);
  });
});
