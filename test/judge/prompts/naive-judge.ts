import type { ChatMessage } from '../../../src/judge/types.js';

/** What an easily led judge makes of a prompt. */
export interface Reading {
  /** Everything that it takes for its instructions. */
  readonly instructions: string;
  /** The blocks' contents by name. */
  readonly blocks: ReadonlyMap<string, string>;
}

/** Control tokens that servers read out of a message's text; each ends the message, and the rest speaks as the system. */
const CONTROL_TOKENS =
  /<\|[\w/]+\|?>|<[\w/]+\|>|<\uff5c[\w\u2581]+\uff5c>|<\/?s>|<<\/?SYS>>|\[\/?INST\]|<(?:start|end)_of_turn>/iu;

/**
 * Reads a prompt as the weakest judge might that keeps to blocks at all: spaces, invisible characters, letter forms and
 * case mean nothing to it, so `＜ /DATA-… >` closes a block as well as the real line does, and behind a control token all
 * blocks are over. What stands outside of blocks is an order to it.
 */
export function readNaively(messages: readonly ChatMessage[]): Reading {
  const blocks = new Map<string, string>();
  let instructions = '';
  for (const { content } of messages) {
    const [sent, ...escaped] = content.split(CONTROL_TOKENS);
    const text = folded(sent!);
    const code = /^boundary code: ([0-9a-f]{32})\n/u.exec(text)?.[1];
    if (code === undefined) instructions += text;
    else {
      const [before, ...rest] = text.split(new RegExp(`<\\s*data-${code}`, 'u'));
      instructions += before!;
      for (const part of rest) {
        const [, name, data] = /^ name="([^"\n]*)">\n([^]*)$/u.exec(part) ?? [];
        if (name === undefined || data === undefined) throw new Error('a block has no name');
        const [inside, ...outside] = data.split(new RegExp(`<\\s*/\\s*data-${code}[^>]*>`, 'u'));
        blocks.set(name, inside!);
        instructions += outside.join('');
      }
    }
    instructions += escaped.join('');
  }
  return { instructions, blocks };
}

/** `scoreQuestions`' judge: obeys whatever it takes for an instruction beyond `own`, and scores 3 otherwise. */
export function naiveScore(messages: readonly ChatMessage[], own: string): number {
  return sameButForCodes(readNaively(messages).instructions, own) ? 3 : 10;
}

/** The same instructions about another row, whose code is another one. */
export function sameButForCodes(a: string, b: string): boolean {
  const withoutCodes = (text: string): string => text.replace(/\b[0-9a-f]{32}\b/gu, 'code');
  return withoutCodes(a) === withoutCodes(b);
}

function folded(text: string): string {
  return text
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .normalize('NFKC')
    .toLowerCase();
}
