import type { components } from '@octokit/openapi-types';

type Schemas = components['schemas'];
/** A part of one of GitHub's shapes: nothing that the real answer does not have, and nothing of another type. */
type Part<T> = T extends readonly (infer E)[] ? Part<E>[] : T extends object ? { [K in keyof T]?: Part<T[K]> } : T;

export interface Account {
  readonly login: string;
  readonly type: 'Bot' | 'User';
}

export interface StoredComment {
  readonly id: number;
  readonly issue: number;
  readonly user: Account;
  body: string;
  readonly created: number;
  updated: number;
}

export interface StoredPull {
  readonly number: number;
  headSha: string;
  state?: 'open' | 'closed';
  /** Owner of the repository that the branch lives in; another than the base's is a fork. */
  readonly headOwner?: string;
  readonly headBranch?: string;
}

export interface Place {
  readonly api: string;
  readonly web: string;
  readonly owner: string;
  readonly repo: string;
}

/** An account's number: the same login always has the same one. */
function idOf(login: string): number {
  return Array.from(login).reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 1_000_003, 7);
}

export function userShape({ login, type }: Account, { api, web }: Place): Schemas['simple-user'] {
  const url = `${api}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: idOf(login),
    node_id: `U_${idOf(login)}`,
    avatar_url: `${web}/avatars/u/${idOf(login)}`,
    gravatar_id: '',
    url,
    html_url: `${web}/${login.endsWith('[bot]') ? `apps/${login.slice(0, -5)}` : login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
  } satisfies Schemas['simple-user'];
}

export function commentShape(comment: StoredComment, place: Place): Schemas['issue-comment'] {
  const { api, web, owner, repo } = place;
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${api}/repos/${owner}/${repo}/issues/comments/${comment.id}`,
    html_url: `${web}/${owner}/${repo}/pull/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${api}/repos/${owner}/${repo}/issues/${comment.issue}`,
    body: comment.body,
    user: userShape(comment.user, place),
    created_at: new Date(comment.created).toISOString(),
    updated_at: new Date(comment.updated).toISOString(),
    author_association: comment.user.type === 'Bot' ? 'NONE' : 'CONTRIBUTOR',
    performed_via_github_app: null,
  } satisfies Schemas['issue-comment'];
}

export function pullShape(pull: StoredPull, { api, web, owner, repo }: Place): Part<Schemas['pull-request']> {
  const headOwner = pull.headOwner ?? owner;
  return {
    number: pull.number,
    state: pull.state ?? 'open',
    url: `${api}/repos/${owner}/${repo}/pulls/${pull.number}`,
    html_url: `${web}/${owner}/${repo}/pull/${pull.number}`,
    head: {
      label: `${headOwner}:${pull.headBranch ?? 'topic'}`,
      ref: pull.headBranch ?? 'topic',
      sha: pull.headSha,
      repo: { name: repo, full_name: `${headOwner}/${repo}`, fork: headOwner !== owner, owner: { login: headOwner } },
    },
    base: { ref: 'main', sha: '0'.repeat(40), repo: { name: repo, full_name: `${owner}/${repo}` } },
  } satisfies Part<Schemas['pull-request']>;
}

export function errorShape(status: number, message: string, errors?: string[]): Schemas['validation-error-simple'] {
  const documentation_url = 'https://docs.github.com/rest';
  const shape = { message, documentation_url, status: String(status) } satisfies Schemas['basic-error'];
  return errors === undefined ? shape : { ...shape, errors };
}
