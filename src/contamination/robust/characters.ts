/** What a character is to the words of a text. */
export const SEPARATOR = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** A character of a script that is written without spaces: a token of its own. */
export const LONE = 3;
/** Is dropped, and what stands on both sides of it belongs together. */
export const JOINER = 4;
/** May begin markup, or stand inside a number: what follows decides. */
export const MARKUP = 5;

/** Classes of ASCII characters. */
export const ASCII = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (/[a-z]/iu.test(character)) return LETTER;
  if (/\d/u.test(character)) return DIGIT;
  if (/['_]/u.test(character)) return JOINER;
  return /[\\&<,]/u.test(character) ? MARKUP : SEPARATOR;
});

/** A folded character packs its class above its code point. */
const CLASS_SHIFT = 21;
const POINT_MASK = (1 << CLASS_SHIFT) - 1;

export function classOf(packed: number): number {
  return packed >>> CLASS_SHIFT;
}

export function pointOf(packed: number): number {
  return packed & POINT_MASK;
}

const UNSPACED = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
/** Marks that are left out where they are written, as accents and vowel points are; other marks make up the letter. */
const DIACRITIC = /[\p{Script=Inherited}]|(?=[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}])\p{Mn}/u;
/** Apostrophes and their look-alikes, and characters without a shape, such as U+200B, U+00AD and U+FEFF. */
const JOINING = /['_\p{Cf}\u2018\u2019\u02bc\u00b4\uff07]/u;

/** Letters of Cyrillic and Greek that look the same as a Latin one, and the Latin ones. */
const LOOK_ALIKES = new Map(
  ['аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw', 'αa οo ιi κk νv ρp τt υu χx'].flatMap((pairs) =>
    pairs.split(' ').map(([other, latin]): [string, string] => [other!, latin!]),
  ),
);

const known = new Map<number, Int32Array>();

/**
 * A character as it counts: its compatibility decomposition (NFKD) in lower case without diacritics, one packed number each,
 * and one letter for those of Latin, Cyrillic and Greek that look the same. Every character is folded by itself, so that a place in the folded text has its place in the original.
 */
export function fold(point: number): Int32Array {
  let folded = known.get(point);
  if (folded === undefined) {
    folded = foldNew(String.fromCodePoint(point));
    known.set(point, folded);
  }
  return folded;
}

function foldNew(character: string): Int32Array {
  if (JOINING.test(character) || DIACRITIC.test(character)) return Int32Array.of(JOINER << CLASS_SHIFT);
  // Upper case first: it makes one of both lower-case sigmas, and SS of the sharp s.
  const plain = character.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
  return Int32Array.from(Array.from(plain), (one) => packed(LOOK_ALIKES.get(one) ?? one));
}

function packed(character: string): number {
  const point = character.codePointAt(0)!;
  if (/\p{Nd}/u.test(character)) return (DIGIT << CLASS_SHIFT) | (0x30 + digitValue(point));
  if (DIACRITIC.test(character)) return JOINER << CLASS_SHIFT;
  if (!/[\p{L}\p{M}\p{N}]/u.test(character)) return SEPARATOR << CLASS_SHIFT;
  return ((UNSPACED.test(character) ? LONE : LETTER) << CLASS_SHIFT) | point;
}

/** Decimal digits stand in Unicode in rows of ten, from 0 to 9. */
function digitValue(point: number): number {
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(point - before - 1))) before++;
  return before % 10;
}
