import { withFiles } from '../temp.js';
import { measureFolder } from './running.js';

/** Scores an output by its length, or by a key of the eval row. */
const SCORE = `
  const rows = require('node:fs').readFileSync(0, 'utf8').split('\\n').filter(Boolean).map((line) => JSON.parse(line));
  for (const { id, sample, output, references, example } of rows.reverse()) {
    if (output === 'skip') console.log(JSON.stringify({ id, sample, score: null }));
    else console.log(JSON.stringify({ id, sample, score: output.length - references[0].length + example.bonus }));
  }`;

function files(metric: string, more: Readonly<Record<string, string>> = {}) {
  return {
    'e.jsonl':
      '{"id":"a","reference":"xx","bonus":0}\n{"id":"b","reference":"x","bonus":10}\n{"id":"c","reference":"x","bonus":0}\n',
    'c.jsonl': '{"id":"a","output":"four"}\n{"id":"b","outputs":["1","333"]}\n{"id":"c","output":null}\n',
    'b.jsonl': '{"id":"a","output":"skip"}\n{"id":"b","output":"1"}\n{"id":"c","output":"22"}\n',
    'eval-gate.yml': `version: 1\neval_set: e.jsonl\npredictions: c.jsonl\nbase_predictions: b.jsonl\nmax_unscored: 1\nmetrics: [${metric}]\n`,
    'score.cjs': SCORE,
    ...more,
  };
}

const NODE = JSON.stringify(process.execPath);

test('scores of both models, over samples, with unscored rows', async () => {
  await withFiles(
    files(`{ name: command, id: bonus, run: [${NODE}, score.cjs], direction: lower }`),
    async (folder) => {
      const { suite, rows } = await measureFolder(folder);
      expect(suite.failed).toBeNull();
      // a: 4 - 2 + 0 = 2. b: samples 0 and 2, plus 10, so 11. The base: b 0 + 10, c 1 + 0.
      expect(rows.map(({ id, model, score, reason }) => [id, model, score, reason])).toEqual([
        ['a', 'candidate', 2, undefined],
        ['a', 'base', null, 'the score "bonus" is null'],
        ['b', 'candidate', 11, undefined],
        ['b', 'base', 10, undefined],
        ['c', 'candidate', null, 'the output is null'],
        ['c', 'base', 1, undefined],
      ]);
      expect(suite.measures[0]).toMatchObject({
        metric: 'bonus',
        direction: 'lower',
        unit: 'number',
        n: 2,
        unscored: 1,
      });
      expect(suite.measures[0]?.candidate.value).toBe(6.5);
    },
  );
});

test.each([
  ['a failing program', 'process.exit(1)', 'the command of bonus ended with exit code 1'],
  [
    'a program that scores nothing',
    '',
    'the command of bonus gave no score to 3 of 3 rows, the first being the id "a"',
  ],
])('%s makes an error of its suite', async (_name, script, message) => {
  const metric = `{ name: command, id: bonus, run: [${NODE}, score.cjs] }`;
  await withFiles(files(metric, { 'score.cjs': script }), async (folder) => {
    const { suite } = await measureFolder(folder);
    expect(suite.failed?.message).toBe(`eval-gate.yml:6: metrics[0]: ${message}`);
    expect(suite.measures).toEqual([]);
  });
});

test.each([
  ['{ name: command }', 'option "run" of command must be of type array'],
  ['{ name: command, run: "python3 score.py" }', 'option "run" of command must be of type array'],
  ['{ name: command, run: [] }', 'option "run" of command must not be empty'],
  ['{ name: command, run: [a], timeout: 0 }', 'option "timeout" of command must be above 0'],
  ['{ name: command, run: [a], shell: true }', 'command has no option "shell"'],
])('%s is refused', async (metric, message) => {
  await withFiles(files(metric), async (folder) => {
    expect((await measureFolder(folder)).suite.failed?.message).toContain(message);
  });
});

test('a row that no JSON can hold is an error with its place', async () => {
  const metric = `{ name: command, run: [${NODE}, score.cjs] }`;
  const deep = `{"id":"a","reference":"x","bonus":${'['.repeat(50_000)}${']'.repeat(50_000)}}\n`;
  const out = '{"id":"a","output":"1"}\n';
  await withFiles(files(metric, { 'e.jsonl': deep, 'c.jsonl': out, 'b.jsonl': out }), async (folder) => {
    const { suite } = await measureFolder(folder);
    expect(suite.failed?.message).toBe('e.jsonl:1: is nested too deeply to be handed to a command');
  });
});
