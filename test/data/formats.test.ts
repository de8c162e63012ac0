import { gzipSync } from 'node:zlib';
import { failure, readLeniently, readStrictly, TempFolder } from './temp.js';

const temp = new TempFolder();
afterAll(() => temp.remove());

/** Text in, rows and the lines that they start on out: worked out by hand. */
const readable: [string, string, string, unknown[], number[]][] = [
  ['jsonl', 'plain.jsonl', '{"a":1}\n{"a":2}\n', [{ a: 1 }, { a: 2 }], [1, 2]],
  ['no newline at the end', 'end.ndjson', '{"a":1}\n{"a":2}', [{ a: 1 }, { a: 2 }], [1, 2]],
  ['byte order mark', 'mark.jsonl', '\ufeff{"a":1}\n', [{ a: 1 }], [1]],
  ['CRLF and empty lines', 'crlf.jsonl', '\r\n{"a":1}\r\n\r\n  \r\n{"a":"x\\r"}\r\n', [{ a: 1 }, { a: 'x\r' }], [2, 5]],
  ['nothing at all', 'empty.jsonl', '', [], []],
  ['only a mark', 'onlymark.jsonl', '\ufeff', [], []],
  ['a lone surrogate', 'lone.jsonl', '{"a":"\\ud800"}', [{ a: '\ud800' }], [1]],
  [
    'a separator that JavaScript calls a line end',
    'ls.jsonl',
    '{"a":"x\u2028y\u0085z"}\n',
    [{ a: 'x\u2028y\u0085z' }],
    [1],
  ],
  ['a list', 'list.json', '[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }], [1, 1]],
  [
    'a list over many lines',
    'pretty.json',
    '\n[\n  {"a": 1},\n\n  {\n    "b": "],\\"[{\\\\",\n    "c": [1, {"d": 2}]\n  }\n]\n',
    [{ a: 1 }, { b: '],"[{\\', c: [1, { d: 2 }] }],
    [3, 5],
  ],
  ['an empty list', 'none.json', ' [ ] ', [], []],
  ['an empty .json', 'void.json', ' \n', [], []],
  [
    'an object around the list',
    'data.json',
    '{"version": [1, 2],\n"note": "\\"data\\": [",\n"data":\n[{"a": 1},\n{"a": 2}], "n": {"data": [{}]}}',
    [{ a: 1 }, { a: 2 }],
    [4, 5],
  ],
  ['a repeated key around the list', 'twice.json', '{"d": [{"a": 1}],\n "d": [{"a": 2}]}', [{ a: 2 }], [2]],
  ['an object around an empty list', 'nodata.json', '{"data": []}', [], []],
  ['JSON lines named .json', 'lines.json', '{"a":1}\n{"a":2}\n', [{ a: 1 }, { a: 2 }], [1, 2]],
  [
    'csv',
    'plain.csv',
    'id,output\n7,x\n8,\n',
    [
      { id: '7', output: 'x' },
      { id: '8', output: '' },
    ],
    [2, 3],
  ],
  [
    'csv with all that quotes allow',
    'quotes.csv',
    '\ufeff"a\nb",c\r\n"1\r\n2",\r\n\r\n"x ""y""",he said "no"\r\n',
    [
      { 'a\nb': '1\r\n2', c: '' },
      { 'a\nb': 'x "y"', c: 'he said "no"' },
    ],
    [3, 6],
  ],
  ['csv with nothing but a header', 'header.csv', 'id,output\n', [], []],
  ['tsv', 'plain.tsv', 'id\toutput\n1\ta,b\n', [{ id: '1', output: 'a,b' }], [2]],
  ['upper-case extension', 'UPPER.JSONL', '{"a":1}', [{ a: 1 }], [1]],
];

describe('readRows', () => {
  test.each(readable)('%s', async (_, name, text, rows, lines) => {
    const { rows: read, lines: places } = await readStrictly(temp.write(name, text));
    expect(read.map((row) => ({ ...(row as object) }))).toEqual(rows);
    expect(places).toEqual(lines);
  });

  test.each(readable.filter(([, , text]) => text !== ''))('%s, packed', async (_, name, text, rows, lines) => {
    const { rows: read, lines: places } = await readStrictly(temp.write(`${name}.gz`, gzipSync(text)));
    expect(read.map((row) => ({ ...(row as object) }))).toEqual(rows);
    expect(places).toEqual(lines);
  });

  const unreadable: [string, string, string | Uint8Array, string][] = [
    ['broken JSON', 'bad.jsonl', '{"a":1}\n{"a":\n', 'bad.jsonl:2: is not valid JSON'],
    ['NaN', 'nan.jsonl', '{"a": NaN}\n', 'nan.jsonl:1: is not valid JSON (NaN and Infinity are not JSON; write null)'],
    ['a text as row', 'text.jsonl', '"a"\n', 'text.jsonl:1: is a text; a row must be a JSON object such as {"id": …}'],
    ['null as row', 'null.jsonl', 'null', 'null.jsonl:1: is null; a row must be'],
    ['a list as row', 'lists.jsonl', '\n[1]', 'lists.jsonl:2: is a list; a row must be'],
    ['a number in a list', 'numbers.json', '[{"a":1},\n2]', 'numbers.json:2: is a number; a row must be'],
    ['NUL', 'nul.jsonl', '{"a":1}\n{"a":"\0"}', 'nul.jsonl:2: is not valid JSON (at character 7)'],
    [
      'bytes that are not UTF-8',
      'latin.jsonl',
      Buffer.from('{"a":1}\n{"a":"\xe9"}\n', 'latin1'),
      'latin.jsonl:2: is not valid UTF-8',
    ],
    [
      'the same in a last line',
      'last.jsonl',
      Buffer.from('{"a":1}\n{"a":"\xe9"}', 'latin1'),
      'last.jsonl:2: is not valid UTF-8',
    ],
    ['the same in csv', 'latin.csv', Buffer.from('a\nx\n\xe9\n', 'latin1'), 'latin.csv:3: is not valid UTF-8'],
    [
      'the same in a list',
      'latin.json',
      Buffer.from('[{"a":1},\n{"a":"\xe9"}]', 'latin1'),
      'latin.json:2: is not valid UTF-8',
    ],
    ['UTF-16', 'wide.csv', Buffer.from('\ufeffid,output\n', 'utf16le'), 'wide.csv: is UTF-16; save it as UTF-8'],
    ['a list cut off', 'cut.json', '[{"a":1},\n{"a":', 'cut.json:2: ends before its list is closed'],
    ['a comma too many', 'comma.json', '[{"a":1},\n]', 'comma.json:2: has a comma too many'],
    ['text after a list', 'after.json', '[{"a":1}]\n[]', 'after.json:2: goes on after its list has ended'],
    ['a broken object', 'object.json', '{"data": [\n{"a" 1}]}', 'object.json:2: is not valid JSON'],
    [
      'two lists',
      'two.json',
      '{"train": [{}], "test": [{}]}',
      'two.json: is one JSON object with several lists (train, test) of rows',
    ],
    ['no list', 'one.json', '{"id": 1}', 'one.json: is one JSON object with no list of rows'],
    ['something else', 'word.json', 'hello', 'word.json:1: is not JSON with rows'],
    ['an open quote', 'open.csv', 'a,b\n1,"2\n3,4\n', 'open.csv:2: opens a quote that is never closed'],
    ['too few fields', 'few.csv', 'a,b\n1,2\n3\n', 'few.csv:3: has 1 fields where the header has 2'],
    ['a repeated column', 'repeat.csv', 'id,x,id\n', 'repeat.csv:1: has the column "id" twice'],
    [
      'a damaged .gz',
      'damaged.jsonl.gz',
      '{"a":1}\n',
      'damaged.jsonl.gz: can not be unpacked, it is damaged or cut off',
    ],
    ['a truncated .gz', 'short.jsonl.gz', gzipSync('{"a":1}\n').subarray(0, 20), 'short.jsonl.gz: can not be unpacked'],
    ['an empty .gz', 'empty.jsonl.gz', '', 'empty.jsonl.gz: can not be unpacked'],
    [
      'another format',
      'rows.josnl',
      '',
      'rows.josnl: has no known format; known are .jsonl .ndjson .json .csv .tsv .parquet .txt .md, text also with .gz or .zst; did you mean "jsonl"?',
    ],
    ['no extension', 'rows', '', 'rows: has no known format'],
  ];
  test.each(unreadable)('refuses %s', async (_, name, content, message) => {
    expect(await failure(readStrictly(temp.write(name, content)))).toContain(message);
  });

  test('refuses a file that went away', async () => {
    const gone = { path: `${temp.path}/gone.jsonl`, shown: 'gone.jsonl' };
    expect(await failure(readStrictly(gone))).toContain('gone.jsonl: can not be read (ENOENT)');
  });

  const spoilt: [string, string, string | Uint8Array, unknown[], number[]][] = [
    ['jsonl', 'l.jsonl', '{"a":1}\nx\n"text"\n{"a":2}\n', [{ a: 1 }, { a: 2 }], [2, 3]],
    ['a list', 'l.json', '[{"a":1},\n{"a" 2},\n3,\n{"a":4}]', [{ a: 1 }, { a: 4 }], [2, 3]],
    ['a list cut off', 'lc.json', '[{"a":1},\n{"a":', [{ a: 1 }], [2]],
    ['csv', 'l.csv', 'a,b\n1\n1,2\n', [{ a: '1', b: '2' }], [2]],
  ];
  test.each(spoilt)('tells onBroken of broken rows and goes on: %s', async (_, name, content, rows, lines) => {
    const result = await readLeniently(temp.write(name, content));
    expect(result.rows.map((row) => ({ ...(row as object) }))).toEqual(rows);
    expect(result.broken.map(([source]) => source)).toEqual(lines.map((line) => ({ file: name, line })));
  });

  const replaced: [string, string, number[], number[]][] = [
    ['b.jsonl', '{"a":"\xe9"}\n{"a":"b"}\n{"a":"\xe9\xe9"}\n\xe9{}', [1, 2, 3], [1, 3]],
    ['b.json', '[{"a":"\xe9"},{"a":"b"},\n{"a":"\xe9"}]', [1, 1, 2], [1, 2]],
    ['b.csv', 'a,b\n\xe9,"\xe9\n\n\xe9"\nx,y\n\xe9\n"z\n\xe9",1\n', [2, 5, 7], [2, 7]],
  ];
  test.each(replaced)(
    'counts rows that are not UTF-8, and reads them with U+FFFD: %s',
    async (name, text, lines, ofThem) => {
      const result = await readLeniently(temp.write(name, Buffer.from(text, 'latin1')));
      expect(result.lines).toEqual(lines);
      expect(result.replaced).toEqual(ofThem.map((line) => ({ file: name, line })));
      expect(JSON.stringify(result.rows[0])).toContain('\ufffd');
    },
  );

  test('keeps keys named like parts of an object as data', async () => {
    for (const file of [
      temp.write('proto.jsonl', '{"__proto__":{"polluted":"yes"},"constructor":"c"}'),
      temp.write('proto.csv', '__proto__,constructor\nyes,c\n'),
    ]) {
      const { rows } = await readStrictly(file);
      expect(Object.keys(rows[0] as object)).toEqual(['__proto__', 'constructor']);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }
  });

  test('gives the same rows whatever the chunks are that they come in', async () => {
    // Longer than the chunk that files are read in, with characters of four bytes across every border.
    const long = '😀'.repeat(700_000);
    const rows = Array.from({ length: 5 }, (_, i) => ({ i, text: `${'x'.repeat(i)}${long}` }));
    const text = rows.map((row) => JSON.stringify(row));
    for (const [name, content] of [
      ['long.jsonl', text.join('\n')],
      ['long.json', `[${text.join(',\n')}]`],
      ['long.csv', `i,text\n${rows.map((row) => `${row.i},${row.text}`).join('\n')}`],
    ] as const) {
      const { rows: read, lines } = await readStrictly(temp.write(name, content));
      expect(read.map((row) => (row as { text: string }).text)).toEqual(rows.map((row) => row.text));
      expect(lines).toEqual(name.endsWith('.csv') ? [2, 3, 4, 5, 6] : [1, 2, 3, 4, 5]);
    }
  });
});
