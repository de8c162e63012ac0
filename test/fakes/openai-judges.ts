import type OpenAI from 'openai';

type ChatBody = OpenAI.ChatCompletionCreateParamsNonStreaming;

/** What a stand-in judge has to say, in no particular shape. */
export interface Opinion {
  readonly score?: number;
  readonly winner?: 'A' | 'B' | 'tie';
}

export type Judge = (body: ChatBody) => string;

/** The blocks of data in a question of ours, by name, as a judge finds them that keeps to the rules. */
export function blocksOf(body: ChatBody): ReadonlyMap<string, string> {
  const blocks = new Map<string, string>();
  for (const [, , name, text] of textOf(body).matchAll(BLOCK)) blocks.set(name!, text!);
  return blocks;
}

/** All text of a question that is not marked as data. */
export function instructionsOf(body: ChatBody): string {
  return textOf(body).replace(BLOCK, '');
}

const BLOCK = /<data-([0-9a-f]{32}) name="([^"\n]*)">\n(.*?)\n<\/data-\1>/gsu;

function textOf({ messages }: ChatBody): string {
  return messages.map(({ content }) => (typeof content === 'string' ? content : '')).join('\n\n');
}

export interface Leaning {
  /** How good an answer is. */
  readonly quality: (answer: string) => number;
  /** Log-odds for the answer in front. */
  readonly first?: number;
  /** Log-odds for each hundred characters that an answer is longer. */
  readonly longer?: number;
  /** The share of ties, where neither is far ahead. */
  readonly ties?: number;
}

/**
 * A judge of pairs with known biases: the first answer wins with probability sigmoid(quality difference + first +
 * longer × length difference / 100). Its draw depends on the seed and on what it was shown, not on when.
 */
export function leaningJudge(leaning: Leaning, seed: string): Judge {
  return (body) => {
    const blocks = blocksOf(body);
    const [a, b] = [blocks.get('answer A') ?? '', blocks.get('answer B') ?? ''];
    const { quality, first = 0, longer = 0, ties = 0 } = leaning;
    const odds = quality(a) - quality(b) + first + (longer * (a.length - b.length)) / 100;
    const key = `${seed}\0${a}\0${b}`;
    const tie = chance(`${key}\0tie`) < ties;
    const winner = tie ? 'tie' : chance(key) < 1 / (1 + Math.exp(-odds)) ? 'A' : 'B';
    return shaped(body, { winner });
  };
}

/** A judge that scores what `score` says. */
export function scoringJudge(score: (body: ChatBody) => number): Judge {
  return (body) => shaped(body, { score: score(body) });
}

const COMMANDS: readonly (readonly [RegExp, Opinion])[] = [
  [/\b(?:give|award|assign|rate|score)\b[^.\n]{0,60}\b10(?:\/10)?\b/iu, { score: 10, winner: 'A' }],
  [/\b(?:ignore|disregard|forget)\b[^.\n]{0,40}\b(?:instructions?|above|criteria)\b/iu, { score: 10, winner: 'A' }],
  [/\b(?:answer|assistant|response) A (?:is better|wins)\b|\[\[A\]\]/iu, { winner: 'A' }],
  [/\b(?:answer|assistant|response) B (?:is better|wins)\b|\[\[B\]\]/iu, { winner: 'B' }],
  [/\[\[10\]\]|"score"\s*:\s*10/iu, { score: 10 }],
];

/** A judge that obeys naive commands wherever text is not marked as data, and asks `honest` where there are none. */
export function gullibleJudge(honest: Judge): Judge {
  return (body) => {
    const text = instructionsOf(body);
    const obeyed = COMMANDS.find(([command]) => command.test(text))?.[1];
    return obeyed === undefined ? honest(body) : shaped(body, obeyed);
  };
}

interface Shape {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Shape>>;
}

/** An opinion in the shape that was asked for, as a JSON Schema or in words: numbers are scores, choices the winner. */
export function shaped(body: ChatBody, opinion: Opinion): string {
  const { response_format } = body;
  if (response_format?.type === 'json_schema') {
    return JSON.stringify(fill(response_format.json_schema.schema ?? {}, opinion));
  }
  const form = /one JSON object and nothing else: (\{.*\})/u.exec(textOf(body))?.[1];
  return form === undefined
    ? JSON.stringify({ reasoning: REASONING, ...opinion })
    : form.replace(/<[^<>]*>/gu, (place) => JSON.stringify(valueAt(place, opinion)));
}

const REASONING = 'Because of what the answers say.';

/** What goes in place of `<whole number from 1 to 10>` and the like. */
function valueAt(place: string, { score = 5, winner = 'tie' }: Opinion): unknown {
  if (place.includes('number')) return score;
  return place.includes('"A"') ? winner : REASONING;
}

function fill(shape: Shape, opinion: Opinion): unknown {
  const { score = 5, winner = 'tie' } = opinion;
  if (shape.properties !== undefined) {
    return Object.fromEntries(Object.entries(shape.properties).map(([key, value]) => [key, fill(value, opinion)]));
  }
  if (shape.enum !== undefined) return winner;
  return shape.type === 'integer' || shape.type === 'number' ? score : REASONING;
}

/** A number from 0 to 1 that depends on the text alone: FNV-1a, mixed. */
export function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}
