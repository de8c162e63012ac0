import { appendFileSync, existsSync, statSync } from 'node:fs';
import { messageOf } from '../errors.js';
import { harmless } from '../log.js';
import { fitText } from './text.js';

/** GitHub takes 1 MiB of summary from a step, and nothing at all above it. */
const SUMMARY_BYTES = 1024 * 1024;

/**
 * Appends to the step's summary, and says at its end what could not be published.
 * @returns a plain sentence where that failed, else null
 */
export function writeSummary(
  path: string | undefined,
  render: (maxBytes: number) => string,
  warnings: readonly string[],
): string | null {
  if (path === undefined || path === '') return 'the step summary is not written: GITHUB_STEP_SUMMARY is not set';
  const notes = warnings.map((warning) => `\n<pre>${escapeHtml(warning)}</pre>\n`).join('');
  try {
    const used = existsSync(path) ? statSync(path).size : 0;
    const budget = SUMMARY_BYTES - used - Buffer.byteLength(notes) - 1;
    if (budget <= 0) return 'the step summary is not written: the step has filled it already';
    appendFileSync(path, `${fitText(render(budget), budget)}\n${notes}`, 'utf8');
    return null;
  } catch (error) {
    return `the step summary could not be written: ${harmless(messageOf(error))}`;
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
