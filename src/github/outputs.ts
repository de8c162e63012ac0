import { setOutput } from '@actions/core';
import { harmless } from '../log.js';
import { messageOf } from '../errors.js';

/** A text, or a list that becomes a JSON array and may lose entries from its end where it is too long. */
export type OutputValue = string | readonly string[];

/**
 * GitHub drops outputs beyond 1 MB a job, counted in UTF-16. Half of that leaves room for the job's other steps.
 * In UTF-16 code units, two bytes each.
 */
const OUTPUT_UNITS = 250_000;

/**
 * Sets the step's outputs, safe for text with line ends or delimiters in it.
 * @returns what had to be left out or could not be set, one plain sentence each
 */
export function setOutputs(outputs: Readonly<Record<string, OutputValue>>): string[] {
  const warnings: string[] = [];
  // Short ones first, so that one giant value can't push the verdict out.
  const entries = Object.entries(outputs).sort(([, a], [, b]) => size(a) - size(b));
  let left = OUTPUT_UNITS;
  for (const [name, value] of entries) {
    const { text, warning } = fit(name, value, left);
    left -= text.length;
    if (warning !== null) warnings.push(warning);
    try {
      setOutput(name, text);
    } catch (cause) {
      warnings.push(`the output ${name} could not be set: ${harmless(messageOf(cause))}`);
    }
  }
  return warnings;
}

function size(value: OutputValue): number {
  return typeof value === 'string' ? value.length : JSON.stringify(value).length;
}

function fit(name: string, value: OutputValue, units: number): { text: string; warning: string | null } {
  if (typeof value === 'string') {
    if (value.length <= units) return { text: value, warning: null };
    const cut = value.slice(0, Math.max(0, units - 1)).replace(/[\ud800-\udbff]$/u, '');
    return { text: `${cut}…`, warning: `the output ${name} is cut: a job's outputs may hold 1 MB` };
  }
  let kept = 0;
  let length = 2;
  while (kept < value.length) {
    length += JSON.stringify(value[kept]).length + (kept > 0 ? 1 : 0);
    if (length > units) break;
    kept++;
  }
  const text = JSON.stringify(value.slice(0, kept));
  if (kept === value.length) return { text, warning: null };
  const warning = `the output ${name} holds the first ${String(kept)} of ${String(value.length)} entries: a job's outputs may hold 1 MB`;
  return { text, warning };
}
