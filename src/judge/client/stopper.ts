import { setMaxListeners } from 'node:events';

/** Ends a run once: why it ended, for all who still wait. */
export class Stopper {
  private readonly controller = new AbortController();
  private reason: string | null = null;
  private readonly listeners: (() => void)[] = [];

  constructor() {
    setMaxListeners(0, this.controller.signal); // everyone who waits listens
  }

  /** One sentence; null while the run goes on. */
  get why(): string | null {
    return this.reason;
  }

  /** Aborted when waiting makes no more sense. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Called once, when the run is stopped. */
  onStop(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** The first reason stays. */
  stop(why: string): void {
    if (this.reason !== null) return;
    this.reason = why;
    this.controller.abort();
    for (const listener of this.listeners) listener();
  }
}
