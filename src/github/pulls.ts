import type { Client } from './client.js';
import { statusOf } from './faults.js';
import type { CommitTarget, EventContext } from './types.js';

/**
 * The number of the open pull request whose head is the target's commit, or null. A commit that only a fork has is
 * unknown to the first question, so its branch is asked for too; the commit must match either way.
 */
export async function findPullRequest(
  client: Client,
  { owner, repo }: EventContext,
  { headSha, head }: CommitTarget,
): Promise<number | null> {
  const byCommit = await unlessUnknown(
    client.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: headSha, per_page: 100 }),
  );
  const found = byCommit?.data.find((pull) => pull.state === 'open' && pull.head.sha === headSha);
  if (found !== undefined) return found.number;
  if (head === null) return null;
  const byBranch = await unlessUnknown(
    client.rest.pulls.list({ owner, repo, state: 'open', head: `${head.owner}:${head.branch}`, per_page: 100 }),
  );
  return byBranch?.data.find((pull) => pull.head.sha === headSha)?.number ?? null;
}

/** The head commit of a pull request now, or null where the token may comment but not read pull requests. */
export async function currentHead(
  client: Client,
  { owner, repo }: EventContext,
  pullRequest: number,
): Promise<string | null> {
  try {
    const { data } = await client.rest.pulls.get({ owner, repo, pull_number: pullRequest });
    return data.head.sha;
  } catch (error) {
    if ([403, 404].includes(statusOf(error) ?? 0)) return null;
    throw error;
  }
}

/** GitHub answers 404 or 422 for a commit that it does not know. */
async function unlessUnknown<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if ([404, 422].includes(statusOf(error) ?? 0)) return null;
    throw error;
  }
}
