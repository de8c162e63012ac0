import { createHash } from 'node:crypto';
import { shown } from './shown.js';

/** A text that somebody else wrote, with our name for it. */
export interface Material {
  readonly name: string;
  readonly text: string;
}

/** A text that was too long to be shown in full. */
export interface Cut {
  /** The block's name, such as `answer` or `message 2 (user)`. */
  readonly block: string;
  /** How many code points the judge did not see. */
  readonly characters: number;
}

export interface Blocks {
  /** 32 hexadecimal digits that no material holds. */
  readonly code: string;
  /** One a material, in their order. */
  readonly blocks: readonly string[];
  readonly cut: readonly Cut[];
}

/**
 * Puts materials into blocks that nothing inside them can close: the lines around a block, and our own remarks inside
 * it, carry a code that is the hash of all materials. Who writes an answer can't know its hash while writing it, and a
 * code that does occur (in either case) is not used.
 * @param hash hexadecimal digits from a text
 */
export function dataBlocks(materials: readonly Material[], hash = sha256): Blocks {
  const texts = materials.map(({ text }) => shown(text));
  const pieces = texts.flatMap(({ head, tail }) => (tail === null ? [head] : [head, tail]));
  const lower = pieces.map((piece) => piece.toLowerCase());
  const names = materials.map(({ name }) => name);
  let code: string;
  let attempt = 0;
  do code = hash(JSON.stringify([attempt++, names, texts])).slice(0, 32);
  while (lower.some((piece) => piece.includes(code)));

  const blocks = texts.map(({ head, tail, leftOut }, i) => {
    const marker = `\n[cut-${code}: ${leftOut} characters left out here]\n`;
    const text = tail === null ? head : `${head}${marker}${tail}`;
    const content = text.trim() === '' ? `[empty-${code}: there is no text here]` : text;
    return `<data-${code} name="${names[i]!}">\n${content}\n</data-${code}>`;
  });
  const cut = texts.flatMap(({ tail, leftOut }, i) =>
    tail === null ? [] : [{ block: names[i]!, characters: leftOut }],
  );
  return { code, blocks, cut };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
