import { execFileSync } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig, type RunRequest } from '../../src/config/index.js';
import { withFiles } from '../temp.js';

const MINIMAL = 'version: 1\neval_set: eval.jsonl\npredictions: out.jsonl\n';

function request(workingDirectory: string, more: Partial<RunRequest> = {}): RunRequest {
  return {
    workingDirectory,
    config: null,
    evalSet: [],
    predictions: [],
    basePredictions: [],
    trainingData: [],
    definition: null,
    n: null,
    ...more,
  };
}

function load(yaml: string, more: Partial<RunRequest> = {}) {
  return withFiles({ 'eval-gate.yml': yaml }, (folder) =>
    loadConfig(request(folder, more), { workingDirectory: folder, root: null }, true),
  );
}

describe('defaults', () => {
  test('one suite at the top level is called default and gets the contract defaults', async () => {
    const config = await load(MINIMAL);
    const suite = config.suites[0]!;
    expect(config.suites).toHaveLength(1);
    expect(suite).toMatchObject({ kind: 'custom', metrics: null, slices: null, clusterBy: null, stratifyBy: null });
    expect(suite).toMatchObject({ maxUnscored: 0.05 });
    expect(suite.source).toMatchObject({ name: 'default', stripReasoning: true, basePredictions: null });
    expect(suite.source.evalSet[0]).toMatchObject({ pattern: 'eval.jsonl', trusted: false });
    expect(config.contamination).toBeNull();
    expect(config.gate).toEqual({
      seed: 0,
      resamples: 10_000,
      confidence: 0.95,
      correction: 'holm',
      on_inconclusive: 'warn',
      checks: null,
      must_not_regress: null,
    });
  });

  test('the sha256 is that of the file', async () => {
    // printf 'version: 1\neval_set: eval.jsonl\npredictions: out.jsonl\n' | sha256sum
    expect((await load(MINIMAL)).sha256).toBe('9b451f01d978529a381428c703bd25c6e470c5ac323c1b9d716a17a40872cd02');
  });

  test('contamination is robust and counts from substantial on, where nothing else is said', async () => {
    const config = await load(`${MINIMAL}contamination: { training_data: [a.jsonl, b.jsonl] }\n`);
    expect(config.contamination).toMatchObject({ definition: 'robust', n: 8, level: 'substantial' });
    expect(config.contamination!.thresholds).toMatchObject({ near_identical: 0.9, substantial: 0.65, partial: 0.3 });
    expect(config.contamination!.trainingData.map(({ pattern }) => pattern)).toEqual(['a.jsonl', 'b.jsonl']);
  });

  test('thresholds of contamination can be set one by one', async () => {
    const yaml = `${MINIMAL}contamination: { training_data: x, level: near_identical, thresholds: { substantial: 0.5 } }\n`;
    const { contamination } = await load(yaml);
    expect(contamination).toMatchObject({ level: 'near_identical', thresholds: { substantial: 0.5, partial: 0.3 } });
  });

  test('a metric is a name or a mapping with options', async () => {
    const config = await load(`${MINIMAL}metrics: [exact_match, { name: bleu, id: bleu_char, tokenize: char }]\n`);
    expect(config.suites[0]!.metrics).toEqual([
      { name: 'exact_match' },
      { name: 'bleu', id: 'bleu_char', tokenize: 'char' },
    ]);
  });

  test('slice values of a check are texts', async () => {
    const config = await load(`${MINIMAL}gate: { checks: [{ metric: exact_match, slice: { level: 3 }, min: 0.5 }] }\n`);
    expect(config.gate.checks).toEqual([
      { key: 'gate.checks[0]', metric: 'exact_match', slice: { level: '3' }, min: 0.5 },
    ]);
  });
});

describe('errors are one sentence with file, line and key', () => {
  const cases: [string, string, string][] = [
    [
      'an unknown key',
      `${MINIMAL}metrcs: [exact_match]\n`,
      'eval-gate.yml:4: metrcs: unknown key; did you mean "metrics"?',
    ],
    [
      'a nested unknown key',
      `${MINIMAL}gate:\n  resample: 5\n`,
      'eval-gate.yml:5: gate.resample: unknown key; did you mean "resamples"?',
    ],
    [
      'an unknown key in a list',
      `${MINIMAL}gate:\n  checks:\n    - { metric: exact_match, min: 0 }\n    - { metric: exact_match, max_regresion: 0.1 }\n`,
      'eval-gate.yml:7: gate.checks[1].max_regresion: unknown key; did you mean "max_regression"?',
    ],
    ['a key with dots and brackets', `${MINIMAL}fields: { "a.b]": x }\n`, 'eval-gate.yml:4: fields.a.b]: unknown key'],
    ['a wrong type', `${MINIMAL}max_unscored: lots\n`, 'eval-gate.yml:4: max_unscored: must be a number'],
    ['out of range', `${MINIMAL}max_unscored: 5\n`, 'eval-gate.yml:4: max_unscored: must be at most 1'],
    ['a wrong word', `${MINIMAL}kind: public\n`, 'eval-gate.yml:4: kind: must be custom or standard'],
    ['no version', 'eval_set: x\n', 'eval-gate.yml: lacks the line `version: 1`'],
    ['another version', 'version: 2\n', 'eval-gate.yml:1: version: must be 1'],
    [
      'a check without a rule',
      `${MINIMAL}gate: { checks: [{ metric: x }] }\n`,
      'eval-gate.yml:4: gate.checks[0]: give min, max or max_regression',
    ],
    ['an empty file', '', 'eval-gate.yml: must hold keys such as version and suites, but it is empty or not a mapping'],
    ['a list', '- 1\n', 'eval-gate.yml: must hold keys such as version and suites, but it is empty or not a mapping'],
    [
      'no eval set',
      'version: 1\npredictions: x\n',
      'eval-gate.yml: eval_set: is missing: name the eval set (or give the input eval-set)',
    ],
    [
      'suites and top-level keys',
      `${MINIMAL}suites: [{ name: a, eval_set: x, predictions: y }]\n`,
      'eval-gate.yml:2: eval_set: stands at the top level although there are suites; move it into a suite',
    ],
    [
      'two suites of one name',
      'version: 1\nsuites:\n  - { name: a, eval_set: x, predictions: y }\n  - { name: a, eval_set: x, predictions: y }\n',
      'eval-gate.yml:4: suites[1].name: two suites are called "a"; rename one',
    ],
    [
      'another definition',
      `${MINIMAL}contamination: { training_data: x, definition: semantic }\n`,
      'eval-gate.yml:4: contamination.definition: must be robust or ngram',
    ],
    [
      'a level that the definition has not',
      `${MINIMAL}contamination: { training_data: x, definition: ngram, level: identical }\n`,
      'eval-gate.yml:4: contamination.level: identical is no level of definition ngram, which has substantial and partial',
    ],
    [
      'a misspelt threshold',
      `${MINIMAL}contamination: { training_data: x, thresholds: { near_identica: 1 } }\n`,
      'near_identical',
    ],
    [
      'a threshold that is no share',
      `${MINIMAL}contamination: { training_data: x, thresholds: { substantial: 65 } }\n`,
      'eval-gate.yml:4: contamination.thresholds.substantial: ',
    ],
    [
      'a threshold of the other definition',
      `${MINIMAL}contamination: { training_data: x, definition: ngram, thresholds: { partial: 0.2 } }\n`,
      'eval-gate.yml:4: contamination.thresholds: ',
    ],
    [
      'a share of the other definition',
      `${MINIMAL}contamination: { training_data: x, min_share: 0.4 }\n`,
      'eval-gate.yml:4: contamination.min_share: ',
    ],
    [
      'levels in the wrong order',
      `${MINIMAL}contamination: { training_data: x, thresholds: { substantial: 0.2 } }\n`,
      'eval-gate.yml:4: contamination.thresholds: ',
    ],
  ];
  test.each(cases)('%s', async (_, yaml, message) => {
    await expect(load(yaml)).rejects.toThrow(message);
  });

  test('broken YAML names its line', async () => {
    await expect(load('version: 1\nsuites: [\n')).rejects.toThrow(/^eval-gate\.yml:\d: not valid YAML \(/u);
  });

  test('a key given twice', async () => {
    await expect(load('version: 1\nversion: 1\n')).rejects.toThrow(/^eval-gate\.yml:2: not valid YAML \(.*unique/u);
  });

  test('an alias bomb', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]',
      'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]',
      'd: [*c,*c,*c,*c,*c,*c]',
    ].join('\n');
    await expect(load(`version: 1\n${bomb}\n`)).rejects.toThrow(
      'eval-gate.yml: expands more than 100 YAML aliases; write the values out',
    );
  });

  test('no config and no inputs', async () => {
    await withFiles({}, async (folder) => {
      const loading = loadConfig(request(folder), { workingDirectory: folder, root: null }, true);
      await expect(loading).rejects.toThrow('there is no eval-gate.yml here and no eval-set was given');
    });
  });

  test('a named config that is not there', async () => {
    await expect(load(MINIMAL, { config: 'other.yml' })).rejects.toThrow(/^other\.yml: the config can't be read/u);
  });

  test('__proto__ is an unknown key like any other', async () => {
    await expect(load(`${MINIMAL}__proto__: { suites: [] }\n`)).rejects.toThrow('__proto__: unknown key');
  });

  test('a config that a symlink takes out of the workspace', async () => {
    await withFiles({ 'work/x': '', 'secret.yml': MINIMAL }, async (folder) => {
      await symlink(join(folder, 'secret.yml'), join(folder, 'work', 'eval-gate.yml'));
      const work = join(folder, 'work');
      const loading = loadConfig(request(work), { workingDirectory: work, root: work }, true);
      await expect(loading).rejects.toThrow('eval-gate.yml: the config lies outside the workspace; move it inside');
    });
  });
});

describe('inputs win over the config', () => {
  const TWO =
    'version: 1\nsuites:\n  - { name: a, eval_set: ea, predictions: pa }\n  - { name: b, eval_set: eb, predictions: pb }\n';

  test('with one suite a line is a path', async () => {
    const config = await load(MINIMAL, { predictions: ['x=1.jsonl', 'more.jsonl'], trainingData: ['train/*.jsonl'] });
    expect(config.suites[0]!.source.predictions.map(({ pattern, trusted }) => [pattern, trusted])).toEqual([
      ['x=1.jsonl', true],
      ['more.jsonl', true],
    ]);
    expect(config.suites[0]!.source.evalSet[0]!.pattern).toBe('eval.jsonl');
    expect(config.contamination!.trainingData[0]!.pattern).toBe('train/*.jsonl');
  });

  test('with several suites a line is suite=path', async () => {
    const config = await load(TWO, { predictions: ['b=new.jsonl'], basePredictions: ['a=base.jsonl'] });
    expect(config.suites.map(({ source }) => source.predictions[0]!.pattern)).toEqual(['pa', 'new.jsonl']);
    expect(config.suites.map(({ source }) => source.basePredictions?.[0]!.pattern)).toEqual(['base.jsonl', undefined]);
  });

  test('a plain path with several suites is an error', async () => {
    await expect(load(TWO, { predictions: ['new.jsonl'] })).rejects.toThrow(
      'predictions: "new.jsonl" must be written suite=path, since the config has the suites a, b',
    );
    await expect(load(TWO, { predictions: ['c=new.jsonl'] })).rejects.toThrow(
      'predictions: "c=new.jsonl" names the unknown suite "c"',
    );
  });

  test('inputs alone need no config', async () => {
    await withFiles({}, async (folder) => {
      const alone = request(folder, { evalSet: ['e.jsonl'], predictions: ['p.jsonl'] });
      const config = await loadConfig(alone, { workingDirectory: folder, root: null }, true);
      expect(config).toMatchObject({ file: null, sha256: null });
      expect(config.suites[0]!.source.name).toBe('default');
    });
  });

  test('paths of a config are relative to it', async () => {
    await withFiles({}, async (folder) => {
      await writeFile(join(folder, 'c.yml'), MINIMAL);
      const config = await loadConfig(
        request(folder, { config: join(folder, 'c.yml') }),
        { workingDirectory: '/', root: null },
        true,
      );
      expect(config.suites[0]!.source.evalSet[0]!.baseDir).toBe(folder);
    });
  });
});

describe('a file that is no config', () => {
  test('a named pipe is refused instead of read for ever', async () => {
    await withFiles({}, async (folder) => {
      execFileSync('mkfifo', [join(folder, 'eval-gate.yml')]);
      await expect(loadConfig(request(folder), { workingDirectory: folder, root: null }, true)).rejects.toThrow(
        'eval-gate.yml: the config is not a regular file',
      );
    });
  });

  test('a link out of the workspace is refused before anything is read', async () => {
    await withFiles({}, async (folder) => {
      await symlink('/dev/zero', join(folder, 'eval-gate.yml'));
      await expect(loadConfig(request(folder), { workingDirectory: folder, root: folder }, true)).rejects.toThrow(
        'eval-gate.yml: the config lies outside the workspace',
      );
    });
  });
});

test('a scan without training data is refused, since it would find nothing and pass', async () => {
  await withFiles({}, async (folder) => {
    const scan = loadConfig(request(folder, { evalSet: ['e.jsonl'] }), { workingDirectory: folder, root: null }, false);
    await expect(scan).rejects.toThrow('contamination.training_data: is missing');
  });
});
