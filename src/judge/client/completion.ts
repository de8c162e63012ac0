/** What matters of a reply, read from whatever a server sent: nothing of it is believed to have the right type. */
export interface Completion {
  /** The reply without reasoning; `''` where there is none. */
  readonly text: string;
  readonly finish: string;
  readonly refusal: string | null;
  /** The model as the server named it. */
  readonly model: string | null;
  /** Tokens; null where the server does not say. */
  readonly usage: { readonly input: number; readonly output: number } | null;
}

/** Finish reasons of OpenAI, and what Google's and Anthropic's compatible endpoints let through. */
const CUT_OFF = /^(?:length|max_?tokens|model_length)$/iu;
const FILTERED = /content_?filter|safety|prohibited|recitation|blocklist|\bspii\b|sensitive/iu;
const CLOSING_TAG = /^[^]*<\/think(?:ing)?>/iu;
const OPENING_TAG = /^\s*<think(?:ing)?>/iu;

/** @returns null where the value is no chat completion */
export function readCompletion(value: unknown): Completion | null {
  const body = objectOf(value);
  const choices = body?.['choices'];
  if (body === null || !Array.isArray(choices)) return null;
  // No choices at all is how some gateways pass on a reply that a filter emptied.
  const choice = objectOf(choices[0]) ?? {};
  const message = objectOf(choice['message']) ?? {};
  const { refusal } = message;
  const finish = choice['finish_reason'];
  return {
    text: withoutReasoning(textOf(message['content'])),
    finish: typeof finish === 'string' ? finish : '',
    refusal: typeof refusal === 'string' && refusal.trim() !== '' ? refusal : null,
    model: typeof body['model'] === 'string' && body['model'] !== '' ? body['model'] : null,
    usage: usageOf(objectOf(body['usage'])),
  };
}

export function wasCutOff({ finish }: Completion): boolean {
  return CUT_OFF.test(finish);
}

export function wasFiltered({ finish }: Completion): boolean {
  return FILTERED.test(finish);
}

/** Whether the model behind a gateway failed in the middle, as OpenRouter says it. */
export function wasBroken({ finish }: Completion): boolean {
  return /^(?:error|network_error)$/iu.test(finish);
}

/**
 * Drops everything up to the last closing tag of reasoning, whose opening tag many chat templates leave out. A reply
 * that is an object as a whole stays as it is: its texts may quote such tags from the answers that it judges.
 */
export function withoutReasoning(text: string): string {
  if (isObject(text)) return text;
  const rest = text.replace(CLOSING_TAG, '');
  return rest === text && OPENING_TAG.test(text) ? '' : rest;
}

function isObject(text: string): boolean {
  if (!/^\s*\{/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Content is text, or parts of which some are reasoning (Mistral). */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part: unknown) => {
      const { type, text } = objectOf(part) ?? {};
      return type === 'text' && typeof text === 'string' ? text : '';
    })
    .join('');
}

function usageOf(usage: Readonly<Record<string, unknown>> | null): Completion['usage'] {
  const [input, output] = [usage?.['prompt_tokens'], usage?.['completion_tokens']];
  return isCount(input) && isCount(output) ? { input, output } : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}
