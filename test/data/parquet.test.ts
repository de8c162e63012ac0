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
