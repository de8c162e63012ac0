import type { EndpointOptions } from '../options.js';
import { costOf, USUAL_REPLY, type Tokens } from './estimate.js';
import type { Admission } from './throttle.js';

type Budget = EndpointOptions['budget'];
type Prices = EndpointOptions['prices'];

/** What was used, as the endpoint told it. */
export interface Spent {
  /** Requests that were sent, whatever came of them. */
  readonly calls: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  /** Replies whose tokens the endpoint did not tell; the budget counts an estimate for them. */
  readonly untold: number;
  /** In the currency of the prices; null where there are none. */
  readonly cost: number | null;
}

/** Counts what judging costs and keeps it within the budget. */
export class Meter {
  private readonly budget: Budget;
  private readonly prices: Prices;
  private calls = 0;
  private untold = 0;
  private told = { input: 0, output: 0 };
  /** What counts against the budget: what was told, and estimates where nothing was. */
  private counted = { input: 0, output: 0 };
  private replies = 0;
  private reserved = { input: 0, output: 0 };
  private exceeded: string | null = null;

  constructor(budget: Budget, prices: Prices) {
    this.budget = budget;
    this.prices = prices;
  }

  /** Which part of the budget is used up, as a clause; null while there is some left. */
  get exhausted(): string | null {
    return this.exceeded;
  }

  /**
   * Counts a call that is about to be sent, where the budget allows it. Tokens are only known afterwards: until then an
   * estimate is set aside, so that what is spent can pass the budget by no more than the estimates are wrong.
   */
  admit(estimate: Tokens): Admission {
    const { calls, tokens, cost } = this.budget;
    if (calls !== null && this.calls >= calls) return this.refuse(`${calls} calls`);
    const after = { input: this.counted.input + estimate.input, output: this.counted.output + estimate.output };
    if (tokens !== null && after.input + after.output > tokens) return this.refuse(`${tokens} tokens`);
    if (cost !== null && (costOf(after, this.prices) ?? 0) > cost) return this.refuse(`a cost of ${cost}`);
    const all = { input: after.input + this.reserved.input, output: after.output + this.reserved.output };
    if (tokens !== null && all.input + all.output > tokens) return 'later';
    if (cost !== null && (costOf(all, this.prices) ?? 0) > cost) return 'later';
    this.calls++;
    this.reserved.input += estimate.input;
    this.reserved.output += estimate.output;
    return 'now';
  }

  /**
   * Counts what came back for a call.
   * @param usage as the endpoint told it; 'untold' for a reply without it, null for no reply
   */
  settle(estimate: Tokens, usage: Tokens | 'untold' | null): void {
    this.reserved.input -= estimate.input;
    this.reserved.output -= estimate.output;
    if (usage === null) return;
    this.replies++;
    const told = usage === 'untold' ? null : usage;
    if (told === null) this.untold++;
    this.told.input += told?.input ?? 0;
    this.told.output += told?.output ?? 0;
    this.counted.input += told?.input ?? estimate.input;
    this.counted.output += told?.output ?? estimate.output;
  }

  /** What a reply is expected to have: as many tokens as the ones so far, on average. */
  expectedReply(): number {
    return this.replies === 0 ? USUAL_REPLY : Math.ceil(this.counted.output / this.replies);
  }

  spent(): Spent {
    const { calls, told, untold } = this;
    return {
      calls,
      input_tokens: told.input,
      output_tokens: told.output,
      untold,
      cost: costOf(told, this.prices),
    };
  }

  private refuse(what: string): Admission {
    this.exceeded = what;
    return 'never';
  }
}
