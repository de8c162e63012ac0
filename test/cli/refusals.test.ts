import { withFiles } from '../temp.js';
import { evalGate, hasReport, jsonl, readReport } from './command.js';

/** What could not be evaluated is an error with one plain sentence and a report, never a pass and never a stack trace. */

const examples = jsonl([
  { id: 'a', prompt: 'One?', reference: 'one' },
  { id: 'b', prompt: 'Two?', reference: 'two' },
]);
const outputs = jsonl([
  { id: 'a', output: 'one' },
  { id: 'b', output: 'two' },
]);
const good = { 'eval.jsonl': examples, 'candidate.jsonl': outputs, 'base.jsonl': outputs };
const config = 'version: 1\neval_set: eval.jsonl\npredictions: candidate.jsonl\nbase_predictions: base.jsonl\n';

/** Each case: what is wrong, the files, and what the sentence must name. */
const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  ['an empty eval set', { ...good, 'eval.jsonl': '', 'eval-gate.yml': config }, ['eval.jsonl']],
  [
    'all predictions null',
    {
      ...good,
      'candidate.jsonl': jsonl([
        { id: 'a', output: null },
        { id: 'b', output: null },
      ]),
      'eval-gate.yml': config,
    },
    ['2 examples'],
  ],
  [
    'predictions of other examples',
    {
      ...good,
      'candidate.jsonl': jsonl([
        { id: 'x', output: '1' },
        { id: 'y', output: '2' },
      ]),
      'eval-gate.yml': config,
    },
    ['candidate.jsonl:1', 'eval.jsonl:1'],
  ],
  [
    'a glob without files',
    { ...good, 'eval-gate.yml': config.replace('candidate.jsonl', 'out/*.jsonl') },
    ['eval-gate.yml', 'predictions', 'out/*.jsonl'],
  ],
  [
    'a file that is not there',
    { ...good, 'eval-gate.yml': config.replace('base.jsonl', 'bsae.jsonl') },
    ['bsae.jsonl'],
  ],
  [
    'a misspelt key',
    { ...good, 'eval-gate.yml': `${config}metircs: [exact_match]\n` },
    ['eval-gate.yml', 'metircs', 'metrics'],
  ],
  [
    'an unknown metric',
    { ...good, 'eval-gate.yml': `${config}metrics: [exact_mach]\n` },
    ['exact_mach', 'exact_match'],
  ],
  [
    'an unknown option',
    { ...good, 'eval-gate.yml': `${config}metrics: [{ name: exact_match, ignore_cases: true }]\n` },
    ['ignore_cases', 'ignore_case'],
  ],
  [
    'a check on what was not measured',
    { ...good, 'eval-gate.yml': `${config}metrics: [exact_match]\ngate: { checks: [{ metric: bleu, min: 1 }] }\n` },
    ['bleu'],
  ],
  [
    'a slice that nobody is in',
    {
      ...good,
      'eval-gate.yml': `${config}metrics: [exact_match]\ngate: { checks: [{ metric: exact_match, slice: { category: math }, min: 0 }] }\n`,
    },
    ['category'],
  ],
  [
    'guarded tags that nobody has',
    { ...good, 'eval-gate.yml': `${config}metrics: [exact_match]\ngate: { must_not_regress: { tags: [critical] } }\n` },
    ['critical'],
  ],
  [
    'a regression check without a base',
    {
      ...good,
      'eval-gate.yml':
        'version: 1\neval_set: eval.jsonl\npredictions: candidate.jsonl\nmetrics: [exact_match]\ngate: { checks: [{ metric: exact_match, max_regression: 0 }] }\n',
    },
    ['exact_match', 'base'],
  ],
  [
    'a broken row',
    { ...good, 'candidate.jsonl': '{"id": "a", "output": "one"}\n{"id": "b", "outp', 'eval-gate.yml': config },
    ['candidate.jsonl:2'],
  ],
  [
    'an id given twice',
    { ...good, 'candidate.jsonl': `${outputs}{"id": "a", "output": "uno"}\n`, 'eval-gate.yml': config },
    ['candidate.jsonl:3', 'a'],
  ],
  ['a config that is not YAML', { ...good, 'eval-gate.yml': 'version: 1\nsuites: [\n' }, ['eval-gate.yml:']],
  ['a config from the future', { ...good, 'eval-gate.yml': config.replace('version: 1', 'version: 2') }, ['version']],
  ['no config and no inputs', {}, ['eval']],
];

test.each(cases)('%s', async (_, files, named) => {
  await withFiles(files, async (folder) => {
    const { exitCode, stderr, stdout } = await evalGate(folder, 'run');
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    for (const text of named) expect(stderr).toContain(text);
    expect(stderr).not.toMatch(/^\s+at .+:\d+/mu);
    expect(stderr).not.toContain('fault in eval-gate itself');
    const report = await readReport(folder);
    expect(report.verdict).toBe('error');
    const sentences = JSON.stringify([report.errors, report.checks]);
    for (const text of named) expect(sentences).toContain(text);
  });
});

test('mode warn never makes an error green', async () => {
  await withFiles({ ...good, 'eval.jsonl': '', 'eval-gate.yml': config }, async (folder) => {
    expect((await evalGate(folder, 'run', '--mode', 'warn')).exitCode).toBe(2);
  });
});

test.each([
  [['rnu'], 'run'],
  [['run', '--evalset', 'eval.jsonl'], '--evalset'],
  [['run', '--mode', 'lenient'], 'lenient'],
  [[], 'run'],
])('a command line that is wrong: %j', async (args, named) => {
  await withFiles({ ...good, 'eval-gate.yml': config }, async (folder) => {
    const { exitCode, stderr } = await evalGate(folder, ...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(named);
  });
});

test('the same files without a mistake pass', async () => {
  await withFiles({ ...good, 'eval-gate.yml': config }, async (folder) => {
    const { exitCode } = await evalGate(folder, 'run');
    expect(exitCode).toBe(0);
    expect(hasReport(folder)).toBe(true);
  });
});
