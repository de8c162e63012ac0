import type { Output } from './types.js';

const TAG = /<(\/?)think(?:ing)?>/giu;

const SPACE = /\s*/uy;

/**
 * Drops a model's reasoning from its output: every `<think>…</think>` or `<thinking>…</thinking>`, whatever its case. A
 * block ends at the first closing tag, since reasoning may well talk about the tags. Chat templates often write the
 * opening tag into the prompt, so a closing tag without one ends reasoning that began with the output: all before it
 * goes. White space right behind a closing tag goes too, since models put an empty line there; nothing else is trimmed.
 * Where a block is never closed the model did not come to an answer: nothing is left and `unclosedReasoning` is true.
 */
export function stripReasoning(text: string): Output {
  let inside = false;
  let kept = '';
  let from = 0;
  for (const tag of text.matchAll(TAG)) {
    if (tag[1] !== '/') {
      if (!inside) kept += text.slice(from, tag.index);
      inside = true;
      continue;
    }
    if (!inside) kept = '';
    inside = false;
    SPACE.lastIndex = tag.index + tag[0].length;
    SPACE.test(text);
    from = SPACE.lastIndex;
  }
  if (inside) return { text: '', unclosedReasoning: true };
  return { text: from === 0 ? text : kept + text.slice(from), unclosedReasoning: false };
}
