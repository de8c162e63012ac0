import type { Example } from '../data/types.js';
import { fingerprint, pairFingerprint } from './fingerprint.js';
import { evalText } from './text.js';
import type { AllowedLeak, ContaminatedExample, Contamination, Evidence, Level } from './types.js';

/** A leak that a reviewer looked at and let pass. */
export interface AllowedPair {
  /** Null: whatever suite has an example of this id. */
  readonly suite: string | null;
  readonly id: string;
  /** As contamination.jsonl has it under `row`. */
  readonly row: string;
  readonly reason: string;
}

/** A pair of an earlier scan. */
export interface KnownPair {
  readonly suite: string;
  readonly id: string;
  readonly row: string;
}

/** `new` pairs count; `known` ones were there before, `allowed` ones are let pass. */
export type PairStatus = 'new' | 'known' | 'allowed';

export interface ScannedExample {
  readonly suite: string;
  readonly id: string;
  /** Of its text. */
  readonly fingerprint: string;
}

/** Examples with the fingerprints of their texts. */
export function fingerprinted(
  examples: readonly { readonly suite: string; readonly example: Example }[],
): ScannedExample[] {
  return examples.map(({ suite, example }) => ({ suite, id: example.id, fingerprint: fingerprint(evalText(example)) }));
}

/** Rows shown for one example. */
const MOST_SHOWN = 3;

/** What a report shows of an example: its new rows, then those that an earlier scan had. Each list is best first. */
export function evidenceOf(
  fresh: readonly Evidence[],
  known: readonly Evidence[],
): Pick<ContaminatedExample, 'evidence' | 'known'> {
  const all = [...fresh, ...known.map((evidence) => ({ ...evidence, known: true as const }))];
  return { evidence: all.slice(0, MOST_SHOWN), ...(fresh.length === 0 ? { known: true } : {}) };
}

/** What a pair is, for a list of those that are let pass. */
interface FoundPair {
  readonly level: Level;
  readonly score: number;
  readonly evidence: Evidence;
}

/** What is known of pairs before a scan, and which of the allowed ones it met. */
export class Standing {
  readonly #examples: readonly ScannedExample[];
  readonly #allowed = new Map<string, AllowedPair[]>();
  readonly #known = new Map<string, Set<string>>();
  /** By example and row, the first in file order. */
  readonly #met = new Map<string, { readonly leak: AllowedLeak; readonly by: AllowedPair }>();

  constructor(examples: readonly ScannedExample[], allowed: readonly AllowedPair[], known: Iterable<KnownPair>) {
    this.#examples = examples;
    for (const pair of allowed) this.#allowed.set(pair.id, [...(this.#allowed.get(pair.id) ?? []), pair]);
    for (const { suite, id, row } of known) {
      const key = keyOf(suite, id);
      const rows = this.#known.get(key) ?? new Set();
      this.#known.set(key, rows.add(row));
    }
  }

  /** Whether nothing is known, so that every pair is new. */
  get isEmpty(): boolean {
    return this.#allowed.size === 0 && this.#known.size === 0;
  }

  /** What contamination.jsonl calls a row, of which `fingerprint` is that of its text. */
  rowOf(example: number, fingerprint: string): string {
    return pairFingerprint(this.#examples[example]!.fingerprint, fingerprint);
  }

  /** Where a pair stands; an allowed one is noted. */
  of(example: number, pair: FoundPair): PairStatus {
    const { suite, id } = this.#examples[example]!;
    const [entries, rows] = [this.#allowed.get(id), this.#known.get(keyOf(suite, id))];
    if (entries === undefined && rows === undefined) return 'new';
    const { level, score, evidence } = pair;
    const { row, file, line } = evidence;
    const by = entries?.find((entry) => entry.row === row && (entry.suite ?? suite) === suite);
    if (by === undefined) return rows?.has(row) === true ? 'known' : 'new';
    const key = keyOf(suite, id, row);
    const { reason } = by;
    if (!this.#met.has(key)) this.#met.set(key, { leak: { suite, id, row, reason, file, line, level, score }, by });
    return 'allowed';
  }

  /** Of a finished scan: how many examples count, and which pairs were let pass. */
  summary(flags: ReadonlyMap<string, Int8Array>): Pick<Contamination, 'counts' | 'allowed'> {
    const count = (wanted: number): number =>
      [...flags.values()].reduce((sum, own) => sum + own.reduce((all, flag) => all + Number(flag === wanted), 0), 0);
    const allowed = [...this.#met.values()].map(({ leak }) => leak);
    const examples = new Set(allowed.map(({ suite, id }) => keyOf(suite, id)));
    return { counts: { new: count(1), known: count(2), allowed: examples.size }, allowed };
  }

  /** Entries that let no pair pass. */
  unused(): AllowedPair[] {
    const used = new Set([...this.#met.values()].map(({ by }) => by));
    return [...this.#allowed.values()].flat().filter((pair) => !used.has(pair));
  }
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
