import type * as openaiPackage from 'openai';
import { GateError } from '../../errors.js';
import { objectOf } from './completion.js';
import { shownUrl, type Endpoint } from './endpoint.js';
import type { Outcome } from './fault.js';
import { keepAliveHttp, type Http } from './http.js';
import type { Service } from './service.js';

/** A key that is shorter is a placeholder, such as "none", and words like it are no secrets. */
const MIN_SECRET = 8;

type OpenAIModule = typeof openaiPackage;
type Client = InstanceType<OpenAIModule['OpenAI']>;

interface Opened {
  readonly openai: OpenAIModule;
  /** One for each address. */
  readonly clients: readonly Client[];
}

/** The package's error for an answer with a status. */
interface Answered extends Error {
  readonly status: number;
  readonly headers: Headers | undefined;
  /** The error in the body, or all of the body; undefined where it is no JSON. */
  readonly error: unknown;
}

/** Speaks to one endpoint through the openai package, without its own retries, and never lets the key out. */
export class Connection {
  private readonly endpoint: Endpoint;
  private readonly key: string | null;
  private readonly timeout: number;
  private readonly service: Service;
  private readonly http: Http;
  private opened: Promise<Opened> | null = null;
  private at = 0;

  /**
   * @param key null: the endpoint takes none
   * @param timeout of one request, its whole reply included, in milliseconds
   * @throws GateError where the key can't be sent
   */
  constructor(endpoint: Endpoint, key: string | null, timeout: number, connections: number, service: Service) {
    this.endpoint = endpoint;
    this.service = service;
    this.key = key?.trim() ?? null; // secrets are often pasted with a line end
    if (this.key !== null && !/^[\x21-\x7e]+$/u.test(this.key)) {
      throw new GateError(
        'names a variable whose value is no key: it is empty, or holds spaces or letters that no header may hold',
        {
          key: `${service.key}.api_key_env`,
        },
      );
    }
    this.timeout = Math.max(1, Math.round(timeout));
    this.http = keepAliveHttp(connections);
  }

  get hasKey(): boolean {
    return this.key !== null;
  }

  /** The address that is asked, for people to read. */
  get url(): string {
    return shownUrl(this.endpoint.bases[this.at]!, this.service);
  }

  /** The address as a number, so that a request can tell whether it has changed since. */
  get address(): number {
    return this.at;
  }

  /**
   * Turns to the next address that the user may have meant.
   * @param from the address that was asked
   * @returns whether another one is to be asked; after the last one, `url` is the likeliest again
   */
  move(from: number): boolean {
    if (from !== this.at) return true;
    const more = this.at + 1 < this.endpoint.bases.length;
    this.at = more ? this.at + 1 : 0;
    return more;
  }

  /** Takes the key out of a text that came from outside. */
  hideKey(text: string): string {
    return this.key !== null && this.key.length >= MIN_SECRET ? text.replaceAll(this.key, '***') : text;
  }

  /** Takes everything out of an error's text that looks like a key, or like the ends of one around asterisks. */
  redact(text: string): string {
    return this.hideKey(text).replace(/[^\s*]*\*{2,}[^\s*]*|\bsk-[\w-]{8,}/gu, '***');
  }

  /** Loads the package and makes ready to post. */
  async open(): Promise<void> {
    this.opened ??= this.load();
    await this.opened;
  }

  /** @param send one request, through the package's client for the address */
  async post(send: (client: Client) => PromiseLike<unknown>): Promise<Outcome> {
    this.opened ??= this.load();
    const { clients, openai } = await this.opened;
    try {
      return { kind: 'answer', body: parsed(await send(clients[this.at]!)) };
    } catch (error) {
      return outcomeOf(error, openai);
    }
  }

  /** Ends what is under way. */
  abort(): void {
    this.http.abort();
  }

  /** Lets go of idle connections. */
  close(): void {
    this.http.close();
  }

  private async load(): Promise<Opened> {
    // Loaded where it is needed, since it takes longer than everything else that starts.
    const openai = await import('openai');
    const { azure, bases } = this.endpoint;
    // An Entra token is a JWT and goes where tokens go; Azure's own keys don't.
    const header = azure && this.key?.startsWith('eyJ') !== true ? { 'api-key': this.key } : {};
    const clients = bases.map(
      (baseURL) =>
        new openai.OpenAI({
          baseURL,
          apiKey: this.key ?? 'none',
          adminAPIKey: null,
          webhookSecret: null,
          // Those of the environment are OpenAI's, and none of another vendor's business.
          ...(baseURL.startsWith('https://api.openai.com/') ? {} : { organization: null, project: null }),
          defaultHeaders: {
            ...(this.key === null || 'api-key' in header ? { authorization: null } : {}),
            ...header,
          },
          maxRetries: 0,
          timeout: this.timeout,
          logLevel: 'off',
          fetch: this.http.fetch,
        }),
    );
    return { clients, openai };
  }
}

/** The package takes a body for JSON only where its type says so, which some servers forget. */
function parsed(body: unknown): unknown {
  if (typeof body !== 'string' || !body.trimStart().startsWith('{')) return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function outcomeOf(error: unknown, { APIConnectionTimeoutError, APIError }: OpenAIModule): Outcome {
  if (error instanceof APIConnectionTimeoutError) return { kind: 'timeout' };
  if (error instanceof SyntaxError) return { kind: 'answer', body: null };
  if (error instanceof APIError && typeof error.status === 'number') {
    const { status, headers, message } = error as Answered;
    const body = (error as Answered).error;
    return { kind: 'error', status, headers: headers ?? null, error: body ?? message.replace(/^\d{3} /u, '') };
  }
  // A connection that was lost, or one that never was.
  const { code, message } = causeOf(error);
  return { kind: 'lost', code, why: code === '' ? message : code };
}

/** Node's code for what went wrong lies some causes deep; the innermost message tells most. */
function causeOf(error: unknown): { code: string; message: string } {
  let message = '';
  for (let at = objectOf(error), depth = 0; at !== null && depth < 5; at = objectOf(at['cause']), depth++) {
    if (typeof at['message'] === 'string' && at['message'] !== '') message = at['message'];
    if (typeof at['code'] === 'string' && at['code'] !== '') return { code: at['code'], message };
  }
  return { code: '', message };
}
