import type { PublishInput, PublishResult, Timing } from './types.js';

/** Not used yet: signatures first. */
export function publish(input: PublishInput, timing?: Timing): Promise<PublishResult> {
  void timing;
  void input.context;
  return Promise.resolve({ commentUrl: null, warnings: [] });
}
