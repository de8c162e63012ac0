import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFiles } from '../temp.js';
import { evaluateIn, jsonl, questionOf, readLines } from '../entries/evaluating.js';

const PAIRS = 'eval-gate-report/contamination.jsonl';
const row = (i: number) => ({ prompt: questionOf(i), completion: `answer ${i}` });

/** Ten examples of which two leaked. */
const FILES = {
  'eval.jsonl': jsonl(
    Array.from({ length: 10 }, (_, i) => ({ id: i, prompt: questionOf(i), reference: `answer ${i}` })),
  ),
  'train.jsonl': jsonl([row(100), row(0), row(1), row(101)]),
};

const config = (contamination: string) =>
  `version: 1\neval_set: eval.jsonl\ncontamination:\n  training_data: train.jsonl\n${contamination}`;

/** What is told of a scan in a folder, and the file of pairs that it wrote. */
async function scan(folder: string, over: Readonly<Record<string, string>> = {}) {
  for (const [path, text] of Object.entries(over)) await writeFile(join(folder, path), text);
  const { report } = await evaluateIn(folder, 'scan');
  const { contamination, checks, verdict, notes, errors } = report;
  const rate = checks[0]?.value ?? null;
  const pairs = contamination === null ? [] : await readLines(folder, PAIRS);
  return { verdict, rate, notes, errors, counts: contamination?.counts, contamination, pairs, report };
}

describe.each([
  ['robust', '  definition: robust\n'],
  ['ngram', '  definition: ngram\n'],
])('%s', (_, definition) => {
  const run = (use: (folder: string) => Promise<void>) =>
    withFiles({ ...FILES, 'eval-gate.yml': config(definition) }, use);

  test('a pair is known by its texts, wherever the row stands', async () => {
    await run(async (folder) => {
      const before = await scan(folder);
      const names = before.pairs.map((pair) => pair['row']);
      expect(before.counts).toEqual({ new: 2, known: 0, allowed: 0 });
      expect(names).toHaveLength(2);
      for (const name of names) expect(name).toMatch(/^r[0-9a-f]{16}$/u);
      expect(before.contamination?.examples.map(({ evidence }) => evidence[0]?.row).sort()).toEqual([...names].sort());
      const moved = await scan(folder, { 'train.jsonl': jsonl([row(1), row(102), row(0)]) });
      expect(moved.pairs.map((pair) => pair['row'])).toEqual([names[1], names[0]]);
    });
  });

  test('a known leak is counted apart and a new one fails the gate', async () => {
    await run(async (folder) => {
      const before = await readFile(join(folder, PAIRS), 'utf8').catch(() => '');
      expect(before).toBe('');
      await scan(folder);
      const known = await readFile(join(folder, PAIRS), 'utf8');
      const same = await scan(folder, {
        'known.jsonl': known,
        'eval-gate.yml': config(`${definition}  known: known.jsonl\n`),
      });
      expect(same).toMatchObject({ verdict: 'pass', rate: 0, counts: { new: 0, known: 2, allowed: 0 } });
      expect(same.notes).toContain(
        '2 examples with known leaks only are not in contamination_rate (contamination.known).',
      );
      expect(same.contamination?.examples.map(({ known: isKnown }) => isKnown)).toEqual([true, true]);
      expect(same.pairs.map((pair) => pair['status'])).toEqual(['known', 'known']);
      const more = await scan(folder, { 'train.jsonl': jsonl([row(0), row(1), row(2)]) });
      expect(more).toMatchObject({ verdict: 'fail', rate: 0.1, counts: { new: 1, known: 2, allowed: 0 } });
    });
  });

  test('a new row of an example that leaked before is a new leak', async () => {
    await run(async (folder) => {
      await scan(folder);
      const known = await readFile(join(folder, PAIRS), 'utf8');
      const edited = { ...row(0), completion: 'answer 0 and one more thing' };
      // The known row stands there four times, more often than rows are shown, before the new one.
      const again = await scan(folder, {
        'known.jsonl': known,
        'eval-gate.yml': config(`${definition}  known: known.jsonl\n`),
        'train.jsonl': jsonl([row(0), row(0), row(0), row(0), edited]),
      });
      expect(again).toMatchObject({ verdict: 'fail', counts: { new: 1, known: 0, allowed: 0 } });
      const [found] = again.contamination?.examples ?? [];
      expect(found?.evidence.map(({ line, known: isKnown }) => [line, isKnown])).toEqual([
        [5, undefined],
        [1, true],
        [2, true],
      ]);
    });
  });

  test('an allowed leak is listed with its reason and does not count', async () => {
    await run(async (folder) => {
      const { pairs } = await scan(folder);
      const allow = pairs
        .map((pair) => `    - { id: ${String(pair['id'])}, row: ${String(pair['row'])}, reason: "public domain" }\n`)
        .join('');
      const passed = await scan(folder, { 'eval-gate.yml': config(`${definition}  allow:\n${allow}`) });
      expect(passed).toMatchObject({ verdict: 'pass', rate: 0, counts: { new: 0, known: 0, allowed: 2 } });
      expect(passed.contamination?.examples).toEqual([]);
      expect(passed.contamination?.allowed).toMatchObject([
        { suite: 'default', id: '0', reason: 'public domain', file: 'train.jsonl', line: 2 },
        { suite: 'default', id: '1', reason: 'public domain', file: 'train.jsonl', line: 3 },
      ]);
      expect(passed.notes).toEqual(['2 examples with an allowed leak: it does not count (contamination.allow).']);
    });
  });

  test.each([
    ['the row', { 'train.jsonl': jsonl([{ ...row(0), completion: 'answer 0 indeed' }]) }],
    [
      'the example',
      {
        'eval.jsonl': jsonl([{ id: 0, prompt: `${questionOf(0)} Really?`, reference: 'answer 0' }]),
        'train.jsonl': jsonl([row(0)]),
      },
    ],
  ])('an entry whose leak changed, in %s, lets nothing pass and is named', async (_, over) => {
    await run(async (folder) => {
      const { pairs } = await scan(folder);
      const allow = `  allow:\n    - { id: 0, row: ${String(pairs[0]!['row'])}, reason: seen }\n`;
      const after = await scan(folder, { ...over, 'eval-gate.yml': config(`${definition}${allow}`) });
      expect(after).toMatchObject({ verdict: 'fail', counts: { new: 1, known: 0, allowed: 0 } });
      expect(after.notes).toEqual([
        'contamination.allow[0] (example 0) lets no leak pass any more: its training row or the example was changed or taken out, or they never made a pair; take it out.',
      ]);
    });
  });
});

test.each([
  [
    'without a reason',
    '  allow: [{ id: 0, row: r0123456789abcdef }]\n',
    'contamination.allow[0].reason: must be a text',
  ],
  [
    'of no row',
    '  allow: [{ id: 0, row: "12", reason: x }]\n',
    'must be what contamination.jsonl has under row, such as r4054b170d20c5c81',
  ],
  [
    'of an unknown suite',
    '  allow: [{ suite: defalt, id: 0, row: r0123456789abcdef, reason: x }]\n',
    'contamination.allow[0].suite: unknown suite "defalt"; did you mean "default"?',
  ],
])('an entry %s is refused', async (_, keys, message) => {
  await withFiles({ ...FILES, 'eval-gate.yml': config(keys) }, async (folder) => {
    const { errors } = await scan(folder);
    expect(errors[0]?.message).toContain(message);
  });
});

test('a file of known leaks that is none is refused with its line', async () => {
  const files = { ...FILES, 'known.jsonl': '{"suite":"default","id":"0","level":"identical"}\n' };
  await withFiles({ ...files, 'eval-gate.yml': config('  known: known.jsonl\n') }, async (folder) => {
    const { errors, verdict } = await scan(folder);
    expect(verdict).toBe('error');
    expect(errors[0]?.message).toContain('known.jsonl:1: contamination.known: is no line of a contamination.jsonl');
  });
});
