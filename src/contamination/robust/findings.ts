import { compareLevels } from '../levels.js';
import type { PairStatus, Standing } from '../standing.js';
import type { SearchInput } from '../input.js';
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
  readonly #standing: Standing;
  readonly #onPair: SearchInput['onPair'];
  readonly #worst: Finding[][];
  readonly #known: Finding[][];
  /** Of the row at hand, which may come in pieces: the worst that each example has in it. */
  #row = new Map<number, Finding>();

  constructor(
    names: readonly NamedExample[],
    allPairs: boolean,
    standing: Standing,
    onPair: SearchInput['onPair'] = null,
  ) {
    this.#names = names;
    this.#allPairs = allPairs;
    this.#standing = standing;
    this.#onPair = onPair;
    this.#worst = names.map(() => []);
    this.#known = names.map(() => []);
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
    return found.flatMap((read) => {
      const { row: fingerprint } = read.evidence;
      const finding = this.#named(read);
      const status = this.#standing.of(finding.example, finding);
      if (status !== 'allowed') {
        keep(status === 'known' ? this.#known : this.#worst, finding);
        const { file, line } = finding.evidence;
        this.#onPair?.({ ...this.#names[finding.example]!, file, line, level: finding.level, fingerprint });
      }
      return finding.level === 'template' && !this.#allPairs ? [] : this.#line(finding, status);
    });
  }

  /** The lines that are listed once all rows were taken. */
  rest(): string[] {
    if (this.#allPairs) return [];
    const templates = (found: readonly Finding[], status: PairStatus): string[] =>
      found.flatMap((finding) => (finding.level === 'template' ? this.#line(finding, status) : []));
    return this.#worst.flatMap((found, i) => [...templates(found, 'new'), ...templates(this.#known[i]!, 'known')]);
  }

  /** Takes over what another scan found in rows that come after this one's. */
  merge(later: Findings): void {
    this.listed += later.listed;
    for (const findings of later.#worst) for (const finding of findings) keep(this.#worst, finding);
    for (const findings of later.#known) for (const finding of findings) keep(this.#known, finding);
  }

  /** The new rows that have most of an example, worst first, and among equals the one that was read first. */
  worst(example: number): readonly Finding[] {
    return this.#worst[example]!;
  }

  /** The same of rows that an earlier scan had. */
  known(example: number): readonly Finding[] {
    return this.#known[example]!;
  }

  /** With the row called as contamination.jsonl calls it. */
  #named(finding: Finding): Finding {
    const { example, evidence } = finding;
    return { ...finding, evidence: { ...evidence, row: this.#standing.rowOf(example, evidence.row) } };
  }

  #line({ example, level, score, words, part, evidence }: Finding, status: PairStatus): string {
    this.listed++;
    const { file, line, row_group, field, row, text } = evidence;
    const { suite, id } = this.#names[example]!;
    const own = status === 'new' ? {} : { status };
    const found = { level, score, longest_span: words, part };
    return JSON.stringify({ suite, id, file, line, row_group, field, ...found, row, ...own, text });
  }
}

function keep(lists: readonly Finding[][], finding: Finding): void {
  const worst = lists[finding.example]!;
  const place = worst.findIndex((other) => compareFindings(finding, other) < 0);
  worst.splice(place === -1 ? worst.length : place, 0, finding);
  worst.length = Math.min(worst.length, BEST_ROWS);
}

/** Worst first. */
export function compareFindings(a: Match, b: Match): number {
  return compareLevels(a.level, b.level) || b.score - a.score || b.words - a.words;
}
