import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { loadSuite } from '../../src/data/index.js';
import type { SuiteRows } from '../../src/data/types.js';
import { failure, TempFolder } from './temp.js';

const temp = new TempFolder();
afterAll(() => temp.remove());

let folders = 0;

/** Writes files into a folder of their own and reads them as one suite; several of a kind are a list. */
function load(evalSet: string | string[], predictions: string, base: string | null = null): Promise<SuiteRows> {
  const folder = `columns${folders++}`;
  [evalSet].flat().forEach((text, i) => temp.write(`${folder}/e${i}.jsonl`, text));
  temp.write(`${folder}/c.jsonl`, predictions);
  if (base !== null) temp.write(`${folder}/b.jsonl`, base);
  const patterns = (name: string) => [{ pattern: `${folder}/${name}`, baseDir: temp.path, place: {}, trusted: true }];
  return loadSuite(
    {
      name: 'default',
      evalSet: patterns('e*.jsonl'),
      predictions: patterns('c.jsonl'),
      basePredictions: base === null ? null : patterns('b.jsonl'),
      fields: {},
      stripReasoning: true,
    },
    { workingDirectory: temp.path, root: null },
  );
}

const EVAL = '{"id":8,"reference":"yes"}\n{"id":9,"reference":"nö"}\n{"id":10,"reference":""}\n';
const OUTPUTS = '{"id":8,"output":"yes"}\n{"id":9,"output":"yes"}\n{"id":10,"output":"a b"}\n';

const said = (suite: SuiteRows) => ({
  ids: suite.examples.map(({ id }) => id),
  references: suite.examples.map(({ references }) => references),
  outputs: suite.candidate.predictions.map((prediction) => prediction?.outputs.map(({ text }) => text)),
});

const PLAIN = { ids: ['8', '9', '10'], references: [['yes'], ['nö'], ['']], outputs: [['yes'], ['yes'], ['a b']] };

describe('plain labels are read as columns', () => {
  test('and their rows are what the lines say', async () => {
    const suite = await load(EVAL, OUTPUTS, OUTPUTS.replace('a b', 'c'));
    expect(suite.columns).toBeDefined();
    expect(suite.count).toBe(3);
    expect(said(suite)).toEqual(PLAIN);
    expect(suite.examples[1]!.fields).toEqual({ id: 9, reference: 'nö' });
    expect(suite.examples[1]!.source.file).toMatch(/e0\.jsonl$/u);
    expect(suite.examples[1]!.source.line).toBe(2);
    expect(suite.candidate.predictions[2]!.source.file).toMatch(/c\.jsonl$/u);
    expect(suite.candidate.predictions[2]!.source.line).toBe(3);
    expect(suite.base!.predictions[2]!.outputs).toEqual([{ text: 'c', unclosedReasoning: false }]);
    expect(suite.candidate).toMatchObject({
      rows: 3,
      missing: 0,
      extra: 0,
      missingIds: [],
      extraIds: [],
      pairedBy: 'id',
    });
    expect(suite.warnings).toEqual([]);
  });

  test.each([
    ['with the spaces of Python', (text: string) => text.replaceAll(':', ': ').replaceAll(',', ', ')],
    ['with Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['without a last line end', (text: string) => text.slice(0, -1)],
  ])('%s', async (_, written) => {
    const suite = await load(written(EVAL), written(OUTPUTS));
    expect(suite.columns).toBeDefined();
    expect(said(suite)).toEqual(PLAIN);
  });

  test('with ids that are texts, numbers on one side only included', async () => {
    const suite = await load(EVAL.replace(/(\d+)/gu, '"ü$1"'), OUTPUTS.replace(/(\d+)/gu, '"ü$1"'));
    expect(suite.columns).toBeDefined();
    expect(said(suite)).toEqual({ ...PLAIN, ids: ['ü8', 'ü9', 'ü10'] });
    const mixed = await load(EVAL, OUTPUTS.replace(/(\d+)/gu, '"$1"'));
    expect(mixed.columns).toBeDefined();
    expect(said(mixed)).toEqual(PLAIN);
    expect(mixed.examples[0]!.fields).toEqual({ id: 8, reference: 'yes' });
  });

  test('of several files, whose bytes are hashed one after the other', async () => {
    const [first, second] = [EVAL.slice(0, EVAL.indexOf('\n')), EVAL.slice(EVAL.indexOf('\n') + 1)];
    const suite = await load([first, second], OUTPUTS);
    expect(suite.columns).toBeDefined();
    expect(said(suite)).toEqual(PLAIN);
    expect(suite.examples.map(({ source }) => [source.file.slice(-8), source.line])).toEqual([
      ['e0.jsonl', 1],
      ['e1.jsonl', 1],
      ['e1.jsonl', 2],
    ]);
    expect(suite.evalSetSha256).toBe(createHash('sha256').update(first).update(second).digest('hex'));
  });

  test('over chunks of any number of lines', async () => {
    const ids = Array.from({ length: 100_000 }, (_, i) => i);
    const rows = (key: string, times: number) =>
      ids.map((id) => `{"id":${String(id)},"${key}":"label ${String((id * times) % 7)}"}\n`).join('');
    const suite = await load(rows('reference', 1), rows('output', 3));
    expect(suite.columns).toBeDefined();
    const { references, candidate, texts } = suite.columns!;
    expect(ids.every((id) => texts[references[id]!] === `label ${String(id % 7)}`)).toBe(true);
    expect(ids.every((id) => texts[candidate[id]!] === `label ${String((id * 3) % 7)}`)).toBe(true);
    expect(suite.examples[99_999]!.id).toBe('99999');
    const folder = `columns${folders - 1}`;
    const bytes = readFileSync(`${temp.path}/${folder}/e0.jsonl`);
    expect(suite.evalSetSha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});

describe('anything else is read row by row', () => {
  test.each([
    ['an escape', OUTPUTS.replace('a b', 'a\\tb'), ['yes', 'yes', 'a\tb']],
    ['an empty line', OUTPUTS.replace('\n', '\n\n'), ['yes', 'yes', 'a b']],
    ['one more space', OUTPUTS.replace(':9', ': 9'), ['yes', 'yes', 'a b']],
    ['another key', OUTPUTS.replace('"}', '","n":1}'), ['yes', 'yes', 'a b']],
    [
      'keys in another order',
      '{"output":"x","id":8}\n{"output":"y","id":9}\n{"output":"z","id":10}\n',
      ['x', 'y', 'z'],
    ],
    [
      'rows in another order',
      `${OUTPUTS.slice(OUTPUTS.indexOf('\n') + 1)}{"id":8,"output":"x"}\n`,
      ['x', 'yes', 'a b'],
    ],
    ['a long text', OUTPUTS.replace('a b', 'x'.repeat(100)), ['yes', 'yes', 'x'.repeat(100)]],
    ['a missing row', OUTPUTS.slice(0, OUTPUTS.lastIndexOf('{')), ['yes', 'yes', undefined]],
    ['reasoning', OUTPUTS.replace('a b', '<think>no</think>yes'), ['yes', 'yes', 'yes']],
    ['a byte order mark', `\uFEFF${OUTPUTS}`, ['yes', 'yes', 'a b']],
    ['a null', OUTPUTS.replace('"a b"', 'null'), ['yes', 'yes', undefined]],
  ])('%s', async (_, predictions, expected) => {
    const suite = await load(EVAL, predictions);
    expect(suite.columns).toBeUndefined();
    expect(suite.candidate.predictions.map((prediction) => prediction?.outputs[0]?.text)).toEqual(expected);
  });

  test('so messages name file and line', async () => {
    const twice = await failure(load(`${EVAL}{"id":8,"reference":"x"}\n`, OUTPUTS));
    expect(twice).toMatch(/e0\.jsonl:4.*id "8" is already at .*e0\.jsonl:1/su);
    const again = await failure(load(EVAL, `${OUTPUTS}{"id":10,"output":"x"}\n`));
    expect(again).toMatch(/c\.jsonl:4.*id "10" is already at .*c\.jsonl:3/su);
    expect(await failure(load(EVAL, OUTPUTS.replace(':9', ':09')))).toMatch(/c\.jsonl:2.*not valid JSON/su);
    expect(await failure(load(EVAL, OUTPUTS.replace('"a b"', '"a\u0001b"')))).toMatch(/c\.jsonl:3.*not valid JSON/su);
  });
});
