import { listElements } from '../../src/data/formats/elements.js';
import { splitLines, watchUtf8 } from '../../src/data/formats/lines.js';

async function* inChunks(text: string | Buffer, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text as string);
  for (let i = 0; i < bytes.length; i += size) yield await Promise.resolve(bytes.subarray(i, i + size));
}

type Limits = Parameters<typeof splitLines>[1];

async function lines(text: string | Buffer, size: number, limits?: Limits): Promise<[number, string | null][]> {
  const all: [number, string | null][] = [];
  for await (const batch of splitLines(inChunks(text, size), limits)) {
    for (const { number, text } of batch) all.push([number, Buffer.isBuffer(text) ? `bytes ${text.toString()}` : text]);
  }
  return all;
}

describe('splitLines', () => {
  test.each([1, 2, 3, 5, 7, 1000])('in chunks of %d bytes', async (size) => {
    expect(await lines('a\r\n\n😀é\r\nlast\r', size)).toEqual([
      [1, 'a'],
      [2, ''],
      [3, '😀é'],
      [4, 'last'],
    ]);
  });

  test.each([1, 2, 3, 5, 1000])('skips a line that is too long, in chunks of %d bytes', async (size) => {
    expect(await lines('ab\nabcdef\ncd\nabcd\r\nabcdefg', size, { long: 3, max: 5 })).toEqual([
      [1, 'ab'],
      [2, null],
      [3, 'cd'],
      [4, 'bytes abcd'],
      [5, null],
    ]);
  });
});

test.each([1, 2, 3, 4, 1000])('watchUtf8 names the line in chunks of %d bytes', async (size) => {
  const invalid: number[] = [];
  const passed: Buffer[] = [];
  const bytes = Buffer.from('ab\né\n\xff\xff\ncd\n\xf0\x9f', 'latin1');
  const text = Buffer.concat([Buffer.from('ü😀\n'), bytes]);
  for await (const chunk of watchUtf8(inChunks(text, size), (line) => invalid.push(line))) passed.push(chunk);
  expect(Buffer.concat(passed)).toEqual(text);
  expect(invalid).toEqual([3, 4, 6]);
});

test.each([1, 2, 3, 7, 1000])('listElements in chunks of %d bytes', async (size) => {
  const found: unknown[] = [];
  const text = ' [ {"a": "\\"]"} ,\n[1,\n2], "x,y"\n, 3 ] ';
  for await (const batch of listElements(inChunks(text, size), 1, true)) {
    for (const item of batch) found.push('fault' in item ? item : [item.line, JSON.parse(String(item.text))]);
  }
  expect(found).toEqual([
    [1, { a: '"]' }],
    [2, [1, 2]],
    [3, 'x,y'],
    [4, 3],
  ]);
});
