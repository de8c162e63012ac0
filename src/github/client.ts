import { setTimeout as wait } from 'node:timers/promises';
import type { GitHub as GitHubClient } from '@actions/github/lib/utils';
import { retryAfter } from './faults.js';
import type { EventContext, Timing } from './types.js';

/** A client of GitHub's API for one repository. */
export type Client = InstanceType<typeof GitHubClient>;

export const realTiming: Timing = { sleep: (milliseconds) => wait(milliseconds), requestTimeout: 20_000 };

const RETRIES = 3;
/** All waiting of one run together, in milliseconds: a comment is not worth more of a runner's time. */
const WAIT_BUDGET = 30_000;

/**
 * A client that retries what GitHub asks to retry (rate limits, its own failures) and nothing else.
 * The package is loaded here, not with this module, and by its `lib/utils`: its main entry reads the event file on
 * import and throws where that is broken.
 */
export async function connect({ apiUrl }: EventContext, token: string, timing: Timing): Promise<Client> {
  const { GitHub, getOctokitOptions } = await import('@actions/github/lib/utils');
  const client = new GitHub(getOctokitOptions(token, { baseUrl: apiUrl, userAgent: 'eval-gate', log: silent }));
  let budget = WAIT_BUDGET;
  client.hook.wrap('request', async (request, options) => {
    for (let failures = 0; ; failures++) {
      try {
        // Set on the options themselves: the hook that signs requests is called with these, not with a copy.
        options.request = { ...options.request, signal: AbortSignal.timeout(timing.requestTimeout) };
        return await request(options);
      } catch (error) {
        const delay = failures < RETRIES ? retryAfter(error, failures) : null;
        if (delay === null || delay > budget) throw error;
        budget -= delay;
        await timing.sleep(delay);
      }
    }
  });
  return client;
}

/** The package's own log prints requests; what goes wrong is said by us, in words. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function nothing(): void {
  // says nothing
}
