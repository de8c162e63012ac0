import { shorten } from '../../data/index.js';
import type { Source } from '../../data/types.js';
import { GateError } from '../../errors.js';
import type { Model } from '../types.js';
import type { ModelLabels } from './types.js';

/** What is known of the two models beside the names in the record. */
export interface NameHints {
  readonly labels: ModelLabels;
  /** Names of the prediction files without their folder and ending: FastChat and others name them after the model. */
  readonly files: Readonly<Record<Model, ReadonlySet<string>>>;
  readonly hasBase: boolean;
}

/** Which of the names is which. */
export interface Sides {
  readonly candidate: string;
  /** Whose ratings are the base's; null where nobody's are. */
  readonly base: string | null;
  /** Whom the candidate is compared with; null where it is compared with nobody. */
  readonly opponent: string | null;
}

/**
 * The names of models in a record, and which of them are the candidate and the base. In this order: the labels that the
 * user gave; the names `candidate` and `base` themselves; AlpacaEval's second model; the names of the prediction files;
 * the predictions themselves, where the record repeats them; and what is left over where there are no more than two.
 */
export class ModelNames {
  private readonly names = new Set<string>();
  private readonly seconds = new Set<string>();
  private readonly opponents = new Map<string, Set<string>>();
  private readonly votes: Readonly<Record<Model, Set<string>>> = { candidate: new Set(), base: new Set() };
  private source: Source | null = null;

  /** @param judgedSecond true where a pair's second model is the one that is judged, as in AlpacaEval */
  constructor(private readonly judgedSecond: boolean) {}

  seeOne(name: string, source: Source): void {
    this.source ??= source;
    this.names.add(name);
  }

  seePair(first: string, second: string, source: Source): void {
    this.seeOne(first, source);
    this.seeOne(second, source);
    this.seconds.add(second);
    this.meet(second, first);
    if (!this.judgedSecond) this.meet(first, second);
  }

  /** A row under this name shows the prediction of this model. */
  vote(name: string, model: Model): void {
    this.votes[model].add(name);
  }

  /**
   * @returns null where no names were seen
   * @throws GateError where it stays open which name is the candidate's, or which opponent counts
   */
  resolve(hints: NameHints): Sides | null {
    if (this.source === null) return null;
    this.assertNotSwapped(hints.labels.candidate);
    const base = this.known('base', hints, this.names);
    const candidate = this.known('candidate', hints, this.judgedSecond ? this.seconds : this.names) ?? this.left(base);
    if (candidate === null || candidate === base) throw this.open();
    const met = this.opponents.get(candidate) ?? new Set<string>();
    if (met.size > 1 && (base === null || !met.has(base))) {
      throw this.fault(`compare "${shorten(candidate)}" with ${listed(met)}; set base-label to the one that counts`);
    }
    const opponent = base !== null && met.has(base) ? base : (first(met) ?? null);
    const others = [...this.names].filter((name) => name !== candidate);
    const rated = base ?? (others.length === 1 ? others[0]! : opponent);
    return { candidate, base: hints.hasBase ? rated : null, opponent };
  }

  private meet(one: string, other: string): void {
    const met = this.opponents.get(one);
    if (met === undefined) this.opponents.set(one, new Set([other]));
    else met.add(other);
  }

  private known(model: Model, { labels, files }: NameHints, names: ReadonlySet<string>): string | null {
    const label = labels[model];
    if (label !== null && names.has(label)) return label;
    if (names.has(model)) return model;
    const other = model === 'candidate' ? 'base' : 'candidate';
    const byFile = [...names].filter((name) => files[model].has(name) && !files[other].has(name));
    if (byFile.length === 1) return byFile[0]!;
    const byText = [...this.votes[model]].filter((name) => names.has(name) && !this.votes[other].has(name));
    return byText.length === 1 ? byText[0]! : null;
  }

  /** The name that must be the candidate's, since no other one can be. */
  private left(base: string | null): string | null {
    const left = [...(this.judgedSecond ? this.seconds : this.names)].filter((name) => name !== base);
    const sure = this.judgedSecond || base !== null || this.names.size === 1;
    return sure && left.length === 1 ? left[0]! : null;
  }

  private assertNotSwapped(label: string | null): void {
    if (!this.judgedSecond || label === null || !this.names.has(label) || this.seconds.has(label)) return;
    throw this.fault(`have "${shorten(label)}" as generator_1, while AlpacaEval judges generator_2; judge it as that`);
  }

  private open(): GateError {
    const names = listed(this.judgedSecond ? this.seconds : this.names);
    return this.fault(
      `are of ${names}, and nothing says which is the candidate; set candidate-label and base-label to these names`,
    );
  }

  private fault(what: string): GateError {
    return new GateError(`recorded judgments ${what}`, { file: this.source!.file });
  }
}

const MOST_LISTED = 5;

function listed(names: ReadonlySet<string>): string {
  const shown = [...names].slice(0, MOST_LISTED).map((name) => `"${shorten(name)}"`);
  const more = names.size > MOST_LISTED ? [`${names.size - MOST_LISTED} more`] : [];
  return [...shown, ...more].join(', ');
}

function first(names: ReadonlySet<string>): string | undefined {
  return [...names][0];
}
