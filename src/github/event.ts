import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { GateError, messageOf } from '../errors.js';
import { harmless } from '../log.js';
import type { CommentTarget, EventContext } from './types.js';

const repository = z.object({ full_name: z.string(), name: z.string(), owner: z.object({ login: z.string() }) });
const head = z.object({ sha: z.string().min(1).optional(), repo: repository.partial().nullish() });
const pullRequest = z.object({ number: z.int().positive(), head: head.optional() });

/** Only what is read here; GitHub sends far more, and other events have none of it. */
const payloadSchema = z.object({
  pull_request: pullRequest.nullish(),
  ref: z.string().nullish(),
  deleted: z.boolean().optional(),
  workflow_run: z
    .object({
      event: z.string(),
      head_sha: z.string().min(1),
      head_branch: z.string().nullish(),
      head_repository: repository.nullish(),
      pull_requests: z.array(pullRequest).nullish(),
    })
    .nullish(),
});
type Payload = z.infer<typeof payloadSchema>;

/**
 * Reads what GitHub says about this run from the environment variables and the event file. Asks nothing of the API.
 * @throws GateError when a variable is missing, or the event file is missing or is not what GitHub writes
 */
export function readEvent(env: NodeJS.ProcessEnv): EventContext {
  const eventName = required(env, 'GITHUB_EVENT_NAME');
  const [owner = '', repo = '', ...rest] = required(env, 'GITHUB_REPOSITORY').split('/');
  if (owner === '' || repo === '' || rest.length > 0) {
    throw new GateError('must be owner/name', { key: 'GITHUB_REPOSITORY' });
  }
  const runId = positive(env, 'GITHUB_RUN_ID');
  const attempt = env['GITHUB_RUN_ATTEMPT'] === undefined ? 1 : positive(env, 'GITHUB_RUN_ATTEMPT');
  const serverUrl = root(env, 'GITHUB_SERVER_URL');
  const repoUrl = `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
  const payload = readPayload(required(env, 'GITHUB_EVENT_PATH'));
  return {
    eventName,
    owner,
    repo,
    workflow: env['GITHUB_WORKFLOW'] ?? '',
    job: env['GITHUB_JOB'] ?? '',
    runId,
    attempt,
    runUrl: `${repoUrl}/actions/runs/${String(runId)}/attempts/${String(attempt)}`,
    apiUrl: root(env, 'GITHUB_API_URL'),
    workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
    isDependabot: env['GITHUB_ACTOR'] === 'dependabot[bot]',
    target: findTarget(eventName, payload, { owner, repo, sha: env['GITHUB_SHA'] ?? '' }),
  };
}

interface Here {
  readonly owner: string;
  readonly repo: string;
  readonly sha: string;
}

function findTarget(eventName: string, payload: Payload, here: Here): CommentTarget {
  if (payload.pull_request) return fromPullRequest(payload.pull_request, here);
  if (eventName === 'workflow_run' && payload.workflow_run) {
    return fromWorkflowRun(payload.workflow_run, here);
  }
  const branch = /^refs\/heads\/(.+)$/u.exec(payload.ref ?? '')?.[1];
  if (eventName === 'push' && branch !== undefined && payload.deleted !== true && here.sha !== '') {
    const from = { owner: here.owner, repo: here.repo, branch };
    return { kind: 'commit', headSha: here.sha, head: from, isFork: false, expected: false };
  }
  return { kind: 'none' };
}

function fromPullRequest(pull: z.infer<typeof pullRequest>, here: Here): CommentTarget {
  // A fork that was deleted leaves `repo: null`; a payload without the key says nothing about forks.
  const from = pull.head?.repo;
  const isFork = from === null || (from?.full_name !== undefined && !sameRepo(from.full_name, here));
  return { kind: 'pull_request', number: pull.number, headSha: pull.head?.sha ?? null, isFork };
}

/**
 * GitHub lists the pull requests of a run except those from forks, and lists them as they are now: one that has moved
 * on since is not the one that was evaluated.
 */
function fromWorkflowRun(run: NonNullable<Payload['workflow_run']>, here: Here): CommentTarget {
  const from = run.head_repository ?? null;
  const isFork = from !== null && !sameRepo(from.full_name, here);
  const listed = (run.pull_requests ?? []).find((pull) => pull.head?.sha === run.head_sha);
  if (listed !== undefined) return { kind: 'pull_request', number: listed.number, headSha: run.head_sha, isFork };
  const branch = run.head_branch ?? null;
  const head = from === null || branch === null ? null : { owner: from.owner.login, repo: from.name, branch };
  return { kind: 'commit', headSha: run.head_sha, head, isFork, expected: run.event.startsWith('pull_request') };
}

function sameRepo(fullName: string, { owner, repo }: Here): boolean {
  return fullName.toLowerCase() === `${owner}/${repo}`.toLowerCase();
}

function readPayload(path: string): Payload {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new GateError(
      `the event file that GITHUB_EVENT_PATH names can't be read (${harmless(messageOf(cause))}); ` +
        'the Action runs only as a step of a GitHub workflow, elsewhere use the command',
      { key: 'GITHUB_EVENT_PATH' },
      { cause },
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (cause) {
    throw new GateError('the event file is not JSON', { file: path, key: 'GITHUB_EVENT_PATH' }, { cause });
  }
  const parsed = payloadSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const where = issue.path.map(String).join('.') || 'the top level';
  throw new GateError(`the event file is not one that GitHub writes: ${where}: ${issue.message}`, {
    file: path,
    key: 'GITHUB_EVENT_PATH',
  });
}

function required(env: NodeJS.ProcessEnv, key: string): string {
  const value = env[key] ?? '';
  if (value !== '') return value;
  throw new GateError(
    'is not set; the Action runs only as a step of a GitHub workflow, elsewhere use the command `eval-gate run`',
    { key },
  );
}

function positive(env: NodeJS.ProcessEnv, key: string): number {
  const text = required(env, key);
  const value = Number(text);
  if (/^[0-9]+$/u.test(text) && Number.isSafeInteger(value) && value > 0) return value;
  throw new GateError('must be a whole number above 0', { key });
}

/** An address from the environment, without a slash at its end: GitHub Enterprise Server has its own, with a path. */
function root(env: NodeJS.ProcessEnv, key: string): string {
  const text = required(env, key);
  if (!URL.canParse(text) || !/^https?:/iu.test(text)) throw new GateError('must be an http(s) address', { key });
  return text.replace(/\/+$/u, '');
}
