import { setTimeout as sleep } from 'node:timers/promises';
import { GateError } from '../errors.js';
import type { Log } from '../log.js';
import type { Judge } from './judge.js';
import type { Slot, SuitePlan } from './suite.js';

/** Milliseconds after which the first requests are on their way, so that other work does not hold them up. */
const HEAD_START = 20;
/** Work in hand for each call at a time, since some of it waits to try again. */
const IN_HAND = 4;

/** Asks, and does other work while calls are under way. */
export type Asking = (meanwhile: () => Promise<void>) => Promise<void>;

/**
 * Takes what the cache knows, and says what the rest will take, over all suites that share a judge and its budget.
 * @returns what asks for the rest
 * @throws GateError where that passes the budget; nobody has been asked then
 */
export async function prepareAsking(plans: readonly SuitePlan[], judge: Judge, log: Log): Promise<Asking> {
  const { estimate, estimateText, overBudget, runAll, spentText } = await import('./client/index.js');
  const { endpoint } = judge;
  const open: Slot[] = [];
  const sizes: number[] = [];
  for (const { slots } of plans) {
    const different = new Set<string>();
    for (const slot of slots) {
      const known = judge.remembers ? judge.known(slot.ask()) : null;
      if (known !== null) {
        slot.take(known);
        continue;
      }
      open.push(slot);
      const before = different.size;
      if (different.add(slot.identity).size > before) sizes.push(slot.size.bytes);
    }
  }
  const expected = estimate(sizes, endpoint);
  const all = plans.reduce((sum, { slots }) => sum + slots.length, 0);
  log.info(`judge: ${estimateText(expected, all, open.length)}`);
  if (open.length === 0) return (meanwhile) => meanwhile();
  const over = overBudget(expected, endpoint.budget);
  if (over !== null) {
    throw new GateError(`judging takes ${over}, so nothing was asked; raise the budget, or judge fewer examples`, {
      key: 'judge.budget',
    });
  }
  return async (meanwhile) => {
    await judge.open();
    const asked = runAll(open, (slot) => judge.ask(slot.ask()), {
      inHand: IN_HAND * endpoint.concurrency,
      total: open.length,
      onResult: (slot, result) => slot.take(result),
      isFailed: (result) => 'failed' in result,
      log,
      also: () => spentText(judge.usage()),
    });
    await Promise.all([asked, sleep(HEAD_START).then(meanwhile)]);
  };
}
