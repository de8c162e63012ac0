import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publish, type EventContext, type PublishInput, type PublishResult } from '../../src/github/index.js';
import { startFakeGitHub, type FakeGitHub, type FakeGitHubOptions } from '../fakes/github.js';

export const headSha = 'a'.repeat(40);
export const token = 'write-token';

/** A folder with a step's summary and output files; GitHub's variables point there until `close`. */
export class Step {
  readonly folder = mkdtempSync(join(tmpdir(), 'eval-gate-step-'));
  readonly #before = { ...process.env };

  constructor() {
    for (const name of ['GITHUB_STEP_SUMMARY', 'GITHUB_OUTPUT']) {
      const path = join(this.folder, name);
      writeFileSync(path, '');
      process.env[name] = path;
    }
  }

  get summary(): string {
    return readFileSync(join(this.folder, 'GITHUB_STEP_SUMMARY'), 'utf8');
  }

  get outputs(): string {
    return readFileSync(join(this.folder, 'GITHUB_OUTPUT'), 'utf8');
  }

  close(): void {
    process.env = this.#before;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const started: FakeGitHub[] = [];

/** A stand-in for GitHub that is stopped by `stopFakes`. */
export async function fakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const fake = await startFakeGitHub(options);
  started.push(fake);
  return fake;
}

export async function stopFakes(): Promise<void> {
  await Promise.all(started.splice(0).map((fake) => fake.close()));
}

/** The context of a run on pull request 7 of octo/train. */
export function contextOf(fake: { apiUrl: string }, changes: Partial<EventContext> = {}): EventContext {
  return {
    eventName: 'pull_request',
    owner: 'octo',
    repo: 'train',
    workflow: 'gate',
    job: 'gate',
    runId: 500,
    attempt: 1,
    runUrl: 'https://github.example/octo/train/actions/runs/500/attempts/1',
    apiUrl: fake.apiUrl,
    workspace: '/workspace',
    isDependabot: false,
    target: { kind: 'pull_request', number: 7, headSha, isFork: false },
    ...changes,
  };
}

export interface Published extends PublishResult {
  /** What the step wrote on stdout, where the runner looks for commands. */
  readonly stdout: string;
  readonly log: readonly string[];
  /** How long each wait was, in milliseconds. */
  readonly waits: readonly number[];
}

/** Publishes as the Action does, with waits that pass at once and are written down. */
export async function publishTo(
  fake: { apiUrl: string },
  input: Partial<PublishInput> & { context?: EventContext } = {},
  requestTimeout = 5000,
): Promise<Published> {
  const log: string[] = [];
  const note = (line: string): void => void log.push(line);
  const waits: number[] = [];
  const full: PublishInput = {
    context: contextOf(fake),
    token,
    comment: 'always',
    key: 'gate',
    verdict: 'fail',
    body: (marker) => `${marker}\nbody`,
    resolvedBody: (marker) => `${marker}\nresolved`,
    summary: () => 'summary',
    annotations: [],
    log: { info: note, warn: note, group: note, endGroup: () => undefined },
    ...input,
  };
  const sleep = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 20)));
  };
  const { result, stdout } = await capture(() => publish(full, { sleep, requestTimeout }));
  return { ...result, stdout, log, waits };
}

let capturing = 0;
let captured = '';
const realWrite = process.stdout.write.bind(process.stdout);

/** What is written on stdout meanwhile; of two at once, what both write. */
export async function capture<T>(work: () => T | Promise<T>): Promise<{ result: T; stdout: string }> {
  if (capturing++ === 0) captured = '';
  process.stdout.write = (text: string | Uint8Array) => {
    captured += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
    return true;
  };
  try {
    const result = await work();
    return { result, stdout: captured };
  } finally {
    if (--capturing === 0) process.stdout.write = realWrite;
  }
}
