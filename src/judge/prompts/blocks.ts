import { createHash } from 'node:crypto';
import { codePoints, shown } from './shown.js';

/** A text that somebody else wrote, with our name for it. */
export interface Material {
  readonly name: string;
  readonly text: string;
  /** How many UTF-16 units of the text there is room for. */
  readonly limit: number;
  /** Blocks before this one that there is no room for. */
  readonly leftOut?: readonly { readonly text: string }[];
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
  const texts = materials.map(({ text, limit }) => shown(text, limit));
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
    const before = materials[i]!.leftOut?.length ?? 0;
    const gap = before === 0 ? '' : `[cut-${code}: ${before} blocks left out here]\n`;
    return `${gap}<data-${code} name="${names[i]!}">\n${content}\n</data-${code}>`;
  });
  const cut = texts.flatMap(({ tail, leftOut }, i) => [
    ...(materials[i]!.leftOut ?? []).map(({ text }) => ({
      block: `before ${names[i]!}`,
      characters: codePoints(text, 0, text.length),
    })),
    ...(tail === null ? [] : [{ block: names[i]!, characters: leftOut }]),
  ]);
  return { code, blocks, cut };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
