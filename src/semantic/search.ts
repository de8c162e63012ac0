import { eachTrainingRow, type TrainingRow } from '../contamination/index.js';
import type { ResolvedFile } from '../data/index.js';
import type { Example } from '../data/types.js';
import type { Failed } from '../judge/types.js';
import type { Log } from '../log.js';
import { Candidates } from './candidates.js';
import { openEmbedder, type Embedder, type EmbedderContext, type EmbeddingUsage } from './embedder.js';
import { NearestRows, type RowText, type Similar } from './nearest.js';
import type { SemanticOptions } from './options.js';
import { exampleText, rowTexts } from './texts.js';
import type { Vector } from './vector.js';

export interface SearchSubject {
  /** Null for examples that are not looked for. */
  readonly examples: readonly (Example | null)[];
  readonly files: readonly ResolvedFile[];
  /** Rows of the training data, as the scan counted them. */
  readonly rows: number;
}

/** What was found by meaning, and what it took. */
export interface MeaningFound {
  /** For each example the rows that are similar, nearest first. */
  readonly similar: readonly (readonly Similar[])[];
  /** Examples with a text that was embedded. */
  readonly examples: number;
  readonly rows: Searched;
  /** Names that the server gave for the model. */
  readonly models: readonly string[];
  readonly usage: EmbeddingUsage;
  /** Why the search ended early, as one sentence without a final full stop; null where it did not. */
  readonly stopped: string | null;
  /** Texts that were not embedded, and why the first of them was not. */
  readonly failed: { readonly examples: number; readonly rows: number; readonly why: string | null };
}

/** Training rows that the search saw. */
export interface Searched {
  readonly total: number;
  readonly embedded: number;
  /** Left out because they are more than may be embedded. */
  readonly left_out: number;
}

const SECONDS_BETWEEN_LINES = 10;

/**
 * Embeds the examples' questions and then the training rows, all of them where they are few enough and else those that
 * share most with an example, and keeps the rows that are nearest to each example.
 * @throws GateError where the endpoint's options can't be right, or a file can't be read
 */
export async function searchByMeaning(
  subject: SearchSubject,
  options: SemanticOptions,
  context: EmbedderContext,
): Promise<MeaningFound> {
  const embedder = await openEmbedder(options, context);
  try {
    return await new Search(subject, options, embedder, context.log).run();
  } finally {
    await embedder.close();
  }
}

class Search {
  readonly #subject: SearchSubject;
  readonly #options: SemanticOptions;
  readonly #embedder: Embedder;
  readonly #log: Log;
  #failedExamples = 0;
  readonly #failedRows = new Set<number>();
  /** Rows that were under way when the search ended early. */
  readonly #lostRows = new Set<number>();
  #why: string | null = null;
  #embedded = 0;

  constructor(subject: SearchSubject, options: SemanticOptions, embedder: Embedder, log: Log) {
    this.#subject = subject;
    this.#options = options;
    this.#embedder = embedder;
    this.#log = log;
  }

  async run(): Promise<MeaningFound> {
    const { examples, rows } = this.#subject;
    const { rows: most, minSimilarity } = this.#options;
    const texts = examples.map((example) => (example === null ? '' : exampleText(example)));
    const vectors = await this.#embedExamples(texts);
    const nearest = new NearestRows(vectors, minSimilarity);
    const isSearched = vectors.some((vector) => vector !== null);
    const chosen = rows > most && isSearched ? await this.#choose(texts) : null;
    if (isSearched) await this.#embedRows(nearest, chosen);
    return {
      similar: examples.map((_, i) => nearest.of(i)),
      examples: vectors.filter((vector) => vector !== null).length,
      rows: { total: rows, embedded: this.#embedded, left_out: chosen === null ? 0 : rows - chosen.size },
      models: [...this.#embedder.models].sort(),
      usage: this.#embedder.usage,
      stopped: this.#embedder.stopped,
      failed: { examples: this.#failedExamples, rows: this.#failedRows.size, why: this.#why },
    };
  }

  async #embedExamples(texts: readonly string[]): Promise<readonly (Vector | null)[]> {
    const vectors: (Vector | null)[] = texts.map(() => null);
    for (const [i, text] of texts.entries()) {
      if (text === '') continue;
      await this.#embedder.add(text, (result) => {
        if ('failed' in result) {
          this.#failedExamples++;
          this.#note(result);
        } else vectors[i] = result;
      });
    }
    await this.#embedder.flush();
    return vectors;
  }

  async #choose(texts: readonly string[]): Promise<ReadonlySet<number>> {
    const candidates = new Candidates(texts, this.#options.rows);
    await this.#eachRow((row, number) => {
      for (const { text } of rowTexts(row, number)) candidates.offer(number, text);
      return undefined;
    });
    return candidates.chosen();
  }

  async #embedRows(nearest: NearestRows, chosen: ReadonlySet<number> | null): Promise<void> {
    const take = (found: RowText, result: Vector | Failed): void => {
      if ('failed' in result) {
        (result.failed === 'stopped' ? this.#lostRows : this.#failedRows).add(found.row);
        this.#note(result);
      } else nearest.offer(result, found);
    };
    const total = chosen?.size ?? this.#subject.rows;
    const timer = setInterval(() => {
      const { calls, cached } = this.#embedder.usage;
      this.#log.info(
        `embedding training rows: ${this.#embedded} of ${total}; ${calls} calls, ${cached} texts from the cache`,
      );
    }, SECONDS_BETWEEN_LINES * 1000);
    try {
      await this.#eachRow((row, number) => {
        if (chosen?.has(number) === false) return undefined;
        let wait: Promise<void> | undefined;
        const texts = rowTexts(row, number);
        for (const text of texts) {
          const full = this.#embedder.add(text.text, (result) => take(text, result));
          if (full !== undefined) wait = full;
        }
        if (texts.length > 0) this.#embedded++;
        return wait;
      });
      await this.#embedder.flush();
    } finally {
      clearInterval(timer);
    }
    this.#embedded -= new Set([...this.#failedRows, ...this.#lostRows]).size;
  }

  /** Reads the rows as the scan did, which has said already what is wrong with them; ends early where embedding has. */
  async #eachRow(take: (row: TrainingRow, number: number) => Promise<void> | undefined): Promise<void> {
    let number = -1;
    const silent = { ...this.#log, info: () => undefined, warn: () => undefined };
    try {
      await eachTrainingRow(this.#subject.files, silent, (row) => {
        if (this.#embedder.stopped !== null) throw new Stopped();
        if (row.piece === null || row.piece === 0) number++;
        return take(row, number);
      });
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
  }

  #note({ why }: Failed): void {
    this.#why ??= why;
  }
}

/** Ends the reading of rows. */
class Stopped extends Error {}
