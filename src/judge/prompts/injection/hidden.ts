/** A flag of Scotland, say: a black flag, its letters, and an end. The only use of tag characters that is not hiding. */
const FLAG = /\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f}/gu;

const HIDDEN = [
  // Letters that nobody sees: tags, and the selectors that can carry bytes.
  /[\u{e0001}-\u{e007f}\u{e0100}-\u{e01ef}]/u,
  // Text that is shown in another order than it has.
  /[\u202d\u202e]/u,
  // Invisible operators, and letters that have no shape.
  /[\u2061-\u2064\u206a-\u206f\u115f\u1160\u3164\uffa0]/u,
  // Several invisible characters in a row spell something; a single one joins letters or emoji, or breaks a line.
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]{3}/u,
  // Between letters that never need one.
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}<>[\]/][\u200b-\u200d\u2060\ufeff\u180e]+[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}<>[\]/]/u,
];

/** Whether a text holds characters that a reader does not see and a model does. */
export function hidesText(text: string): boolean {
  const plain = text.replace(FLAG, '');
  return HIDDEN.some((pattern) => pattern.test(plain));
}
