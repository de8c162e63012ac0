import type { Client } from './client.js';
import { statusOf } from './faults.js';
import { compareRuns, hashKey, parseMarker, type FoundMarker, type Marker } from './marker.js';
import { currentHead } from './pulls.js';
import type { EventContext, Timing } from './types.js';

export interface StickyComment {
  readonly pullRequest: number;
  readonly marker: Marker;
  /** The whole body, beginning with the marker. */
  readonly body: string;
  /** False: an earlier comment is updated, but none is created. */
  readonly create: boolean;
}

export interface StickyResult {
  readonly url: string | null;
  readonly outcome: 'written' | 'nothing to update' | 'newer run' | 'newer head' | 'contended';
}

/** The author of everything that a workflow's own token writes. Nobody can register a name with brackets. */
const WORKFLOW_AUTHOR = 'github-actions[bot]';
/** Each round writes and then looks again; two runs that write at once need two, a third one more. */
const ROUNDS = 5;
/** Milliseconds before we look whether another run wrote at the same time as we did. */
const SETTLE = 500;

interface Found {
  readonly id: number;
  readonly url: string;
  readonly author: string;
  readonly marker: FoundMarker;
}

/**
 * Brings the pull request to have exactly one comment with our key, ours or a newer one. GitHub has no conditional
 * write, so this is a loop: look, do what is missing, and look again until there is nothing left to do. Of two
 * comments that were created at once both runs keep the one with the lower id.
 * @throws the API's faults
 */
export async function writeSticky(
  client: Client,
  context: EventContext,
  comment: StickyComment,
  timing: Timing,
): Promise<StickyResult> {
  const { pullRequest, marker, body } = comment;
  let author: string | null = null;
  let written: number | null = null;
  let url: string | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0) await timing.sleep(SETTLE);
    const marked = await listMarked(client, context, pullRequest, marker.key);
    if (marked.length > 0) author ??= await whoAmI(client);
    const ours = marked.filter((found) => found.author === author).sort((a, b) => a.id - b.id);
    const [kept, ...duplicates] = ours;

    const newer = ours.find((found) => compareRuns(found.marker, marker) > 0);
    if (kept !== undefined && newer !== undefined) {
      // The later of two comments goes, by the hand of the run that created it; the newer run takes over the earlier.
      if (written !== null && written > newer.id) await remove(client, context, written);
      return { url: kept.url, outcome: 'newer run' };
    }
    if (kept === undefined) {
      // GitHub may list a comment only some time after it was created; a second one would be worse than not looking.
      if (written !== null) return { url, outcome: 'written' };
      if (!comment.create) return { url: null, outcome: 'nothing to update' };
    }
    const standing = kept !== undefined && kept.id === written && compareRuns(kept.marker, marker) === 0;
    if (standing && duplicates.length === 0) return { url: kept.url, outcome: 'written' };
    if (!standing) {
      if (await isStale(client, context, comment)) {
        if (written !== null && written !== kept?.id) await remove(client, context, written);
        return { url: kept?.url ?? null, outcome: 'newer head' };
      }
      const put = await (kept === undefined ? create(client, context, comment) : update(client, context, kept, body));
      written = put.id;
      url = put.url;
      author = put.author ?? author;
    }
    for (const duplicate of duplicates) await remove(client, context, duplicate.id);
  }
  return { url, outcome: 'contended' };
}

interface Put {
  readonly id: number;
  readonly url: string;
  /** Who we are, proved by what we have just created; null after an update, which may touch what others wrote. */
  readonly author: string | null;
}

async function create(client: Client, { owner, repo }: EventContext, comment: StickyComment): Promise<Put> {
  const { pullRequest: issue_number, body } = comment;
  const { data } = await client.rest.issues.createComment({ owner, repo, issue_number, body });
  return { id: data.id, url: data.html_url, author: data.user?.login ?? null };
}

async function update(client: Client, { owner, repo }: EventContext, found: Found, body: string): Promise<Put> {
  const { data } = await client.rest.issues.updateComment({ owner, repo, comment_id: found.id, body });
  return { id: found.id, url: data.html_url, author: null };
}

async function listMarked(
  client: Client,
  { owner, repo }: EventContext,
  pullRequest: number,
  key: string,
): Promise<Found[]> {
  const keyHash = hashKey(key);
  const comments = await client.paginate(client.rest.issues.listComments, {
    owner,
    repo,
    issue_number: pullRequest,
    per_page: 100,
  });
  return comments.flatMap((comment): Found[] => {
    const marker = parseMarker(comment.body ?? '');
    const author = comment.user?.login;
    if (marker?.keyHash !== keyHash || author === undefined) return [];
    return [{ id: comment.id, url: comment.html_url, author, marker }];
  });
}

/**
 * The login that this token writes under. An installation's token (every GITHUB_TOKEN) may not ask REST for its user,
 * but GraphQL tells it; where neither answers, it is taken for the workflow's own.
 */
async function whoAmI(client: Client): Promise<string> {
  try {
    const { viewer } = await client.graphql<{ viewer?: { login?: string } }>('query { viewer { login } }');
    if (typeof viewer?.login === 'string' && viewer.login !== '') return viewer.login;
  } catch {
    // Not every server or token has GraphQL; REST is asked next.
  }
  try {
    return (await client.rest.users.getAuthenticated()).data.login;
  } catch {
    return WORKFLOW_AUTHOR;
  }
}

async function isStale(client: Client, context: EventContext, comment: StickyComment): Promise<boolean> {
  if (comment.marker.sha === null) return false;
  const head = await currentHead(client, context, comment.pullRequest);
  return head !== null && head !== comment.marker.sha;
}

/** Deletes a comment; that another run was faster is no fault. */
async function remove(client: Client, { owner, repo }: EventContext, id: number): Promise<void> {
  try {
    await client.rest.issues.deleteComment({ owner, repo, comment_id: id });
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}
