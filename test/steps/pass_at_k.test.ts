import { withFiles } from '../temp.js';
import { measureFolder } from './running.js';

/** Three examples with 4, 3 and 1 samples; what is right differs by case. */
const FILES = {
  'e.jsonl': '{"id":"a","reference":"x"}\n{"id":"b","reference":"x"}\n{"id":"c","reference":"x"}\n',
  'c.jsonl': [
    '{"id":"a","outputs":["{\\"n\\":1}","{}","no","{\\"n\\":2}"],"scores":{"passed":[true,false,false,true]}}',
    '{"id":"b","sample":1,"output":"{}","scores":{"passed":0}}',
    '{"id":"b","sample":0,"output":"{\\"n\\":3}","scores":{"passed":1}}',
    '{"id":"b","sample":2,"output":"[]","scores":{"passed":0}}',
    '{"id":"c","output":"{\\"n\\":4}","scores":{"passed":true}}',
  ].join('\n'),
  'n.json': '{"type":"object","required":["n"]}',
  'score.cjs': `
    const lines = require('node:fs').readFileSync(0, 'utf8').split('\\n').filter(Boolean);
    for (const line of lines) {
      const { id, sample, output } = JSON.parse(line);
      console.log(JSON.stringify({ id, sample, score: output.includes('n"') }));
    }`,
};

const measured = (metric: string) =>
  withFiles(
    {
      ...FILES,
      'eval-gate.yml': `version: 1\neval_set: e.jsonl\npredictions: c.jsonl\nmax_unscored: 1\nmetrics: [${metric}]\n`,
    },
    (folder) => measureFolder(folder),
  );

/** In each way a has 2 of 4 samples right, b 1 of 3, c 1 of 1: by hand 1 - C(2,2)/C(4,2) = 5/6 and 1 - C(2,2)/C(3,2) = 2/3. */
test.each([
  ['a schema in a file', '{ name: json_schema, schema: n.json }'],
  ['a schema in place', '{ name: json_schema, schema: { type: object, required: [n] } }'],
  ["the user's own scores", 'scores.passed'],
  ["the user's own program", `{ name: command, run: [${JSON.stringify(process.execPath)}, score.cjs] }`],
])('pass@k by %s', async (_name, by) => {
  const { suite, rows } = await measured(`{ name: pass@k, k: 2, by: ${by} }`);
  expect(suite.failed).toBeNull();
  const [a, b, c] = rows.map(({ score }) => score);
  expect([a, b]).toEqual([expect.closeTo(5 / 6, 14), expect.closeTo(2 / 3, 14)]);
  expect([c, rows[2]!['reason']]).toEqual([
    null,
    'the prediction has 1 sample, and pass@k with k = 2 needs at least 2',
  ]);
  expect(suite.measures[0]).toMatchObject({ metric: 'pass@k', n: 2, unscored: 1, unit: 'fraction' });
});

test('the mean of the same scores tells how much samples differ', async () => {
  const { suite } = await measured('scores.passed');
  // (2/4 + 1/3 + 1) / 3 over examples.
  expect(suite.measures[0]?.candidate.value).toBeCloseTo(11 / 18, 14);
  expect(suite.measures[0]?.details?.candidate.samples?.mean_per_example).toBeCloseTo(8 / 3, 14);
});

test.each([
  ['json_schema', 'option "schema" of json_schema'],
  ['scores.missing', 'None of the 3 examples could be scored by pass@k'],
  ['length', 'option "by" of pass@k must name one of exact_match, contains, regex_match'],
])('pass@k by %s is refused with one sentence', async (by, message) => {
  const { suite } = await measured(`{ name: pass@k, by: ${by} }`);
  expect(suite.failed?.message).toContain(message);
});

test('equal means of other samples are not the same answer', async () => {
  const files = {
    'e.jsonl': '{"id":"a"}\n{"id":"b"}\n',
    'c.jsonl': '{"id":"a","scores":{"passed":[1,0,1,0]}}\n{"id":"b","outputs":["x","y"],"scores":{"passed":[0,1]}}\n',
    'b.jsonl': '{"id":"a","scores":{"passed":[1,0]}}\n{"id":"b","outputs":["x","y"],"scores":{"passed":[0,1]}}\n',
    'eval-gate.yml':
      'version: 1\neval_set: e.jsonl\npredictions: c.jsonl\nbase_predictions: b.jsonl\nmetrics: [{ name: pass@k, k: 2, by: scores.passed }]\n',
  };
  await withFiles(files, async (folder) => {
    const { suite } = await measureFolder(folder);
    // a: 1 - C(2,2)/C(4,2) = 5/6 against 1 of the base, where one of two passed.
    const delta = suite.measures[0]?.delta;
    expect(delta).toMatchObject({ n: 2, lost: 1, gained: 0, identical: false });
    expect(delta?.value).toBeCloseTo(-1 / 12, 14);
  });
});
