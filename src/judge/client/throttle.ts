/** Whether a request may go out: now, not before others have come back, or never. */
export type Admission = 'now' | 'later' | 'never';

interface Waiting {
  readonly admit: () => Admission;
  readonly resolve: (entered: boolean) => void;
}

/** Decisions rest on this many answers at least, so that one refusal of a random kind is no reason to slow down. */
const MIN_WINDOW = 8;
/** The share of answers "too busy" that halves the number of requests at once. */
const TOO_BUSY = 0.25;

/**
 * Lets requests out, a limited number at once. The limit follows what the endpoint bears: it halves where a quarter of
 * the answers are "too busy", and grows by one after as many answers as it allows otherwise (additive increase,
 * multiplicative decrease). A pause that the endpoint asks of one request holds for all.
 */
export class Throttle {
  private readonly most: number;
  private bound: number;
  private active = 0;
  private answers = 0;
  private refusals = 0;
  private pausedUntil = 0;
  private timer: NodeJS.Timeout | null = null;
  /** First come, first served; those that were sent before go before all others. */
  private readonly queues: readonly [again: Waiting[], first: Waiting[]] = [[], []];
  private closed = false;

  /** @param most requests at once */
  constructor(most: number) {
    this.most = most;
    this.bound = most;
  }

  /** How many requests may be under way at once, as of now. */
  get limit(): number {
    return this.bound;
  }

  /**
   * Waits for a place. Who gets one must `leave`.
   * @param again whether it was sent before: what has been begun is brought to an end first
   * @param admit asked when there is a place; `now` takes it
   * @returns false where there will never be one
   */
  enter(again: boolean, admit: () => Admission): Promise<boolean> {
    return new Promise((resolve) => {
      this.queues[again ? 0 : 1].push({ admit, resolve });
      this.pump();
    });
  }

  /** @param signal what the answer says about the endpoint's load; null: nothing */
  leave(signal: 'fine' | 'busy' | null): void {
    this.active--;
    if (signal !== null) {
      this.answers++;
      if (signal === 'busy') this.refusals++;
      if (this.answers >= Math.max(MIN_WINDOW, this.bound)) this.adapt();
    }
    this.pump();
  }

  /**
   * Lets nobody out for a while.
   * @returns whether this begins a pause; false where one was under way
   */
  pause(milliseconds: number): boolean {
    const until = performance.now() + milliseconds;
    const running = this.timer !== null;
    if (this.closed || until <= this.pausedUntil) return !running;
    this.pausedUntil = until;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      this.pump();
    }, milliseconds);
    return !running;
  }

  /** Sends all away who wait, and all who come. */
  close(): void {
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.pump();
  }

  private adapt(): void {
    const busy = this.refusals / this.answers >= TOO_BUSY;
    this.bound = busy ? Math.max(1, Math.floor(this.bound / 2)) : Math.min(this.most, this.bound + 1);
    this.answers = 0;
    this.refusals = 0;
  }

  private pump(): void {
    while (this.mayEnter()) {
      const queue = this.queues.find(({ length }) => length > 0);
      if (queue === undefined) return;
      const { admit, resolve } = queue[0]!;
      const admission = this.closed ? 'never' : admit();
      if (admission === 'later' && this.active > 0) return;
      queue.shift();
      if (admission === 'now') this.active++;
      resolve(admission === 'now');
    }
  }

  private mayEnter(): boolean {
    return this.closed || (this.timer === null && this.active < this.bound);
  }
}
