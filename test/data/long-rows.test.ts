import { appendFileSync } from 'node:fs';
import { LongText, readTrainingRows, type ResolvedFile, type TextTree } from '../../src/data/index.js';
import { parseLongRow } from '../../src/data/formats/long-row.js';
import { MAX_ROW_BYTES } from '../../src/data/formats/limits.js';
import { readLeniently, readStrictly, TempFolder } from './temp.js';

const temp = new TempFolder();
afterAll(() => temp.remove());

/** The same as JSON.parse would give it. */
function whole(tree: TextTree): unknown {
  if (tree instanceof LongText) return [...tree.chunks()].join('');
  if (Array.isArray(tree)) return (tree as readonly TextTree[]).map(whole);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, whole(value)]));
}

const MILLION = 1 << 20;
/** Escapes and characters of every length, so that chunks of a million bytes end in all of them. */
const hard = '\\"\n\u0000é日😀\ud800\u2028'.repeat(120_000);
const row = {
  id: 'a',
  text: hard,
  words: 'lorem ipsum '.repeat(200_000),
  messages: [
    { role: 'user', content: 'short' },
    { role: 'assistant', content: 'x'.repeat(2 * MILLION) },
    { role: 'user', content: [{ type: 'text', text: hard }] },
  ],
  numbers: Array.from({ length: 300_000 }, (_, i) => i * 1.5),
  nested: { deep: { deeper: [[['y'.repeat(2 * MILLION)], []], {}] } },
  empty: ['', {}, [], true, false, null, -0.5e-3],
};
const json = JSON.stringify(row);
const spaced = JSON.stringify(row, null, 1);

describe('a long row of JSON', () => {
  test.each([
    ['as JSON.stringify writes it', json],
    ['with line breaks and spaces', spaced],
    ['with each character escaped that can be', `{"text": "${'\\ud83d\\ude00\\u00e9\\\\'.repeat(100_000)}"}`],
    ['with a key twice, of which the last counts', `{"a": "${'x'.repeat(MILLION)}", "a": "${'y'.repeat(MILLION)}"}`],
    ['with a key named __proto__', `{"__proto__": "${'x'.repeat(2 * MILLION)}"}`],
  ])('%s is what JSON.parse makes of it', (_, text) => {
    const tree = parseLongRow(Buffer.from(text));
    if (typeof tree === 'string') throw new Error(tree);
    expect(whole(tree)).toEqual(JSON.parse(text));
    expect(Object.keys(tree)).toEqual(Object.keys(JSON.parse(text) as object));
  });

  test.each([
    ['cut off', json.slice(0, -1)],
    ['cut off in a text', json.slice(0, 400_000)],
    ['with something behind it', `${json} x`],
    ['that is a list', `[${json}]`],
    ['without a comma', json.replace(',"words"', ' "words"')],
    ['with a comma too many', json.replace(',"words"', ',,"words"')],
    ['with a comma at the end', `${json.slice(0, -1)},}`],
    ['without a colon', json.replace('"text":', '"text"')],
    ['without a value', json.replace('"id":"a"', '"id":')],
    ['without quotes at a key', json.replace('"words"', 'words')],
    ['closed by the wrong bracket', `${json.slice(0, -1)}]`],
    ['with a wrong escape', json.replace('lorem', '\\lorem')],
    ['with a line break in a text', json.replace('lorem', 'lo\nrem')],
    ['with a word that is no value', json.replace('"a"', 'NaN')],
    ['with nothing in it', ''],
  ])('%s is broken', (_, text) => {
    expect(parseLongRow(Buffer.from(text))).toBe('is not valid JSON');
  });

  test('nested beyond measure is broken, not a stack overflow', () => {
    const deep = `{"a":${'['.repeat(3 * MILLION)}${']'.repeat(3 * MILLION)}}`;
    expect(parseLongRow(Buffer.from(deep))).toBe('is nested too deeply');
  });
});

describe('files with long rows', () => {
  const rows = [{ id: 1 }, { text: 'a'.repeat(20 * MILLION), b: 1 }, { id: 2 }];
  const files: [string, string][] = [
    ['long.jsonl', rows.map((row) => `${JSON.stringify(row)}\r\n`).join('')],
    ['long.json', `[${rows.map((row) => JSON.stringify(row)).join(',\n')}]`],
  ];
  test.each(files)('%s: training data has it in chunks, others whole', async (name, text) => {
    const file = temp.write(name, text);
    const { rows: read, lines } = await readLeniently(file);
    expect(lines).toEqual([1, 2, 3]);
    expect((read[1] as { text: unknown }).text).toBeInstanceOf(LongText);
    expect(whole(read[1] as TextTree)).toEqual(rows[1]);
    expect((await readStrictly(file)).rows).toEqual(rows);
  });

  test('one beyond the limit is counted, and the rest is read', async () => {
    const lines = await readBeyond();
    expect(lines).toEqual([
      ['row', 1],
      ['is longer than 500 MB; split it into more rows', 2],
      ['row', 3],
    ]);
  }, 60_000);

  async function readBeyond(): Promise<[string, number][]> {
    const found: [string, number][] = [];
    const part = Buffer.alloc(10_000_000, 'a');
    const file: ResolvedFile = temp.write('beyond.jsonl', '{"id":1}\n{"text":"');
    for (let bytes = 0; bytes <= MAX_ROW_BYTES; bytes += part.length) appendFileSync(file.path, part);
    appendFileSync(file.path, '"}\n{"id":3}\n');
    const options = {
      onBroken: ({ line }: { line: number }, message: string) => void found.push([message, line]),
      onReplaced: () => undefined,
    };
    for await (const { source } of readTrainingRows(file, options)) found.push(['row', source.line]);
    return found;
  }
});
