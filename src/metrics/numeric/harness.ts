import { rstrip } from '../../text/index.js';

/** The two GSM8K filters of EleutherAI's lm-evaluation-harness (tasks/gsm8k/gsm8k.yaml, version 3.0). */
const STRICT = /#### (-?[0-9.,]+)/;
const FLEXIBLE = /(-?[$0-9.,]{2,})|(-?[0-9]+)/g;

/** What the filter takes from a response: strict the first number after `#### `, flexible the last number; null for none. */
export function filtered(text: string, filter: 'strict' | 'flexible'): string | null {
  if (filter === 'strict') return STRICT.exec(text)?.[1] ?? null;
  let last: string | null = null;
  for (const [whole] of text.matchAll(FLEXIBLE)) last = whole;
  return last === null ? null : rstrip(last);
}

/**
 * What the harness removes from both sides before it compares: commas, dollars, everything up to the last `#### `, and a
 * point at the end. Python's `$` also matches before a final newline.
 */
export function harnessAnswer(text: string): string {
  const bare = text.replace(/[,$]/g, '');
  const mark = bare.lastIndexOf('#### ');
  return (mark < 0 ? bare : bare.slice(mark + '#### '.length)).replace(/\.(?=\n?$)/, '').toLowerCase();
}
