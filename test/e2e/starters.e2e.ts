import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startFakeGitHub, type FakeGitHub } from '../fakes/github.js';
import { withFiles } from '../temp.js';
import { TrainingRepo } from './act.js';
import { nodeVersion, runCommand } from './processes.js';
import { evalRows, outputRows } from './training-files.js';

/** Workflows that nobody edited: what `init` writes, and our own on our own example. */

const project = join(import.meta.dirname, '../..');
const cli = join(project, 'dist/cli.js');
let github: FakeGitHub;

beforeEach(async () => {
  github = await startFakeGitHub();
});
afterEach(() => github.close());

async function withRepo(files: Readonly<Record<string, string>>, use: (repo: TrainingRepo) => Promise<void>) {
  const repo = await TrainingRepo.create(files);
  try {
    await use(repo);
  } finally {
    await repo.remove();
  }
}

function pullRequest(repo: TrainingRepo) {
  github.pulls[0]!.headSha = repo.headSha;
  const head = { sha: repo.headSha, ref: 'topic', repo: { full_name: 'octo/train' } };
  return { apiUrl: github.apiUrl, event: { number: 7, pull_request: { number: 7, head } } };
}

test("init's config and workflow run as they are", async () => {
  const files = { 'eval.jsonl': evalRows(), 'out/base.jsonl': outputRows(0), 'out/tuned.jsonl': outputRows(15) };
  await withRepo(files, async (repo) => {
    const init = await runCommand(process.execPath, [cli, 'init'], { cwd: repo.folder });
    expect(init.exitCode).toBe(0);
    const alone = await runCommand(process.execPath, [cli, 'run'], { cwd: repo.folder });
    expect(alone.exitCode).toBe(1);

    await repo.commit({ '.gitignore': 'eval-gate-report/\n' });
    const run = await repo.run(pullRequest(repo));
    expect(run.jobs.get('gate')).toBe('failure');
    expect(run.outputs.get('gate/1/verdict')).toBe('fail');
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]!.body).toContain('62.5%');
  });
});

test("where git ignores the predictions, init's workflow is red until somebody writes them", async () => {
  const files = {
    'eval.jsonl': evalRows(),
    '.gitignore': 'out/\n',
    'out/base.jsonl': outputRows(0),
    'out/tuned.jsonl': outputRows(0),
  };
  await withRepo(files, async (repo) => {
    const init = await runCommand(process.execPath, [cli, 'init'], { cwd: repo.folder });
    expect(init.stderr).toContain("the workflow can't pass yet");
    await repo.commit({});
    const red = await repo.run(pullRequest(repo));
    expect(red.jobs.get('predict')).toBe('failure');
    expect(red.jobs.get('gate')).toBe('failure');
    expect(github.comments[0]!.body).toContain('out/tuned.jsonl');

    const path = '.github/workflows/eval-gate.yml';
    const starter = await readFile(join(repo.folder, path), 'utf8');
    const [head, ...rest] = starter.split(/\n {10}echo "::error::.*\n {10}exit 1\n/u);
    const command =
      '\n          mkdir -p out\n          cp eval.jsonl out/base.jsonl\n          sed s/reference/output/ eval.jsonl | tee out/base.jsonl > out/tuned.jsonl\n';
    expect(rest).toHaveLength(1);
    await repo.commit({ [path]: `${head!}${command}${rest[0]!}` });
    const green = await repo.run({ ...pullRequest(repo), runId: 2 });
    expect(green.jobs.get('gate')).toBe('success');
    expect(github.comments).toHaveLength(1);
  });
});

test('dogfood.yml: the action on the quickstart, as this repository runs it', async () => {
  const workflow = await readFile(join(project, '.github/workflows/dogfood.yml'), 'utf8');
  await withRepo({ '.github/workflows/dogfood.yml': workflow }, async (repo) => {
    for (const path of ['action.yml', 'dist', 'examples/quickstart']) {
      await cp(join(project, path), join(repo.folder, path), { recursive: true });
    }
    await repo.commit({});
    const run = await repo.run(pullRequest(repo));
    expect(run.jobs.get('gate')).toBe('success');
    expect(run.printed).toContain('verdict: fail');
    expect(github.comments[0]!.body).toContain('dates');
  });
});

test('Node 20 and Node 24 give the same report, byte for byte but for provenance', async () => {
  await withFiles({}, async (folder) => {
    const reports: string[] = [];
    for (const major of [20, 24] as const) {
      const reportDir = join(folder, `report-${major}`);
      const config = join(project, 'examples/quickstart/eval-gate.yml');
      const args = [cli, 'run', '--config', config, '--report-dir', reportDir];
      const { exitCode } = await runCommand(await nodeVersion(major), args, { cwd: folder });
      expect(exitCode).toBe(1);
      const report = JSON.parse(await readFile(join(reportDir, 'report.json'), 'utf8')) as { provenance: unknown };
      const rows = await readFile(join(reportDir, 'rows.jsonl'), 'utf8');
      reports.push(JSON.stringify({ ...report, provenance: null }) + rows);
    }
    expect(reports[0]).toBe(reports[1]);
  });
});
