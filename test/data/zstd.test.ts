import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HAS_NATIVE_ZSTD, unpackZstd } from '../../src/data/formats/zstd/index.js';
import { failure, readStrictly, TempFolder } from './temp.js';

const temp = new TempFolder();
afterAll(() => temp.remove());

/** Written by the reference implementation (fixtures/make_zstd.py), with what they hold. */
const packed = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'fixtures', name));
const expected = JSON.parse(packed('zstd.json').toString()) as Record<string, { bytes: number; sha256: string }>;

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let i = 0; i < bytes.length; i += size) yield await Promise.resolve(bytes.subarray(i, i + size));
}

async function unpack(bytes: Buffer, size: number, native: boolean): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of unpackZstd(inChunks(bytes, size), native)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Node.js 20 has no decoder of its own: there the one in JavaScript is all there is. */
const decoders: [string, boolean][] = [['in JavaScript', false]];
if (HAS_NATIVE_ZSTD) decoders.push(["of Node's own", true]);

describe.each(decoders)('unpackZstd %s', (_, native) => {
  test.each(Object.keys(expected))('%s', async (name) => {
    for (const size of [name === 'many.zst' || packed(name).length < 100 ? 1 : 997, 1 << 20]) {
      const content = await unpack(packed(name), size, native);
      expect(content.length).toBe(expected[name]!.bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(expected[name]!.sha256);
    }
  });

  const rows = packed('rows.jsonl.zst');
  const damaged: [string, Buffer, string][] = [
    ['nothing', Buffer.alloc(0), 'unexpected end of file'],
    ['something else', Buffer.from('{"id": 1}'), 'not zstd data'],
    ['something else behind a frame', Buffer.concat([rows, Buffer.from('{"id": 1}')]), 'not zstd data'],
    ['a frame cut off in the second one', Buffer.concat([rows, rows.subarray(0, 20)]), 'unexpected end of file'],
    ['a skippable frame cut off', packed('frames.zst').subarray(0, 10), 'unexpected end of file'],
    ['a window of 256 MB', packed('window.zst'), 'its window is larger than 128 MB'],
    ['a dictionary', packed('dictionary.zst'), 'it needs a dictionary'],
  ];
  test.each(damaged)('refuses %s', async (_name, bytes, message) => {
    await expect(unpack(bytes, 7, native)).rejects.toThrow(message);
  });

  test('refuses a file that is cut off anywhere', async () => {
    for (let length = 0; length < rows.length; length++) {
      await expect(unpack(rows.subarray(0, length), 1 << 20, native)).rejects.toThrow('unexpected end of file');
    }
  });

  test('never takes damaged bytes for others: a checksum tells', async () => {
    const content = await unpack(rows, 1 << 20, native);
    let refused = 0;
    for (let bit = 0; bit < rows.length * 8; bit++) {
      const bytes = Buffer.from(rows);
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      const unpacked = await unpack(bytes, 1 << 20, native).catch(() => refused++);
      if (Buffer.isBuffer(unpacked)) expect(unpacked).toEqual(content); // a bit that means nothing here
    }
    expect(refused).toBeGreaterThan(rows.length * 7);
  });
});

describe('readRows', () => {
  test('reads .zst by its name, whatever the format in it', async () => {
    const { rows, lines } = await readStrictly(temp.write('rows.jsonl.zst', packed('rows.jsonl.zst')));
    expect(rows).toEqual([
      { id: 1, text: 'café' },
      { id: 2, text: '😀' },
    ]);
    expect(lines).toEqual([1, 2]);
  });

  test.each([
    ['damaged.jsonl.zst', packed('rows.jsonl.zst').fill(1, 20, 30), 'can not be unpacked, it is damaged or cut off ('],
    ['short.csv.ZST', packed('rows.jsonl.zst').subarray(0, 40), 'can not be unpacked, it is damaged or cut off ('],
    [
      'window.jsonl.zst',
      packed('window.zst'),
      'can not be unpacked (its window is larger than 128 MB; pack it without',
    ],
  ])('refuses %s in one sentence with the file', async (name, bytes, message) => {
    expect(await failure(readStrictly(temp.write(name, bytes)))).toContain(`${name}: ${message}`);
  });
});
