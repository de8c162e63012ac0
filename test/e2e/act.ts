import { spawnSync } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { nodeVersion, runCommand } from './processes.js';

/** Runs workflows for real, with act on this machine, in a training repo made for the test. */

const project = join(import.meta.dirname, '../..');
/** Where `.ci/run` installs act. */
const tools = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'eval-gate', 'bin');

/** One line of act's JSON log; every key is there only where it applies. */
interface LogLine {
  readonly jobID?: string;
  readonly matrix?: Readonly<Record<string, unknown>>;
  readonly jobResult?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: string;
  readonly stage?: string;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly msg?: string;
  readonly raw_output?: boolean;
}

export interface WorkflowRun {
  readonly exitCode: number;
  /** success, failure or skipped by job. A matrix leg is named as on GitHub, `gate (support)`; act gives all legs the worst result. */
  readonly jobs: ReadonlyMap<string, string>;
  /** success, failure or skipped by `job/step id`, the step's position where it has none. */
  readonly steps: ReadonlyMap<string, string>;
  /** What steps set, by `job/step id/name`. */
  readonly outputs: ReadonlyMap<string, string>;
  /** Step summaries, in order. */
  readonly summaries: readonly string[];
  /** Annotations as `error: text` or `warning: text`. */
  readonly annotations: readonly string[];
  /** What steps printed. */
  readonly printed: string;
  /** Everything that act said, for a failing test. */
  readonly log: string;
}

export interface RunOptions {
  /** Root of the stand-in for GitHub's API. */
  readonly apiUrl: string;
  readonly token?: string;
  readonly eventName?: string;
  readonly event: object;
  readonly runId?: number;
  /** The workflow's file name, where the repo has several. */
  readonly workflow?: string;
}

/** A git repository on disk with the project beside it, so that `uses: owner/eval-gate@v1` finds what is committed here. */
export class TrainingRepo {
  private constructor(
    private readonly home: string,
    readonly folder: string,
  ) {}

  /** @param files content by path; workflows go to `.github/workflows/` */
  static async create(files: Readonly<Record<string, string>>): Promise<TrainingRepo> {
    const home = await mkdtemp(join(tmpdir(), 'eval-gate-act-'));
    const repo = new TrainingRepo(home, join(home, 'train'));
    await mkdir(repo.folder);
    // Only what a release holds, so that nothing of node_modules can be used by accident.
    await cp(join(project, 'dist'), join(home, 'action', 'dist'), { recursive: true });
    await copyFile(join(project, 'action.yml'), join(home, 'action', 'action.yml'));
    await cp(join(import.meta.dirname, 'actions'), join(home, 'stand-ins'), { recursive: true });
    repo.git('init', '--quiet', '--initial-branch=main');
    // act takes the repository's name from here, and then `actions/checkout` means this folder.
    repo.git('remote', 'add', 'origin', 'https://github.com/octo/train.git');
    await repo.commit(files);
    return repo;
  }

  /** Writes files and commits everything. */
  async commit(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(this.folder, path)), { recursive: true });
      await writeFile(join(this.folder, path), content, { mode: path.endsWith('.sh') ? 0o755 : 0o644 });
    }
    this.git('add', '--all');
    this.git('-c', 'user.name=test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message=test');
  }

  get headSha(): string {
    return this.git('rev-parse', 'HEAD').trim();
  }

  async run(options: RunOptions): Promise<WorkflowRun> {
    const { apiUrl, token = 'write-token', eventName = 'pull_request', event, runId = 1, workflow } = options;
    const eventPath = join(this.home, 'event.json');
    await writeFile(eventPath, JSON.stringify(event));
    const standIn = (name: string) => join(this.home, 'stand-ins', name);
    const args = [
      eventName,
      ...['--json', '--action-offline-mode', '--no-cache-server', '--eventpath', eventPath],
      ...['ubuntu-latest', 'self-hosted'].flatMap((label) => ['--platform', `${label}=-self-hosted`]),
      ...['--local-repository', `owner/eval-gate@v1=${join(this.home, 'action')}`],
      ...['--local-repository', `actions/upload-artifact@v6=${standIn('upload-artifact')}`],
      ...['--local-repository', `actions/download-artifact@v7=${standIn('download-artifact')}`],
      ...['--env', `GITHUB_API_URL=${apiUrl}`, '--env', `GITHUB_RUN_ID=${runId}`],
      ...['--env', `STAND_IN_ARTIFACTS=${join(this.home, 'artifacts', String(runId))}`],
      ...['--secret', `GITHUB_TOKEN=${token}`],
      ...(workflow === undefined ? [] : ['--workflows', join(this.folder, '.github/workflows', workflow)]),
    ];
    // GitHub runs the Action on Node 24 (`runs.using` in action.yml), act on the one that it finds first.
    const path = [dirname(await nodeVersion(24)), tools, process.env['PATH']].join(delimiter);
    // act keeps checkouts and settings below HOME; the user's own are none of a test's business.
    const env = { PATH: path, HOME: this.home };
    const { exitCode, stdout, stderr } = await runCommand('act', args, { cwd: this.folder, env });
    return readLog(exitCode, stdout + stderr);
  }

  /** A file of an artifact that a run uploaded. */
  readArtifact(runId: number, artifact: string, path: string): Promise<string> {
    return readFile(join(this.home, 'artifacts', String(runId), artifact, path), 'utf8');
  }

  async remove(): Promise<void> {
    await rm(this.home, { recursive: true, force: true });
  }

  private git(...args: string[]): string {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: this.folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout;
  }
}

function readLog(exitCode: number, log: string): WorkflowRun {
  const lines = log
    .split('\n')
    .flatMap((line): LogLine[] => (line.startsWith('{') ? [JSON.parse(line) as LogLine] : []));
  const jobs = new Map<string, string>();
  const steps = new Map<string, string>();
  const outputs = new Map<string, string>();
  for (const { jobID = '', matrix = {}, jobResult, stepID, stepResult, stage, command, name, arg } of lines) {
    const leg = Object.values(matrix).map(String).join(', ');
    const job = leg === '' ? jobID : `${jobID} (${leg})`;
    const step = `${job}/${stepID?.[0] ?? ''}`;
    if (jobResult !== undefined) jobs.set(job, jobResult);
    if (stepResult !== undefined && stage === 'Main') steps.set(step, stepResult);
    if (command === 'set-output') outputs.set(`${step}/${name ?? ''}`, arg ?? '');
  }
  return {
    exitCode,
    jobs,
    steps,
    outputs,
    summaries: lines.flatMap(({ command, content }) => (command === 'summary' ? [content ?? ''] : [])),
    annotations: lines.flatMap(({ command, arg }) =>
      command === 'error' || command === 'warning' ? [`${command}: ${arg ?? ''}`] : [],
    ),
    printed: lines.flatMap(({ raw_output, msg }) => (raw_output === true ? [msg ?? ''] : [])).join(''),
    log,
  };
}
