import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { startFakeGitHub, type FakeGitHub, type FakeGitHubOptions } from '../fakes/github.js';
import { TrainingRepo, type RunOptions, type WorkflowRun } from './act.js';
import { evalRows, EXAMPLES, outputRows, predictScript } from './training-files.js';

const workflow = (inputs: string) => `name: eval-gate
on: [pull_request, push, workflow_dispatch, merge_group]
permissions: { contents: read, pull-requests: write }
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: owner/eval-gate@v1
        id: gate
        with:
          eval-set: eval.jsonl
          predictions: candidate.jsonl
          base-predictions: base.jsonl
${inputs}
      - id: next
        if: \${{ !cancelled() }}
        env: { VERDICT: "\${{ steps.gate.outputs.verdict }}", FAILED: "\${{ steps.gate.outputs.failed-checks }}", REPORT: "\${{ steps.gate.outputs.report-json }}" }
        run: echo "next step sees $VERDICT $FAILED"; test -s "$REPORT"
`;

/** A repo whose candidate is wrong on the first `wrong` of 40 questions that the base answers right. */
const files = (wrong: number, inputs = '') => ({
  '.github/workflows/gate.yml': workflow(inputs),
  'eval.jsonl': evalRows(),
  'candidate.jsonl': outputRows(wrong),
  'base.jsonl': outputRows(0),
});

async function example(name: string): Promise<Record<string, string>> {
  const text = await readFile(join(import.meta.dirname, '../../examples/workflows', name), 'utf8');
  return { [`.github/workflows/${name}`]: text, '.gitignore': 'out/\n' };
}

let repo: TrainingRepo | undefined;
let github: FakeGitHub;

async function start(
  content: Readonly<Record<string, string>>,
  options: FakeGitHubOptions = {},
): Promise<TrainingRepo> {
  repo = await TrainingRepo.create(content);
  github = await startFakeGitHub({ pulls: [{ number: 7, headSha: repo.headSha }], ...options });
  return repo;
}

/** Runs the repo's workflow for pull request 7 at the commit that is there now. */
function runPull(from: TrainingRepo, more: Partial<RunOptions> = {}): Promise<WorkflowRun> {
  const head = { sha: from.headSha, ref: 'topic', repo: { full_name: 'octo/train' } };
  github.pulls[0]!.headSha = from.headSha;
  const pull_request = { number: 7, head, base: { ref: 'main', repo: { full_name: 'octo/train' } } };
  return from.run({ apiUrl: github.apiUrl, event: { action: 'synchronize', number: 7, pull_request }, ...more });
}

afterEach(async () => {
  await github.close();
  await repo?.remove();
});

test('a regression: red step, a comment, outputs for the next step, a summary; then the fix updates the comment', async () => {
  const train = await start(files(15));
  const red = await runPull(train);
  expect(red.steps.get('gate/gate')).toBe('failure');
  expect(red.jobs.get('gate')).toBe('failure');
  expect(red.exitCode).toBe(1);
  expect(red.printed).toContain('next step sees fail ["exact_match:max_regression"');
  expect(red.steps.get('gate/next')).toBe('success');
  // 25 of 40 right: McNemar's exact test of 15 against 0 gives 2 * 0.5^15 = 6.1e-5.
  expect(red.summaries.join('\n')).toContain('62.5%');
  expect(github.comments).toHaveLength(1);
  const [comment] = github.comments;
  expect(comment!.body).toContain('62.5%');
  expect(red.outputs.get('gate/gate/comment-url')).toContain(`#issuecomment-${comment!.id}`);
  expect(red.annotations.some((line) => line.startsWith('error: ') && line.includes('exact_match'))).toBe(true);

  await train.commit({ 'candidate.jsonl': outputRows(0, 'unused') });
  const green = await runPull(train, { runId: 2 });
  expect(green.log).not.toContain('"jobResult":"failure"');
  expect(green.exitCode).toBe(0);
  expect(green.outputs.get('gate/gate/verdict')).toBe('pass');
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]!.id).toBe(comment!.id);
  expect(github.comments[0]!.body).not.toContain('62.5%');
  expect(green.annotations).toEqual([]);
});

test('mode warn: a regression is a warning and a green check', async () => {
  const run = await runPull(await start(files(15, '          mode: warn')));
  expect(run.exitCode).toBe(0);
  expect(run.outputs.get('gate/gate/verdict')).toBe('fail');
  expect(run.annotations.filter((line) => line.startsWith('error:'))).toEqual([]);
  expect(run.annotations.some((line) => line.startsWith('warning:'))).toBe(true);
});

test('comment on-failure: none on a pass, one on a failure, and it is marked as resolved on the next pass', async () => {
  const train = await start(files(0, '          comment: on-failure'));
  await runPull(train);
  expect(github.comments).toEqual([]);
  await train.commit({ 'candidate.jsonl': outputRows(15) });
  await runPull(train, { runId: 2 });
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]!.body).toContain('62.5%');
  await train.commit({ 'candidate.jsonl': outputRows(0) });
  const green = await runPull(train, { runId: 3 });
  expect(green.exitCode).toBe(0);
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]!.body).not.toContain('62.5%');
});

test('a run of an older commit that ends late leaves the newer comment alone', async () => {
  const train = await start(files(15));
  const older = train.headSha;
  await train.commit({ 'candidate.jsonl': outputRows(0) });
  await runPull(train, { runId: 2 });
  const [comment] = github.comments;
  const body = comment!.body;
  const head = { sha: older, ref: 'topic', repo: { full_name: 'octo/train' } };
  await train.commit({ 'candidate.jsonl': outputRows(15) });
  github.pulls[0]!.headSha = /sha=([0-9a-f]{40})/u.exec(body)![1]!;
  const late = await train.run({
    apiUrl: github.apiUrl,
    runId: 1,
    event: { number: 7, pull_request: { number: 7, head } },
  });
  expect(late.outputs.get('gate/gate/verdict')).toBe('fail');
  expect(github.comments.map((each) => each.body)).toEqual([body]);
});

test('a read-only token, as on a fork: the verdict stays, a warning names the permission', async () => {
  const tokens = { 'read-token': { login: 'github-actions[bot]', type: 'Bot', access: 'read-only' } } as const;
  const run = await runPull(await start(files(15), { tokens }), { token: 'read-token' });
  expect(run.exitCode).toBe(1);
  expect(run.outputs.get('gate/gate/verdict')).toBe('fail');
  expect(github.comments).toEqual([]);
  expect(run.annotations.some((line) => line.startsWith('warning:') && line.includes('pull-requests: write'))).toBe(
    true,
  );
  expect(run.summaries.join('\n')).toContain('62.5%');
});

test.each(['push', 'workflow_dispatch', 'merge_group'])('%s: works without a pull request', async (eventName) => {
  const train = await start(files(15), { pulls: [] });
  const run = await train.run({ apiUrl: github.apiUrl, eventName, event: { ref: 'refs/heads/main' } });
  expect(run.exitCode).toBe(1);
  expect(run.outputs.get('gate/gate/verdict')).toBe('fail');
  expect(run.summaries.join('\n')).toContain('62.5%');
  expect(github.comments).toEqual([]);
});

test('outputs of a model that speak to the runner or to GitHub do nothing', async () => {
  const hostile = '::error::pwned\n::set-output name=verdict::pass\n##[error]pwned\n@octocat </details><img src=x> -->';
  const train = await start({ ...files(0), 'candidate.jsonl': outputRows(15, hostile) });
  const run = await runPull(train);
  expect(run.exitCode).toBe(1);
  expect(run.outputs.get('gate/gate/verdict')).toBe('fail');
  expect(run.annotations.filter((line) => line.includes('pwned'))).toEqual([]);
  const html = micromark(github.comments[0]!.body, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  expect(html).not.toMatch(/<img|<h1/u);
  // GitHub links mentions outside code only.
  expect(html.replace(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/gu, '')).not.toContain('@octocat');
});

test('one-job.yml: predictions and gate in one job', async () => {
  const predict = predictScript({ 'out/candidate.jsonl': outputRows(15), 'out/base.jsonl': outputRows(0) });
  const run = await runPull(
    await start({ ...(await example('one-job.yml')), 'eval/all.jsonl': evalRows(), 'predict.sh': predict }),
  );
  expect(run.jobs.get('eval-gate')).toBe('failure');
  expect(github.comments).toHaveLength(1);
});

describe('gpu-and-gate.yml', () => {
  test("a fork's pull request gets no machine with a GPU, and a red gate", async () => {
    const predict = predictScript({ 'out/candidate.jsonl': outputRows(0), 'out/base.jsonl': outputRows(0) });
    const train = await start({
      ...(await example('gpu-and-gate.yml')),
      'eval/all.jsonl': evalRows(),
      'predict.sh': predict,
    });
    const head = { sha: train.headSha, ref: 'topic', repo: { full_name: 'someone/train' } };
    const run = await train.run({ apiUrl: github.apiUrl, event: { number: 7, pull_request: { number: 7, head } } });
    expect(run.steps.get('predict/1')).toBeUndefined();
    expect(run.jobs.get('gate')).toBe('failure');
  });

  test('predictions travel from one job to the other', async () => {
    const predict = predictScript({ 'out/candidate.jsonl': outputRows(0), 'out/base.jsonl': outputRows(3) });
    const run = await runPull(
      await start({ ...(await example('gpu-and-gate.yml')), 'eval/all.jsonl': evalRows(), 'predict.sh': predict }),
    );
    expect(run.jobs.get('predict')).toBe('success');
    expect(run.jobs.get('gate')).toBe('success');
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]!.body).toContain(`${EXAMPLES} examples`);
  });

  test('the gate is red, and says why, where the predict job failed', async () => {
    const files = { 'eval/all.jsonl': evalRows(), 'predict.sh': '#!/bin/sh\nexit 1\n' };
    const run = await runPull(await start({ ...(await example('gpu-and-gate.yml')), ...files }));
    expect(run.jobs.get('predict')).toBe('failure');
    expect(run.jobs.get('gate')).toBe('failure');
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]!.body).toContain('out/candidate.jsonl');
  });
});

test('matrix.yml: a comment for each adapter, and one check for all', async () => {
  const predict = predictScript({
    'out/support.jsonl': outputRows(0),
    'out/summaries.jsonl': outputRows(15),
    'out/base.jsonl': outputRows(1),
  });
  const sets = { 'eval/support.jsonl': evalRows(), 'eval/summaries.jsonl': evalRows() };
  const run = await runPull(await start({ ...(await example('matrix.yml')), ...sets, 'predict.sh': predict }));
  expect(run.steps.get('gate (support)/2')).toBe('success');
  expect(run.steps.get('gate (summaries)/2')).toBe('failure');
  expect(run.jobs.get('all-gates')).toBe('failure');
  expect(github.comments).toHaveLength(2);
  expect(github.comments.filter(({ body }) => body.includes('62.5%'))).toHaveLength(1);
});

test('nightly.yml: no pull request, the report is kept', async () => {
  const predict = predictScript({ 'out/candidate.jsonl': outputRows(0), 'out/base.jsonl': outputRows(3) });
  const data = { 'eval/all.jsonl': evalRows(), 'data/train/a.jsonl': '{"prompt": "Hi", "completion": "Hello"}\n' };
  const train = await start({ ...(await example('nightly.yml')), ...data, 'predict.sh': predict });
  const run = await train.run({ apiUrl: github.apiUrl, eventName: 'workflow_dispatch', event: {} });
  expect(run.jobs.get('eval-gate')).toBe('success');
  expect(github.comments).toEqual([]);
  expect(run.summaries.join('\n')).toContain('exact_match');
  const report = await train.readArtifact(1, 'eval-gate-report', 'eval-gate-report/report.json');
  expect(JSON.parse(report)).toMatchObject({ verdict: 'pass' });
});
