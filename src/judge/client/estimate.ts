import type { EndpointOptions } from '../options.js';
import type { Question } from '../types.js';

type Budget = EndpointOptions['budget'];
type Prices = EndpointOptions['prices'];

export interface Tokens {
  readonly input: number;
  readonly output: number;
}

/** A language has three to five bytes a token; prompts are mostly English. */
const BYTES_PER_TOKEN = 4;
/** Reasoning of a few sentences and a verdict. */
export const USUAL_REPLY = 250;

/** Roughly how many tokens a question has. */
export function tokensOf(messages: Question['messages'], schema: Question['schema']): number {
  const bytes = messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  return Math.ceil((bytes + JSON.stringify(schema.json).length) / BYTES_PER_TOKEN);
}

/** What asking all questions will take if each is answered at once. */
export interface Estimate {
  readonly calls: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost: number | null;
}

/**
 * What judging will take, roughly: four bytes are taken for a token, and 250 tokens for a reply (or `max_tokens`, where
 * that is less), far more of which a reasoning model uses.
 * @param sizes of the questions, in bytes
 */
export function estimate(
  sizes: readonly number[],
  { params, prices }: Pick<EndpointOptions, 'params' | 'prices'>,
): Estimate {
  const limit = params['max_completion_tokens'] ?? params['max_tokens'];
  const reply = typeof limit === 'number' ? Math.min(limit, USUAL_REPLY) : USUAL_REPLY;
  const calls = sizes.length;
  const input = sizes.reduce((sum, bytes) => sum + Math.ceil(bytes / BYTES_PER_TOKEN), 0);
  const tokens = { input, output: calls * reply };
  return { calls, input_tokens: tokens.input, output_tokens: tokens.output, cost: costOf(tokens, prices) };
}

/** What is about to be asked, as a clause. */
export function estimateText({ calls, ...expected }: Estimate, questions: number, open: number): string {
  const known = `${count(questions)} questions, ${count(questions - open)} of them in the cache`;
  if (calls === 0) return known;
  const cost = expected.cost === null ? '' : `, a cost of about ${money(expected.cost)}`;
  return `${known}; ${count(calls)} calls to make, about ${count(tokensIn(expected))} tokens${cost}`;
}

/** What was spent, to follow a line about the progress. */
export function spentText(spent: Omit<Estimate, 'calls'>): string {
  return `; ${count(tokensIn(spent))} tokens${spent.cost === null ? '' : `, a cost of ${money(spent.cost)}`} so far`;
}

function tokensIn({ input_tokens, output_tokens }: Pick<Estimate, 'input_tokens' | 'output_tokens'>): number {
  return input_tokens + output_tokens;
}

/** Which part of the budget an estimate passes, as a clause such as "1,200 calls of 1,000"; null where none. */
export function overBudget(expected: Estimate, budget: Budget): string | null {
  const { calls, cost } = expected;
  const tokens = tokensIn(expected);
  if (budget.calls !== null && calls > budget.calls) return `${count(calls)} calls of ${count(budget.calls)}`;
  if (budget.tokens !== null && tokens > budget.tokens) {
    return `about ${count(tokens)} tokens of ${count(budget.tokens)}`;
  }
  if (budget.cost !== null && cost !== null && cost > budget.cost) {
    return `a cost of about ${money(cost)} of ${money(budget.cost)}`;
  }
  return null;
}

/** With a comma behind each thousand; by hand, since loading a language's rules for it takes longer than all else here. */
export function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

export function money(value: number): string {
  return value >= 0.01 ? value.toFixed(2) : value.toPrecision(2);
}

/** Money, in the currency of the prices; null where there are none. */
export function costOf({ input, output }: Tokens, prices: Prices): number | null {
  return prices === null ? null : (input * prices.input + output * prices.output) / 1e6;
}
