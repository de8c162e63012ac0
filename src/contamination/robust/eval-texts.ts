import type { EvalParts } from '../text.js';
import { type TokenArrays, Tokens } from './tokens.js';

/** The eval sets' questions and answers, each different text once: a question that is asked ten times is one text. */
export interface EvalTexts {
  /** All texts' tokens, one after another; those of text t are `starts[t]` up to `starts[t + 1]`. */
  readonly tokens: TokenArrays;
  readonly starts: Int32Array;
  /** Of each example the texts that are its question and its answer; an empty text is a text. */
  readonly questions: Int32Array;
  readonly answers: Int32Array;
  /** Texts that belong together: a question with all its answers. What stands twice in a group is not common for that. */
  readonly groups: readonly (readonly number[])[];
}

export function readEvalTexts(parts: readonly EvalParts[]): EvalTexts {
  const tokens = new Tokens();
  const pieces: TokenArrays[] = [];
  const starts = [0];
  const known = new Map<string, number>();
  const textOf = (text: string): number => {
    tokens.read(text);
    const hashes = tokens.hashes.slice(0, tokens.count);
    const key = Buffer.from(hashes.buffer).toString('latin1');
    let number = known.get(key);
    if (number === undefined) {
      number = pieces.length;
      known.set(key, number);
      pieces.push({
        hashes,
        kinds: tokens.kinds.slice(0, tokens.count),
        lengths: tokens.lengths.slice(0, tokens.count),
      });
      starts.push(starts.at(-1)! + tokens.count);
    }
    return number;
  };
  const questions = Int32Array.from(parts, ({ question }) => textOf(question));
  const answers = Int32Array.from(parts, ({ answer }) => textOf(answer));
  const total = starts.at(-1)!;
  const all = { hashes: new Int32Array(total), kinds: new Uint8Array(total), lengths: new Uint16Array(total) };
  pieces.forEach(({ hashes, kinds, lengths }, text) => {
    all.hashes.set(hashes, starts[text]);
    all.kinds.set(kinds, starts[text]);
    all.lengths.set(lengths, starts[text]);
  });
  const empty = known.get('') ?? -1;
  return {
    tokens: all,
    starts: Int32Array.from(starts),
    questions,
    answers,
    groups: groupsOf(questions, answers, empty),
  };
}

function groupsOf(questions: Int32Array, answers: Int32Array, empty: number): number[][] {
  const groups = new Map<number, Set<number>>();
  questions.forEach((question, example) => {
    const answer = answers[example]!;
    const key = question === empty ? answer : question;
    const group = groups.get(key) ?? new Set();
    groups.set(key, group.add(question).add(answer));
  });
  return [...groups.values()].map((group) => [...group]);
}
