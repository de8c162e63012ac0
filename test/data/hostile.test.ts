import { gzipSync } from 'node:zlib';
import { loadSuite } from '../../src/data/index.js';
import { failure, readLeniently, readStrictly, TempFolder } from './temp.js';

const temp = new TempFolder();
afterAll(() => temp.remove());

const loadTexts = (evalText: string, predictionText: string) => {
  temp.write('eval.jsonl', evalText);
  temp.write('cand.jsonl', predictionText);
  const source = {
    name: 'default',
    evalSet: [temp.pattern('eval.jsonl')],
    predictions: [temp.pattern('cand.jsonl')],
    basePredictions: null,
    fields: {},
    stripReasoning: true,
  };
  return loadSuite(source, temp.access());
};

/** The least standard generator, for cases that are the same on each run. */
function generator(seed: number): (n: number) => number {
  let state = seed;
  return (n) => (state = (state * 48271) % 2147483647) % n;
}

describe('hostile rows', () => {
  test('an output nested deeper than the stack is a plain error', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(await failure(loadTexts('{"id":1}', `{"id":1,"output":${deep}}`))).toBe(
      'cand.jsonl:1: output: is nested too deeply, or too large',
    );
  });

  test('a giant key or id is cut in messages', async () => {
    const giant = 'k'.repeat(1_000_000);
    const texts: [string, string][] = [
      [`{"${giant}":1}`, ''],
      [`{"id":"${giant}"}\n{"id":"${giant}"}`, ''],
      ['{"id":1}', `{"id":1,"scores":{"${giant}":"x"}}`],
      ['{"id":1}', `{"id":1,"${giant}":"x"}`],
      ['{"id":1}', `{"id":"${giant}","output":"x"}`],
    ];
    for (const [evalText, predictionText] of texts) {
      expect((await failure(loadTexts(evalText, predictionText))).length).toBeLessThan(600);
    }
  });

  test('what a prediction repeats of its example may be of any type where ids pair', async () => {
    const suite = await loadTexts(
      '{"id":1,"prompt":"p"}',
      '{"id":1,"output":"x","messages":"[]","conversations":[1],"label":1e999,"prompt":null}',
    );
    expect(suite.candidate.predictions[0]!.outputs).toEqual([{ text: 'x', unclosedReasoning: false }]);
  });

  test('NUL, lone surrogates and markup in ids and texts stay as they are', async () => {
    const id = '\0\ud800<b>|`@user ::error::';
    const row = { id, output: `${id}\u202e`, prompt: id };
    const suite = await loadTexts(JSON.stringify({ id, prompt: id, reference: id }), JSON.stringify(row));
    expect(suite.examples[0]).toMatchObject({ id, prompt: id, references: [id] });
    expect(suite.candidate.predictions[0]!.outputs[0]!.text).toBe(`${id}\u202e`);
  });

  test('any mixture of keys and values loads or ends in a GateError', async () => {
    const random = generator(11);
    const pick = <T>(values: readonly T[]): T => values[random(values.length)]!;
    const keys = [
      ...['id', 'custom_id', 'prompt', 'messages', 'conversations', 'instruction', 'input', 'reference', 'answers'],
      ...['output', 'outputs', 'response', 'error', 'scores', 'scores.a', 'sample', 'tags', 'doc_id', 'doc', 'resps'],
      ...['filtered_resps', 'filter', 'metrics', 'arguments', 'label', 'text', 'role', 'content', 'from', 'value'],
      ...['choices', 'message', 'body', 'status_code', '__proto__', 'constructor', 'toString', 'length'],
    ];
    const value = (depth: number): string => {
      const kind = random(depth > 3 ? 5 : 9);
      if (kind < 5)
        return pick(['null', 'true', '7', '1e999', '12345678901234567890', '""', '"a"', '"<think>"', '"\\ud800"']);
      if (kind < 6) return `[${Array.from({ length: random(4) }, () => value(depth + 1)).join()}]`;
      return object(depth + 1);
    };
    const object = (depth: number): string =>
      `{${Array.from({ length: 1 + random(5) }, () => `"${pick(keys)}":${value(depth)}`).join()}}`;
    const lines = (most: number): string => Array.from({ length: random(most) }, () => object(0)).join('\n');
    let [loaded, refused] = [0, 0];
    for (let i = 0; i < 600; i++) {
      const evalText = random(3) === 0 ? lines(4) : '{"id":1,"prompt":"a","reference":"b"}\n{"id":"7"}';
      await loadTexts(evalText, lines(4)).then(
        () => (loaded += 1),
        (error: unknown) => {
          if (!(error instanceof Error) || error.name !== 'GateError') throw error;
          refused += 1;
        },
      );
    }
    expect(loaded).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(50);
  });

  test('any bytes in any format give rows, or end in a GateError', async () => {
    const random = generator(5);
    const parts = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '\n',
      '\r',
      'a',
      '1',
      ' ',
      '\ufeff',
      '{"a":1}',
      '"a,b"',
      '\t',
      '\0',
    ];
    for (let i = 0; i < 1500; i++) {
      const pieces = Array.from({ length: random(30) }, () => Buffer.from(parts[random(parts.length)]!));
      const bytes = Buffer.concat([...pieces, random(4) === 0 ? Buffer.from([0xff]) : Buffer.alloc(0)]);
      const name = ['x.jsonl', 'x.json', 'x.csv', 'x.tsv', 'x.json.gz'][random(5)]!;
      const packed = gzipSync(bytes);
      const file = temp.write(name, name.endsWith('.gz') ? packed.subarray(0, packed.length - random(3)) : bytes);
      for (const read of [readStrictly, readLeniently]) {
        await read(file).catch((error: unknown) => {
          if (!(error instanceof Error) || error.name !== 'GateError') throw error;
        });
      }
    }
    expect((await readStrictly(temp.write('after.jsonl', '{}'))).rows).toEqual([{}]);
  });
});
