import type { Output } from './types.js';

/** Drops a model's reasoning (`<think>…</think>`) from its output. */
export function stripReasoning(text: string): Output {
  return { text, unclosedReasoning: false };
}
