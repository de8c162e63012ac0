import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import {
  commentShape,
  errorShape,
  pullShape,
  userShape,
  type Account,
  type Place,
  type StoredComment,
  type StoredPull,
} from './github-shapes.js';

export type { Account } from './github-shapes.js';

/** What a token is allowed to do. An app's installation (every GITHUB_TOKEN) may not ask REST who it is. */
export interface TokenMode extends Account {
  readonly access: 'write' | 'read-only';
}

export interface FakeGitHubOptions {
  readonly owner?: string;
  readonly repo?: string;
  /** '' as on github.com, '/api/v3' as on GitHub Enterprise Server. */
  readonly prefix?: string;
  readonly pulls?: readonly StoredPull[];
  readonly tokens?: Readonly<Record<string, TokenMode>>;
  /** False: as a server that does not answer GraphQL. */
  readonly graphql?: boolean;
  /** Milliseconds before each request is handled, and again before it is answered. */
  readonly latency?: number;
  readonly port?: number;
  readonly onRequest?: (request: SeenRequest) => void;
}

export interface SeenRequest {
  readonly method: string;
  /** With its query, without the prefix. */
  readonly path: string;
  readonly authorization: string;
  readonly body: string;
}

/** Something that goes wrong, as often as `times` says, for requests whose `METHOD /path` matches. */
export interface Trouble {
  readonly match: RegExp;
  times: number;
  /** True: GitHub does what was asked, and only its answer goes wrong. */
  readonly done?: boolean;
  /** 'reset' closes the connection without an answer, 'hang' never answers. */
  readonly answer: 'reset' | 'hang' | { status: number; message: string; headers?: Record<string, string> };
}

export interface FakeGitHub {
  /** What GITHUB_API_URL would be. */
  readonly apiUrl: string;
  /** What GITHUB_SERVER_URL would be. */
  readonly serverUrl: string;
  readonly comments: StoredComment[];
  readonly pulls: StoredPull[];
  readonly requests: SeenRequest[];
  readonly troubles: Trouble[];
  /** Puts a comment into the store, as if somebody had written it. */
  seed(issue: number, user: Account, body: string): StoredComment;
  /** Called when a request has been handled and is not answered yet: where another run comes in between. */
  between: ((request: SeenRequest) => void) | null;
  close(): Promise<void>;
}

export const actionsBot: Account = { login: 'github-actions[bot]', type: 'Bot' };
/** GitHub counts characters of a comment, not bytes. */
const COMMENT_CHARACTERS = 65_536;

interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
}

/** A server on this machine that answers what eval-gate asks of GitHub, in GitHub's shapes, from memory. */
export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const { owner = 'octo', repo = 'train', prefix = '', latency = 0 } = options;
  const tokens = new Map<string, TokenMode>(
    Object.entries(options.tokens ?? { 'write-token': { ...actionsBot, access: 'write' } }),
  );
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const place: Place = { api: web + prefix, web, owner, repo };
  let clock = Date.UTC(2026, 0, 1);
  let nextId = 1000;

  const fake: FakeGitHub = {
    apiUrl: place.api,
    serverUrl: web,
    comments: [],
    pulls: (options.pulls ?? [{ number: 7, headSha: 'a'.repeat(40) }]).map((pull) => ({ ...pull })),
    requests: [],
    troubles: [],
    between: null,
    seed(issue, user, body) {
      const now = (clock += 1000);
      const comment = { id: nextId++, issue, user, body, created: now, updated: now };
      fake.comments.push(comment);
      return comment;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return fake;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = request.url ?? '/';
    const seen: SeenRequest = {
      method: request.method ?? 'GET',
      path: prefix !== '' && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path,
      authorization: request.headers.authorization ?? '',
      body: Buffer.concat(chunks).toString('utf8'),
    };
    fake.requests.push(seen);
    options.onRequest?.(seen);
    if (latency > 0) await wait(latency);
    const trouble = fake.troubles.find((each) => each.times > 0 && each.match.test(`${seen.method} ${seen.path}`));
    if (trouble !== undefined) trouble.times--;
    if (trouble?.done === true) route(seen, path);
    if (trouble?.answer === 'hang') return;
    if (trouble?.answer === 'reset') {
      request.socket.destroy();
      return;
    }
    const answer =
      trouble === undefined
        ? route(seen, path)
        : {
            status: trouble.answer.status,
            json: errorShape(trouble.answer.status, trouble.answer.message),
            headers: trouble.answer.headers ?? {},
          };
    fake.between?.(seen);
    if (latency > 0) await wait(latency);
    const text = answer.json === undefined ? '' : JSON.stringify(answer.json);
    response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers });
    response.end(text);
  }

  function route(seen: SeenRequest, path: string): Answer {
    const token = tokens.get(/^(?:token|bearer) (.+)$/iu.exec(seen.authorization)?.[1] ?? '');
    if (token === undefined) return refuse(401, 'Bad credentials');
    if (path === (prefix === '' ? '/graphql' : '/api/graphql') && seen.method === 'POST' && options.graphql !== false) {
      // The only question that is asked in GraphQL.
      const { query } = JSON.parse(seen.body) as { query: string };
      if (!/^query \{ viewer \{ login \} \}$/u.test(query))
        return { status: 200, json: { errors: [{ message: query }] } };
      return { status: 200, json: { data: { viewer: { login: token.login } } } };
    }
    if (prefix !== '' && !path.startsWith(`${prefix}/`)) return refuse(404, 'Not Found');
    const url = new URL(seen.path, web);
    if (url.pathname === '/user') {
      return token.type === 'Bot' ? notAccessible() : { status: 200, json: userShape(token, place) };
    }
    const home = `/repos/${owner}/${repo}`;
    if (!url.pathname.startsWith(`${home}/`)) return refuse(404, 'Not Found');
    const what = `${seen.method} ${url.pathname.slice(home.length)}`;
    let match: RegExpExecArray | null;
    if ((match = /^(GET|POST) \/issues\/(\d+)\/comments$/u.exec(what)) !== null) {
      const issue = Number(match[2]);
      if (!fake.pulls.some((pull) => pull.number === issue)) return refuse(404, 'Not Found');
      if (match[1] === 'POST') return write(token, seen, (body) => [201, fake.seed(issue, account(token), body)]);
      const all = fake.comments.filter((comment) => comment.issue === issue);
      return paginate(
        all.map((comment) => commentShape(comment, place)),
        url,
      );
    }
    if ((match = /^(PATCH|DELETE) \/issues\/comments\/(\d+)$/u.exec(what)) !== null) {
      const index = fake.comments.findIndex((comment) => comment.id === Number(match?.[2]));
      const comment = fake.comments[index];
      if (comment === undefined) return refuse(404, 'Not Found');
      if (match[1] === 'PATCH') {
        // As on GitHub, write access is enough to edit what others wrote.
        return write(token, seen, (body) => [200, Object.assign(comment, { body, updated: (clock += 1000) })]);
      }
      if (token.access === 'read-only') return notAccessible();
      fake.comments.splice(index, 1);
      return { status: 204 };
    }
    if ((match = /^GET \/pulls\/(\d+)$/u.exec(what)) !== null) {
      const pull = fake.pulls.find((each) => each.number === Number(match?.[1]));
      return pull === undefined ? refuse(404, 'Not Found') : { status: 200, json: pullShape(pull, place) };
    }
    if (what === 'GET /pulls') {
      const [headOwner, branch] = (url.searchParams.get('head') ?? '').split(':');
      const found = fake.pulls.filter(
        (pull) =>
          (pull.state ?? 'open') === 'open' &&
          (pull.headOwner ?? owner) === headOwner &&
          (pull.headBranch ?? 'topic') === branch,
      );
      return paginate(
        found.map((pull) => pullShape(pull, place)),
        url,
      );
    }
    if ((match = /^GET \/commits\/(\w+)\/pulls$/u.exec(what)) !== null) {
      // A commit that only a fork has is listed for nobody.
      const found = fake.pulls.filter((pull) => pull.headSha === match?.[1] && (pull.headOwner ?? owner) === owner);
      return paginate(
        found.map((pull) => pullShape(pull, place)),
        url,
      );
    }
    return refuse(404, 'Not Found');
  }

  function write(token: TokenMode, seen: SeenRequest, store: (body: string) => [number, StoredComment]): Answer {
    if (token.access === 'read-only') return notAccessible();
    const { body } = JSON.parse(seen.body) as { body?: unknown };
    if (typeof body !== 'string' || body === '') return refuse(422, 'Validation Failed', ["body can't be blank"]);
    if (Array.from(body).length > COMMENT_CHARACTERS) {
      return refuse(422, 'Validation Failed', [`body is too long (maximum is ${COMMENT_CHARACTERS} characters)`]);
    }
    const [status, comment] = store(body);
    return { status, json: commentShape(comment, place) };
  }

  function paginate(all: readonly unknown[], url: URL): Answer {
    const size = Math.min(100, Number(url.searchParams.get('per_page') ?? 30));
    const page = Number(url.searchParams.get('page') ?? 1);
    const last = Math.max(1, Math.ceil(all.length / size));
    const link = (to: number, rel: string): string => {
      const target = new URL(place.api + url.pathname + url.search);
      target.searchParams.set('page', String(to));
      return `<${target.href}>; rel="${rel}"`;
    };
    const links = [
      ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
      ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ];
    const headers: Record<string, string> = links.length === 0 ? {} : { link: links.join(', ') };
    return { status: 200, json: all.slice((page - 1) * size, page * size), headers };
  }
}

function account({ login, type }: Account): Account {
  return { login, type };
}

function refuse(status: number, message: string, errors?: string[]): Answer {
  return { status, json: errorShape(status, message, errors) };
}

function notAccessible(): Answer {
  return refuse(403, 'Resource not accessible by integration');
}
