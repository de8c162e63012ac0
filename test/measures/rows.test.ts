import { clustersOf, pairedScores, rowsJsonl, scoreSuite, slicesOf } from '../../src/measures/index.js';
import type { Metric } from '../../src/metrics/index.js';
import { numberMetric, suiteOf } from './suite.js';

describe('slices', () => {
  const suite = suiteOf([
    { candidate: '1', fields: { category: 'math', level: 7 }, tags: ['critical', 'new'] },
    { candidate: '1', fields: { category: 'Ｚ', level: 10 }, tags: ['critical', 'critical'] },
    { candidate: '1', fields: { category: '😀', level: null } },
    { candidate: '1', fields: JSON.parse('{"__proto__": "x", "category": "math", "level": ["a", 1]}') as never },
  ]);

  test('one per value, sorted by code point, numbers and lists as texts', () => {
    expect(slicesOf(suite, ['category'], [])).toEqual([
      { slice: { category: 'math' }, members: Int32Array.of(0, 3) },
      { slice: { category: 'Ｚ' }, members: Int32Array.of(1) },
      { slice: { category: '😀' }, members: Int32Array.of(2) },
    ]);
    const levels = slicesOf(suite, ['level'], []).map(({ slice, members }) => [slice['level'], [...members]]);
    expect(levels).toEqual([
      ['1', [3]],
      ['10', [1]],
      ['7', [0]],
      ['a', [3]],
    ]);
  });

  test('each tag is a value, counted once an example', () => {
    const tags = slicesOf(suite, ['tags'], []).map(({ slice, members }) => [slice['tags'], [...members]]);
    expect(tags).toEqual([
      ['critical', [0, 1]],
      ['new', [0]],
    ]);
  });

  test('a hostile key is a key like any other', () => {
    const [slice] = slicesOf(suite, ['__proto__'], []);
    expect(Object.entries(slice!.slice)).toEqual([['__proto__', 'x']]);
    expect([...slice!.members]).toEqual([3]);
  });

  test('extra slices: those with members that are not there yet', () => {
    const extra = [{ category: 'math' }, { category: 'math', tags: 'new' }, { category: 'none' }];
    const found = slicesOf(suite, ['category'], extra);
    expect(found).toHaveLength(4);
    expect(found[3]).toEqual({ slice: { category: 'math', tags: 'new' }, members: Int32Array.of(0) });
  });

  test('a key that no example has names the nearest', () => {
    expect(() => slicesOf(suite, ['categroy'], [])).toThrow(
      'slices: no example has a field "categroy"; did you mean "category"?',
    );
  });
});

test('clusters: equal texts belong together, a row without the key stands alone', () => {
  const suite = suiteOf(
    [{ doc: 7 }, { doc: '7' }, {}, { doc: null }, { doc: 'b' }, { doc: { a: 1 } }].map((fields) => ({
      candidate: '1',
      fields: fields as never,
    })),
  );
  expect([...clustersOf(suite, 'doc').ids]).toEqual([0, 0, 1, 2, 3, 4]);
  expect(() => clustersOf(suite, 'dco')).toThrow('cluster_by: no example has a field "dco"; did you mean "doc"?');
});

describe('pairs', () => {
  const suite = suiteOf([
    { candidate: '0.5', base: '1' },
    { candidate: '0', base: '1', tags: ['critical'] },
    { candidate: '0.7', base: '0.7' },
    { candidate: '1', base: '0.9' },
    { candidate: 'skip', base: '1' },
    { candidate: '0', base: '1' },
  ]);
  const scored = scoreSuite(numberMetric, suite);

  test('paired scores, NaN where unscored', () => {
    const [pairs] = pairedScores('s', [scored], suite);
    expect(pairs).toMatchObject({ suite: 's', metric: 'number', direction: 'higher' });
    expect(pairs!.ids).toEqual(['e0', 'e1', 'e2', 'e3', 'e4', 'e5']);
    expect(pairs!.tags[1]).toEqual(['critical']);
    expect([...pairs!.candidate]).toEqual([0.5, 0, 0.7, 1, NaN, 0]);
    expect([...pairs!.base!]).toEqual([1, 1, 0.7, 0.9, 1, 1]);
  });
});

describe('rows.jsonl', () => {
  /** Counts each output under its own name, so that names are what the outputs say. */
  const counts: Metric = {
    ...numberMetric,
    id: 'counts',
    linear: false,
    prepare: (rows) => ({
      columns: [...new Set([...rows].flatMap(({ prediction }) => prediction.outputs.map((o) => o.text)))],
    }),
    measure: ({ prediction }, { columns }) => ({
      columns: prediction.outputs.map(({ text }) => columns.indexOf(text)),
      values: prediction.outputs.map(() => 1),
      unparsed: prediction.outputs[0]?.text === '',
    }),
    aggregate: (sum, weight) => (sum[0]! > 0 ? null : weight / 4),
  };

  test('a line per example, model and metric, statistics by name', () => {
    const suite = suiteOf([
      { candidate: 'first', base: '__proto__' },
      { candidate: null, base: '10' },
      { candidate: [], base: ['2', 'say "hi"\u2028'] },
      { candidate: 'skip', base: '' },
    ]);
    const lines = [...rowsJsonl('sui"te', suite, [scoreSuite(counts, suite), scoreSuite(numberMetric, suite)])];
    expect(lines).toHaveLength(16);
    expect(lines.filter((line) => line.includes('"counts"'))).toEqual([
      '{"suite":"sui\\"te","id":"e0","model":"candidate","metric":"counts","stats":{"first":1},"score":null,"reason":"one row alone has no value"}',
      '{"suite":"sui\\"te","id":"e0","model":"base","metric":"counts","stats":{"__proto__":1},"score":0.25}',
      '{"suite":"sui\\"te","id":"e1","model":"candidate","metric":"counts","score":null,"reason":"no prediction"}',
      '{"suite":"sui\\"te","id":"e1","model":"base","metric":"counts","stats":{"10":1},"score":0.25}',
      '{"suite":"sui\\"te","id":"e2","model":"candidate","metric":"counts","score":null,"reason":"the output is null"}',
      '{"suite":"sui\\"te","id":"e2","model":"base","metric":"counts","stats":{"2":1,"say \\"hi\\"\u2028":1},"score":0.25}',
      '{"suite":"sui\\"te","id":"e3","model":"candidate","metric":"counts","stats":{"skip":1},"score":0.25}',
      '{"suite":"sui\\"te","id":"e3","model":"base","metric":"counts","stats":{"":1},"score":0.25,"unparsed":true}',
    ]);
    expect(lines[13]).toContain('"metric":"number","score":null,"reason":"skipped on purpose"');
  });
});
