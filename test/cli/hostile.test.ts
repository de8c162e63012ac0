import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { withFiles } from '../temp.js';
import { evalGate, jsonl, overall, readReport } from './command.js';

/** Rows of a pull request that nobody has read yet. */

const config = `version: 1
eval_set: eval.jsonl
predictions: candidate.jsonl
base_predictions: base.jsonl
metrics: [exact_match]
`;

/** Each one stands as the candidate's output, as a prompt and as a reference. */
const payloads = [
  '::error file=x::pwned',
  '  ::set-output name=verdict::pass',
  '##[error]pwned',
  '::stop-commands::x\n::add-mask::a',
  '@octocat please look at octo/train#1, GH-1 and #123',
  '</details></table><script>alert(1)</script><img src="https://evil.example/pixel.png">',
  '![pixel](https://evil.example/pixel.png) [click](javascript:alert(1)) https://evil.example',
  '| a | b |\n|---|---|\n| c | d |',
  '```\n````\n`````\n# heading',
  '<!-- --> <!-- eval-gate key=x -->',
  '\u202Eevil\u2066\u200B\u0000\u001B[31mred\u0007',
  '\uD800 lone surrogate',
  '&lt;b&gt; \\* _a_ **b** ~~c~~',
  '<think>never closed',
  'x'.repeat(300_000),
];

test('outputs full of markup change nothing but the score', async () => {
  const example = (text: string, i: number) => ({
    id: `q${i} ${text.slice(0, 60)}`,
    prompt: text,
    reference: `r${i} ${text}`,
  });
  const examples = payloads.map(example);
  const files = {
    'eval-gate.yml': config,
    'eval.jsonl': jsonl(examples),
    'candidate.jsonl': jsonl(examples.map(({ id, prompt }) => ({ id, output: prompt }))),
    'base.jsonl': jsonl(examples.map(({ id, reference }) => ({ id, output: reference }))),
  };
  await withFiles(files, async (folder) => {
    const { exitCode, stdout, stderr } = await evalGate(folder, 'run');
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/^\s*::/mu);
    expect(stderr).not.toContain('##[');
    expect(stderr).not.toContain('\u001B[');
    expect(overall(await readReport(folder), 'exact_match').candidate.value).toBe(0);

    const markdown = await readFile(join(folder, 'eval-gate-report/report.md'), 'utf8');
    const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
    expect(html).not.toMatch(/<(?:img|script|h1)\b/iu);
    expect(html).not.toMatch(/href="(?!https:\/\/github\.com)[^"]*(?:evil|javascript)/iu);
    expect(html.match(/<details/gu)?.length).toBe(html.match(/<\/details>/gu)?.length);
    const linked = html.replace(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/gu, '');
    expect(linked).not.toMatch(/@octocat|octo\/train#1|(?<!\w)#123/u);
    expect(linked).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
  });
});

/** What a row may be, and whether the run can still be evaluated. */
const oddRows: readonly (readonly [string, string, number])[] = [
  ['an output that is a number', '{"id": "a", "output": 7}', 0],
  ['an output that is an object', '{"id": "a", "output": {"answer": 7}}', 1],
  ['an output that is an empty text', '{"id": "a", "output": ""}', 1],
  ['a number as the id', '{"id": "a", "output": "7"}\n{"id": 1, "output": "extra"}', 0],
  ['keys named __proto__', '{"id": "a", "output": "7", "__proto__": {"output": "8"}, "constructor": 1}', 0],
  ['a number too large for JSON', '{"id": "a", "output": "7", "x": 1e999}', 0],
  ['a byte order mark and Windows line ends', '\uFEFF{"id": "a", "output": "7"}\r\n', 0],
];

test.each(oddRows)('%s', async (_, row, wrong) => {
  const others = Array.from({ length: 19 }, (__, i) => ({ id: `o${i}`, output: String(i) }));
  const files = {
    'eval-gate.yml': config.replace('base_predictions: base.jsonl\n', ''),
    'eval.jsonl': jsonl([
      { id: 'a', prompt: 'Seven?', reference: '7' },
      ...others.map(({ id, output }) => ({ id, prompt: `${id}?`, reference: output })),
    ]),
    'candidate.jsonl': `${row.trimEnd()}\n${jsonl(others)}`,
  };
  await withFiles(files, async (folder) => {
    expect((await evalGate(folder, 'run')).exitCode).toBe(0);
    const { candidate, n } = overall(await readReport(folder), 'exact_match');
    expect(n).toBe(20);
    expect(candidate.value).toBeCloseTo((20 - wrong) / 20, 12);
  });
});

/** Rows that can't be understood: the sentence names the file and the line. */
const brokenRows: readonly (readonly [string, string])[] = [
  ['a list', '["a", "7"]'],
  ['a text', '"a"'],
  ['null', 'null'],
  ['cut off', '{"id": "a", "output": "7'],
  ['a NUL character', '{"id": "a", "output": "7"}\0'],
  ['an id that is a list', '{"id": ["a"], "output": "7"}'],
];

test.each(brokenRows)('a row that is %s is named by file and line', async (_, row) => {
  const files = {
    'eval-gate.yml': config.replace('base_predictions: base.jsonl\n', ''),
    'eval.jsonl': jsonl([{ id: 'a', prompt: 'Seven?', reference: '7' }]),
    'candidate.jsonl': `{"id": "b", "output": "8"}\n${row}\n`,
  };
  await withFiles(files, async (folder) => {
    const { exitCode, stderr } = await evalGate(folder, 'run');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('candidate.jsonl:2');
    expect(stderr).not.toMatch(/^\s+at .+:\d+/mu);
    expect((await readReport(folder)).verdict).toBe('error');
  });
});
