import { GateError } from '../../errors.js';
import type { Service } from './service.js';

const OPENAI = 'https://api.openai.com/v1';
/** A path part that says which version of an API it is: v1, v4, v1beta. */
const VERSION = /^v\d+(?:(?:alpha|beta)\d*)?$/u;
/** Azure's older form, which names the model in the path and takes no bearer token for a key. */
const DEPLOYMENT = /\/openai\/deployments\/[^/]+$/u;

/** Where something is asked for. */
export interface Endpoint {
  /** What the service's path is put behind, the likeliest first. Where the address leaves no doubt it is one. */
  readonly bases: readonly [string, ...string[]];
  /** Whether the key goes into Azure's own header. */
  readonly azure: boolean;
}

/**
 * Reads `base_url` as people write it: with or without a slash at its end, with or without the version, with the full
 * path of the service, or as one of Azure's deployments.
 * @param baseUrl null: OpenAI's own
 * @throws GateError where it can't be an address
 */
export function readEndpoint(baseUrl: string | null, service: Service): Endpoint {
  const url = parse(baseUrl ?? OPENAI, service);
  let path = url.pathname.replace(/\/{2,}/gu, '/').replace(/\/$/u, '');
  const full = path.endsWith(service.path);
  if (full) path = path.slice(0, -service.path.length);
  const deployment = DEPLOYMENT.test(path);
  const azure = deployment || url.hostname.endsWith('.azure.com');
  if (deployment && !url.searchParams.has('api-version')) {
    throw fault('needs ?api-version=… behind the name of the deployment, as Azure shows it', service);
  }
  const at = (to: string): string => url.origin + to + url.search;
  if (full || deployment || path.split('/').some((part) => VERSION.test(part))) {
    return { bases: [at(path)], azure };
  }
  if (azure && /^(?:\/openai)?$/u.test(path)) return { bases: [at('/openai/v1')], azure };
  // A bare host mostly wants the version; a gateway's path may be complete as it is.
  return { bases: path === '' ? [at('/v1'), at('')] : [at(path), at(`${path}/v1`)], azure };
}

/** The address that is asked, without anything that could be secret. */
export function shownUrl(base: string, { path }: Service): string {
  const { origin, pathname, searchParams } = new URL(base);
  const version = searchParams.get('api-version');
  const query = version === null ? '' : `?api-version=${encodeURIComponent(version)}`;
  return origin + pathname.replace(/\/$/u, '') + path + query;
}

function parse(text: string, service: Service): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw fault('is not an address that starts with https:// or http://', service);
  }
  if (url.username !== '' || url.password !== '') {
    throw fault(
      `must not hold a user name or a password; put the key into the variable that ${service.key}.api_key_env names`,
      service,
    );
  }
  return url;
}

function fault(what: string, { key }: Service): GateError {
  return new GateError(what, { key: `${key}.base_url` });
}
