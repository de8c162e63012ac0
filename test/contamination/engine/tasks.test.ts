import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BlockReport } from '../../../src/contamination/engine/block-report.js';
import type { Task } from '../../../src/contamination/engine/task.js';
import { TaskRunner } from '../../../src/contamination/engine/task-runner.js';
import { unpackedBlocks } from '../../../src/contamination/engine/unpacked-blocks.js';
import { NgramSearcher, type SievedRow } from '../../../src/contamination/ngram/sieve.js';
import { withFiles } from '../../temp.js';
import { fileOf, hostileLines, sieve } from './rows.js';

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Reports of tasks one after another, put together. */
async function together(tasks: AsyncIterable<Task> | Iterable<Task>) {
  const runner = new TaskRunner(new NgramSearcher(sieve), 'known');
  const whole = { lines: 0, rows: 0, broken: 0, replaced: 0, found: [] as [number, SievedRow][] };
  for await (const task of tasks) {
    const { report }: { report: BlockReport<SievedRow> } = await runner.run(task);
    for (const { source, found } of report.found) whole.found.push([whole.lines + source.line, found]);
    for (const count of ['lines', 'rows', 'broken', 'replaced'] as const) whole[count] += report[count];
  }
  await runner.close();
  return whole;
}

const ranges = (path: string, size: number, step: number): Task[] =>
  Array.from({ length: Math.ceil(size / step) }, (_, i) => ({
    ...{ kind: 'range', path, shown: 't.jsonl' },
    ...{ start: i * step, end: Math.min(size, (i + 1) * step) },
  }));

test('however a file is cut, each line is searched once and keeps its number', async () => {
  await withFiles({}, async (folder) => {
    const path = join(folder, 't.jsonl');
    for (const [seed, head] of [
      [1, MARK],
      [2, Buffer.alloc(0)],
    ] as const) {
      const bytes = Buffer.concat([head, fileOf(hostileLines(seed, 300), seed === 2)]);
      writeFileSync(path, bytes);
      const whole = await together(ranges(path, bytes.length, bytes.length));
      expect(whole.lines).toBe(300);
      expect(whole.found.length).toBeGreaterThan(20);
      for (const step of [7, 64, 100, 257, 1000, 4096, 20_000]) {
        expect(await together(ranges(path, bytes.length, step))).toEqual(whole);
      }
    }
  });
});

test('what is unpacked is searched like the file itself', async () => {
  await withFiles({}, async (folder) => {
    const bytes = Buffer.concat([MARK, fileOf(hostileLines(3, 3000), false)]);
    const path = join(folder, 't.jsonl');
    writeFileSync(path, bytes);
    writeFileSync(`${path}.gz`, gzipSync(bytes));
    const whole = await together(ranges(path, bytes.length, bytes.length));
    for (const size of [100, 1000, 65_536, 1 << 21]) {
      const blocks = unpackedBlocks({ path: `${path}.gz`, shown: 't.jsonl.gz' }, size, []);
      expect(await together(blocks)).toEqual(whole);
    }
  });
});
