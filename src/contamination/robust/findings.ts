import { compareLevels } from '../levels.js';
import type { Evidence } from '../types.js';
import type { Match } from './matcher.js';

/** Training rows shown for each example. */
const BEST_ROWS = 3;

export interface NamedExample {
  readonly suite: string;
  readonly id: string;
}

/** A match with what a report shows of it. */
export interface Finding extends Match {
  readonly evidence: Evidence;
}

/**
 * What a scan finds: the worst rows of each example, and the lines of contamination.jsonl. A row that has no more than the
 * template of an example is listed only where it is one of the example's worst rows, or where all pairs are asked for: there
 * may be as many of them as examples times rows.
 */
export class Findings {
  /** Lines listed so far. */
  listed = 0;

  readonly #names: readonly NamedExample[];
  readonly #allPairs: boolean;
  readonly #worst: Finding[][];
  /** Of the row at hand, which may come in pieces: the worst that each example has in it. */
  #row = new Map<number, Finding>();

  constructor(names: readonly NamedExample[], allPairs: boolean) {
    this.#names = names;
    this.#allPairs = allPairs;
    this.#worst = names.map(() => []);
  }

  /** Takes what was found in a row, or in a piece of one. */
  add(finding: Finding): void {
    const known = this.#row.get(finding.example);
    if (known === undefined || compareFindings(known, finding) > 0) this.#row.set(finding.example, finding);
  }

  /** The lines of the row whose pieces were all taken. */
  endRow(): string[] {
    if (this.#row.size === 0) return [];
    const found = [...this.#row.values()].sort((a, b) => a.example - b.example);
    this.#row = new Map();
    for (const finding of found) this.#keep(finding);
    return found.flatMap((finding) => (finding.level === 'template' && !this.#allPairs ? [] : this.#line(finding)));
  }

  /** The lines that are listed once all rows were taken. */
  rest(): string[] {
    if (this.#allPairs) return [];
    return this.#worst.flat().flatMap((finding) => (finding.level === 'template' ? this.#line(finding) : []));
  }

  /** Takes over what another scan found in rows that come after this one's. */
  merge(later: Findings): void {
    this.listed += later.listed;
    for (const findings of later.#worst) for (const finding of findings) this.#keep(finding);
  }

  /** The rows that have most of an example, worst first, and among equals the one that was read first. */
  worst(example: number): readonly Finding[] {
    return this.#worst[example]!;
  }

  #keep(finding: Finding): void {
    const worst = this.#worst[finding.example]!;
    const place = worst.findIndex((other) => compareFindings(finding, other) < 0);
    worst.splice(place === -1 ? worst.length : place, 0, finding);
    worst.length = Math.min(worst.length, BEST_ROWS);
  }

  #line({ example, level, score, words, part, evidence }: Finding): string {
    this.listed++;
    const { file, line, field, text } = evidence;
    const { suite, id } = this.#names[example]!;
    return JSON.stringify({ suite, id, file, line, field, level, score, longest_span: words, part, text });
  }
}

/** Worst first. */
export function compareFindings(a: Match, b: Match): number {
  return compareLevels(a.level, b.level) || b.score - a.score || b.words - a.words;
}
