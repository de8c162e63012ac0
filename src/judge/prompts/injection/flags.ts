import { ADDRESS, DEMAND, OVERRIDE, TRIGGERS } from './english.js';
import { BOUNDARY, MARKUP, VERDICT, WRITTEN_VERDICT } from './forms.js';
import { hidesText } from './hidden.js';
import { LATIN, OTHER, type Detector } from './languages.js';
import { Finder } from './passages.js';
import { views } from './views.js';

/**
 * What an output does that looks like an attempt to instruct its judge:
 * - override: tells it to drop or change its instructions
 * - address: speaks to a judge, or of the judging
 * - demand: asks for a score or for a win, or claims one
 * - verdict: holds what reads like a verdict
 * - markup: holds the roles of a chat, or the tokens between them
 * - boundary: says or shows that the material ends
 * - hidden: holds characters that a reader does not see
 */
export type InjectionFlag = 'override' | 'address' | 'demand' | 'verdict' | 'markup' | 'boundary' | 'hidden';

type Patterns = readonly (readonly [InjectionFlag, RegExp])[];

const anyOf = (patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'u');
const IN_PASSAGES: Patterns = [
  ['override', anyOf(OVERRIDE)],
  ['address', anyOf(ADDRESS)],
  ['demand', anyOf(DEMAND)],
  ['verdict', anyOf(VERDICT)],
];
const ANYWHERE: Patterns = [
  ['verdict', anyOf(WRITTEN_VERDICT)],
  ['markup', anyOf(MARKUP)],
  ['boundary', anyOf(BOUNDARY)],
];

const FINDER = new Finder<'english' | Detector>([
  ['english', TRIGGERS],
  ...LATIN.map(({ detector, triggers }) => [detector, triggers] as const),
]);

/**
 * Which attempts to instruct a judge an output seems to hold, in English and some thirty other languages, in disguises
 * (see `views`) and in plain sight. It is a list for people to look at: it changes no score, a clever attempt escapes it,
 * and a text about judging may be on it. What keeps a judge from obeying is the boundary around the data, not this.
 * Takes linear time.
 * @returns each kind once, in the order of `InjectionFlag`
 */
export function injectionFlags(output: string): readonly InjectionFlag[] {
  const seen = `\n${views(output)}`;
  const found = new Set<InjectionFlag>();
  const look = (patterns: Patterns, text: string): void => {
    for (const [flag, pattern] of patterns) if (pattern.test(text)) found.add(flag);
  };
  const ask = (detector: Detector, text: string): void => {
    if (detector.override(text)) found.add('override');
    if (detector.demand(text)) found.add('demand');
  };
  const { text, groups } = FINDER.passages(seen.replace(WRAPPED, '$1 '));
  for (const group of groups) {
    if (group === 'english') look(IN_PASSAGES, text);
    else ask(group, text);
  }
  look(ANYWHERE, seen);
  if (/[^\x00-\x7f]/u.test(seen)) for (const detector of OTHER) ask(detector, seen);
  if (hidesText(output)) found.add('hidden');
  return ORDER.filter((flag) => found.has(flag));
}

/** A line that goes on in the next one. */
const WRAPPED = /([a-z,])\n(?=[a-z])/gu;
const ORDER: readonly InjectionFlag[] = ['override', 'address', 'demand', 'verdict', 'markup', 'boundary', 'hidden'];
