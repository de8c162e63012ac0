import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRows, type ResolvedFile } from '../../src/data/index.js';
import { failure, readLeniently, readStrictly, TempFolder } from './temp.js';

const temp = new TempFolder();
afterAll(() => temp.remove());

/** Written by pyarrow, DuckDB, Polars and fastparquet, with the rows that pyarrow reads (fixtures/make_parquet.py). */
const fixture = (name: string): ResolvedFile => ({ path: join(import.meta.dirname, 'fixtures', name), shown: name });
const bytesOf = (name: string): Buffer => readFileSync(fixture(name).path);
const { files, tables } = JSON.parse(bytesOf('parquet.json').toString()) as {
  files: Record<string, { table: string; groups: number[] }>;
  tables: Record<string, unknown[]>;
};

/** With objects as JSON.parse makes them, to be compared. */
const plain = (rows: unknown[]): unknown => JSON.parse(JSON.stringify(rows));

describe('readRows of Parquet', () => {
  test.each(Object.entries(files))('%s', async (name, { table, groups }) => {
    const sources = [];
    const rows = [];
    for await (const { row, source } of readRows(fixture(name))) {
      rows.push(row);
      sources.push(source);
    }
    expect(plain(rows)).toEqual(tables[table]);
    let line = 0;
    const expected = groups.flatMap((count, group) =>
      Array.from({ length: count }, () => ({ file: name, line: ++line, rowGroup: group + 1 })),
    );
    expect(sources).toEqual(expected);
  });
});

describe('Parquet files that are not in order', () => {
  const written = (name: string, bytes: Buffer): ResolvedFile => temp.write(name, bytes);
  const DAMAGED = 'is not a Parquet file, or is damaged or cut off';

  test('text that is not UTF-8 is refused, and in training data counted', async () => {
    for (const name of ['not-utf8.parquet', 'not-utf8-plain.parquet']) {
      expect(await failure(readStrictly(fixture(name)))).toBe(
        `${name} row 2 (row group 1): is not valid UTF-8; save the file as UTF-8`,
      );
      const { rows, replaced, broken } = await readLeniently(fixture(name));
      expect(plain(rows)).toEqual(['good', 'b\ufffdd', 'good', 'b\ufffdd'].map((text) => ({ text })));
      expect(replaced.map(({ line }) => line)).toEqual([2, 4]);
      expect(broken).toEqual([]);
    }
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['another format', Buffer.from('{"a": 1}\n')],
    ['only the signature', Buffer.from('PAR1')],
    ['a footer longer than the file', Buffer.from('PAR1\0\0\x10\0PAR1')],
    ['a footer of nothing', Buffer.from('PAR1\0\0\0\0PAR1')],
    ['a footer of noise', Buffer.from(`PAR1${'\xff'.repeat(40)}\x28\0\0\0PAR1`, 'latin1')],
  ])('%s is refused', async (_, bytes) => {
    expect(await failure(readStrictly(written('bad.parquet', bytes)))).toContain(`bad.parquet: ${DAMAGED}`);
  });

  test('an encrypted file is refused by name', async () => {
    const bytes = bytesOf('fastparquet.parquet');
    const encrypted = Buffer.concat([bytes.subarray(0, -4), Buffer.from('PARE')]);
    expect(await failure(readStrictly(written('secret.parquet', encrypted)))).toContain('encrypted');
  });

  test('a file without columns is refused', async () => {
    expect(await failure(readStrictly(fixture('no-columns.parquet')))).toContain('it has no columns');
  });

  test.each(['chats-gzip.parquet', 'polars.parquet', 'duckdb.parquet'])(
    '%s cut off anywhere is refused',
    async (name) => {
      const bytes = bytesOf(name);
      for (let length = 0; length < bytes.length; length += 331) {
        const cut = written('cut.parquet', bytes.subarray(0, length));
        expect(await failure(readStrictly(cut))).toContain(`cut.parquet: ${DAMAGED}`);
        expect(await failure(readLeniently(cut))).toContain(`cut.parquet: ${DAMAGED}`);
      }
    },
  );

  test('a changed byte anywhere gives rows, or ends in a GateError', async () => {
    const random = generator(7);
    let refused = 0;
    for (const name of Object.keys(files)) {
      const bytes = bytesOf(name);
      for (let round = 0; round < 15; round++) {
        const changed = Buffer.from(bytes);
        // The footer and the headers of pages say what to do, so that most changes there matter: half of them go there.
        const at = random(2) === 0 ? random(bytes.length) : bytes.length - 1 - random(Math.min(bytes.length, 1500));
        changed[at] = random(256);
        const file = written('changed.parquet', changed);
        for (const read of [readStrictly, readLeniently]) {
          await read(file).catch((error: unknown) => {
            if (!(error instanceof Error) || error.name !== 'GateError') throw error;
            refused++;
          });
        }
      }
    }
    expect(refused).toBeGreaterThan(50);
  });
});

/** The least standard generator, for cases that are the same on each run. */
function generator(seed: number): (n: number) => number {
  let state = seed;
  return (n) => (state = (state * 48271) % 2147483647) % n;
}
