import { split, strip } from '../text/index.js';
import { type Choice, comparable } from './choices.js';

/** A lone label with its marks, such as `**(B)**.`, is not longer. */
const LONGEST_LONE = 16;
const MARKS = /^[\s\p{P}]+|[\s\p{P}]+$/gu;
/** MMLU-Pro's `answer is \(?([A-J])\)?`; a letter that begins a word is none, and marks may stand around it. */
const ANSWER_IS = /(?:answer|Answer|ANSWER) (?:is|IS):? *(?:\(([a-z])\)|[*"'`([]{0,4}([A-Z0-9])(?![\p{L}\p{N}]))/u;
/** A letter or digit that parts words; scripts without spaces have none. */
const WORD = '(?!\\p{Script=Han}|\\p{Script=Hiragana}|\\p{Script=Katakana}|\\p{Script=Thai})[\\p{L}\\p{N}_]';
const STARTS_WORD = new RegExp(`^${WORD}`, 'u');
const ENDS_WORD = new RegExp(`${WORD}$`, 'u');
/** What goes on with a number: `4` does not stand in `-4`, `0.4`, `1,400` or `4.5`. */
const NUMBER_BEFORE = /(?:[-−]|\p{N}[.,])$/u;
const NUMBER_AFTER = /^[.,]\p{N}/u;

/**
 * The choice that a text names, as its position: a lone label, else `answer is (X)`, else the only choice whose text stands
 * in it as whole words (case aside; a text inside a longer choice's does not count). Null where it names none, or several.
 */
export function readChoice(text: string, choices: readonly Choice[]): number | null {
  return loneLabel(text, choices) ?? statedLabel(text, choices) ?? onlyText(text, choices);
}

/** A label with nothing but marks around it, in either case. */
export function loneLabel(text: string, choices: readonly Choice[]): number | null {
  const stripped = strip(text);
  return stripped.length > LONGEST_LONE ? null : position(stripped.replace(MARKS, ''), choices);
}

function statedLabel(text: string, choices: readonly Choice[]): number | null {
  const match = ANSWER_IS.exec(text);
  return match === null ? null : position((match[1] ?? match[2])!, choices);
}

function position(label: string, choices: readonly Choice[]): number | null {
  const index = choices.findIndex((choice) => choice.label.toUpperCase() === label.toUpperCase());
  return label === '' || index < 0 ? null : index;
}

function onlyText(text: string, choices: readonly Choice[]): number | null {
  let rest = split(text.toLowerCase()).join(' ');
  const texts = choices.map((choice, index) => ({ index, text: comparable(choice.text) }));
  const found: number[] = [];
  for (const choice of texts.sort((a, b) => b.text.length - a.text.length)) {
    if (choice.text === '' || !standsIn(rest, choice.text)) continue;
    found.push(choice.index);
    rest = rest.replaceAll(choice.text, '\0');
  }
  return found.length === 1 ? found[0]! : null;
}

/** True where `wanted` stands in the text and is not part of a longer word or number. */
function standsIn(text: string, wanted: string): boolean {
  const wordFirst = STARTS_WORD.test(wanted);
  const wordLast = ENDS_WORD.test(wanted);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + wanted.length, at + wanted.length + 2);
    const joinedBefore =
      wordFirst && (ENDS_WORD.test(before) || (isDigit(wanted.charAt(0)) && NUMBER_BEFORE.test(before)));
    const joinedAfter = wordLast && (STARTS_WORD.test(after) || (isDigit(wanted.at(-1)!) && NUMBER_AFTER.test(after)));
    if (!joinedBefore && !joinedAfter) return true;
  }
  return false;
}

function isDigit(unit: string): boolean {
  return unit >= '0' && unit <= '9';
}
