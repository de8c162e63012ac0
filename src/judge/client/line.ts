import type { Log } from '../../log.js';
import { Random } from '../../stats/index.js';
import type { EndpointOptions } from '../options.js';
import type { Part } from './complaint.js';
import { Connection } from './connection.js';
import type { Endpoint } from './endpoint.js';
import { Exchange } from './exchange.js';
import { Meter } from './meter.js';
import type { Wire } from './service.js';
import { Stopper } from './stopper.js';
import { Throttle } from './throttle.js';

export interface LineOptions {
  readonly endpoint: EndpointOptions;
  /** Null: the endpoint takes none. */
  readonly apiKey: string | null;
  /** Decides how long retries wait; nothing else is random. */
  readonly seed: string;
  readonly log: Log;
  /** Stops the run, as SIGTERM should. */
  readonly signal: AbortSignal | null;
}

/** What it takes to ask one endpoint for one thing, within a budget and a deadline. */
export interface Line<S extends { readonly parts: ReadonlySet<Part> }, R> {
  readonly connection: Connection;
  readonly exchange: Exchange<S, R>;
  readonly meter: Meter;
  readonly stopper: Stopper;
  /** Ends the run, and lets go of timers and connections. */
  close(): void;
}

/** Milliseconds that calls under way have left when the run is told to stop: they are paid for. A runner waits longer. */
const GRACE = 2000;

/** @throws GateError where the key can't be sent */
export function openLine<S extends { readonly parts: ReadonlySet<Part> }, R>(
  address: Endpoint,
  { endpoint, apiKey, seed, log, signal }: LineOptions,
  wire: Wire<S, R>,
): Line<S, R> {
  const { model, concurrency, timeout, deadline } = endpoint;
  const { key, who } = wire.service;
  const connection = new Connection(address, apiKey, timeout * 1000, concurrency, wire.service);
  const throttle = new Throttle(concurrency);
  const meter = new Meter(endpoint.budget, endpoint.prices);
  const stopper = new Stopper();
  stopper.onStop(() => throttle.close());
  const halt = (why: string): void => {
    stopper.stop(why);
    connection.abort();
  };
  const graces: NodeJS.Timeout[] = [];
  const onSignal = (): void => {
    stopper.stop('the run was told to stop');
    graces.push(setTimeout(() => connection.abort(), GRACE).unref());
  };
  const timer = setTimeout(() => halt(`${key}.deadline of ${deadline} seconds has passed`), deadline * 1000);
  timer.unref(); // it keeps nothing going on its own
  if (signal?.aborted === true) onSignal();
  signal?.addEventListener('abort', onSignal, { once: true });
  const exchange = new Exchange<S, R>({
    ...{ connection, wire, throttle, meter, stopper, log, model },
    random: new Random(`${seed}:${key}`),
    deadline: Date.now() + deadline * 1000,
  });
  return {
    connection,
    exchange,
    meter,
    stopper,
    close: () => {
      clearTimeout(timer);
      graces.forEach(clearTimeout);
      signal?.removeEventListener('abort', onSignal);
      stopper.stop(`${who} was closed`);
      connection.close();
    },
  };
}
