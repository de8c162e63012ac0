/**
 * The Porter stemmer as NLTK 3.10.4's PorterStemmer runs by default (NLTK_EXTENSIONS), which rouge_score uses.
 * It departs from Porter (1980) and from Martin Porter's own code: irregular forms, short -ies and -ied, -y after a vowel,
 * -alli first and again, -fulli, -logi, and *o for two letters.
 */

type Condition = (stem: string) => boolean;
type Rule = readonly [suffix: string, replacement: string, holds?: Condition];

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['sky', 'sky'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['news', 'news'],
  ['innings', 'inning'],
  ['inning', 'inning'],
  ['outings', 'outing'],
  ['outing', 'outing'],
  ['cannings', 'canning'],
  ['canning', 'canning'],
  ['howe', 'howe'],
  ['proceed', 'proceed'],
  ['exceed', 'exceed'],
  ['succeed', 'succeed'],
]);

/** For each letter whether it is a consonant: not a, e, i, o, u, and not y after a consonant. */
function consonants(word: string): boolean[] {
  const flags: boolean[] = [];
  for (let i = 0; i < word.length; i++) {
    const letter = word[i]!;
    flags.push(letter === 'y' ? i === 0 || !flags[i - 1]! : !'aeiou'.includes(letter));
  }
  return flags;
}

/** Porter's m: how often a vowel is followed by a consonant. */
function measure(stem: string): number {
  const flags = consonants(stem);
  let m = 0;
  for (let i = 1; i < flags.length; i++) if (flags[i]! && !flags[i - 1]!) m++;
  return m;
}

const measured: Condition = (stem) => measure(stem) > 0;
const measuredTwice: Condition = (stem) => measure(stem) > 1;
const hasVowel: Condition = (stem) => consonants(stem).includes(false);

/** Porter's *o: consonant, vowel, consonant other than w, x, y; in NLTK also a two-letter vowel and consonant. */
function endsShort(word: string): boolean {
  const flags = consonants(word);
  const end = word.length - 1;
  if (word.length === 2) return !flags[0]! && flags[1]!;
  return end >= 2 && flags[end - 2]! && !flags[end - 1]! && flags[end]! && !'wxy'.includes(word[end]!);
}

/** The first rule whose suffix fits decides, whether its condition holds or not. */
function apply(word: string, rules: readonly Rule[]): string {
  for (const [suffix, replacement, holds] of rules) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, word.length - suffix.length);
    return holds === undefined || holds(stem) ? stem + replacement : word;
  }
  return word;
}

const PLURALS: readonly Rule[] = [
  ['sses', 'ss'],
  ['ies', 'i'],
  ['ss', 'ss'],
  ['s', ''],
];

function plural(word: string): string {
  return word.length === 4 && word.endsWith('ies') ? word.slice(0, -1) : apply(word, PLURALS);
}

function past(word: string): string {
  if (word.endsWith('ied')) return word.slice(0, word.length === 4 ? -1 : -2);
  if (word.endsWith('eed')) return measured(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const suffix = ['ed', 'ing'].find((end) => word.endsWith(end) && hasVowel(word.slice(0, word.length - end.length)));
  return suffix === undefined ? word : completed(word.slice(0, word.length - suffix.length));
}

/** Gives back the e or takes the doubled consonant of a stem that lost -ed or -ing. */
function completed(stem: string): string {
  if (['at', 'bl', 'iz'].some((end) => stem.endsWith(end))) return `${stem}e`;
  const last = stem.at(-1)!;
  if (stem.length >= 2 && stem.at(-2) === last && consonants(stem).at(-1) === true) {
    return 'lsz'.includes(last) ? stem : stem.slice(0, -1);
  }
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

const Y_TO_I: readonly Rule[] = [['y', 'i', (stem) => stem.length > 1 && consonants(stem).at(-1) === true]];

const DOUBLE_SUFFIXES: readonly Rule[] = [
  ['ational', 'ate', measured],
  ['tional', 'tion', measured],
  ['enci', 'ence', measured],
  ['anci', 'ance', measured],
  ['izer', 'ize', measured],
  ['bli', 'ble', measured],
  ['alli', 'al', measured],
  ['entli', 'ent', measured],
  ['eli', 'e', measured],
  ['ousli', 'ous', measured],
  ['ization', 'ize', measured],
  ['ation', 'ate', measured],
  ['ator', 'ate', measured],
  ['alism', 'al', measured],
  ['iveness', 'ive', measured],
  ['fulness', 'ful', measured],
  ['ousness', 'ous', measured],
  ['aliti', 'al', measured],
  ['iviti', 'ive', measured],
  ['biliti', 'ble', measured],
  ['fulli', 'ful', measured],
  ['logi', 'log', (stem) => measured(`${stem}l`)], // the l counts with the stem: geologi, theologi
];

function doubleSuffix(word: string): string {
  return word.endsWith('alli') && measured(word.slice(0, -4))
    ? doubleSuffix(word.slice(0, -2))
    : apply(word, DOUBLE_SUFFIXES);
}

const ADJECTIVES: readonly Rule[] = [
  ['icate', 'ic', measured],
  ['ative', '', measured],
  ['alize', 'al', measured],
  ['iciti', 'ic', measured],
  ['ical', 'ic', measured],
  ['ful', '', measured],
  ['ness', '', measured],
];

const SINGLE_SUFFIXES: readonly Rule[] = [
  ...['al', 'ance', 'ence', 'er', 'ic', 'able', 'ible', 'ant', 'ement', 'ment', 'ent'].map(removed),
  ['ion', '', (stem) => measuredTwice(stem) && 'st'.includes(stem.at(-1)!)],
  ...['ou', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize'].map(removed),
];

function removed(suffix: string): Rule {
  return [suffix, '', measuredTwice];
}

function finalE(word: string): string {
  if (!word.endsWith('e')) return word;
  const stem = word.slice(0, -1);
  const m = measure(stem);
  return m > 1 || (m === 1 && !endsShort(stem)) ? stem : word;
}

function doubleL(word: string): string {
  return word.endsWith('ll') && measuredTwice(word.slice(0, -1)) ? word.slice(0, -1) : word;
}

/** The stem of a lowercase word, equal to NLTK's `PorterStemmer().stem(word)`. */
export function porterStem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length <= 2) return word;
  const inflected = apply(past(plural(word)), Y_TO_I);
  const base = apply(apply(doubleSuffix(inflected), ADJECTIVES), SINGLE_SUFFIXES);
  return doubleL(finalE(base));
}
