/**
 * A text as patterns see it: compatibility forms folded (NFKC), lower case, Latin, Greek and Cyrillic letters without
 * accents, nothing invisible, one space between words. Hidden tag letters stand as plain ones. Behind it, on lines of
 * their own, what its disguises say: letters of other scripts that look Latin, digits for letters, letters spaced out,
 * escapes and Base64.
 */
export function views(text: string): string {
  const seen = plain(text);
  const decoded = [...decodings(text)].map(plain);
  return [...new Set([seen, undisguised(seen), ...decoded, ...decoded.map(undisguised)])].join('\n');
}

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const TAG_LETTERS = /[\u{e0020}-\u{e007e}]/gu;
/** Letters that NFKD leaves whole. */
const WHOLE: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', ß: 'ss', ı: 'i', đ: 'd', æ: 'ae', œ: 'oe', ς: 'σ' };

function plain(text: string): string {
  if (/^[\t\r\n\x20-\x7e]*$/u.test(text)) return text.toLowerCase().replace(/[^\S\n]+/gu, ' ');
  return text
    .replace(TAG_LETTERS, (tag) => String.fromCodePoint(tag.codePointAt(0)! - 0xe0000))
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .replace(/[łøßıđæœς]/gu, (letter) => WHOLE[letter]!)
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[^\S\n]+/gu, ' ');
}

/** Cyrillic and Greek letters that look like Latin ones, lower case and without accents. */
const LOOK_ALIKES = new Map(
  Object.entries({
    ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', һ: 'h', і: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p' },
    ...{ ѕ: 's', т: 't', у: 'y', х: 'x', ԝ: 'w', ԛ: 'q', α: 'a', β: 'b', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o' },
    ...{ ρ: 'p', σ: 'o', τ: 't', υ: 'u', χ: 'x', ϲ: 'c', ɑ: 'a', ɡ: 'g', ո: 'n', օ: 'o', ս: 'u' },
  }),
);
const LEET = new Map(Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' }));

const MIXED =
  /[a-z][\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}ɑɡԁԝԛ]|[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}ɑɡԁԝԛ][a-z]/u;
const LEETSPEAK = /[a-z][013457@$]|[013457@$][a-z]/u;

/** Digits in words as letters, and look-alikes as Latin letters where a word mixes them. */
function undisguised(text: string): string {
  const latin = MIXED.test(text) ? mapped(text, LOOK_ALIKES) : text;
  if (!LEETSPEAK.test(latin)) return latin;
  return latin.replace(/[a-z0-9@$]{2,40}/gu, (word) => (LEETSPEAK.test(word) ? mapped(word, LEET) : word));
}

function mapped(word: string, letters: ReadonlyMap<string, string>): string {
  return Array.from(word, (letter) => letters.get(letter) ?? letter).join('');
}

/** Single letters with one space or sign between them; words stand two spaces apart. */
const SPACED_OUT = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][ .\-_*]{1,3}){6,400}[\p{L}\p{N}](?![\p{L}\p{N}])/gu;
const BASE64 = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{24,4000}={0,2}/gu;
const ESCAPE = /&#(\d{1,6});|&#x([0-9a-f]{1,5});|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|%([0-9a-f]{2})/giu;

function* decodings(text: string): Generator<string> {
  for (const [run] of text.matchAll(SPACED_OUT)) yield run.replace(/[ .\-_*](?=[\p{L}\p{N}])/gu, '');
  for (const [run] of text.matchAll(BASE64)) {
    const decoded = Buffer.from(run, 'base64').toString('utf8');
    if (/^[\p{L}\p{N}\p{P}\p{S}\s]+$/u.test(decoded) && /\p{L}{3}/u.test(decoded)) yield decoded;
  }
  const unescaped = text.replace(ESCAPE, (whole, decimal, ...hex: (string | undefined)[]) => {
    const code = decimal === undefined ? parseInt(hex.slice(0, 4).join(''), 16) : Number(decimal);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });
  if (unescaped !== text) yield unescaped;
}
