import type { TextObject } from '../data/index.js';
import type { Source } from '../data/types.js';
import { GateError, placeText } from '../errors.js';
import type { Log } from '../log.js';
import { didYouMean } from '../nearest.js';
import { split } from '../text/index.js';
import { namedKey, namedKeys } from './training-log.js';
import { KNOWN_FIELDS, type FieldChoice, type ReadText } from './training-text.js';

/** Words from which on a field that is not read is worth a warning: ids, categories and the like have fewer. */
const UNREAD_WORDS = 8;
/** Fields that a message names, and that warnings are given for. */
const MOST_NAMED = 8;

/** Says once what is searched, or not, beyond the known fields; and sees to it that named ones are there. */
export class FieldNotes {
  readonly #choice: FieldChoice;
  readonly #log: Log;
  readonly #unread = new Set<string>();
  /** Named fields that no row has had yet, and the keys that the first row has instead. */
  readonly #missing: Set<string>;
  #keys: readonly string[] | null = null;
  #saidEvery = false;

  constructor(choice: FieldChoice, log: Log) {
    this.#choice = choice;
    this.#log = log;
    this.#missing = new Set(typeof choice === 'string' ? [] : choice);
  }

  /** Takes a row and what is searched of it. */
  see(row: TextObject, texts: readonly ReadText[], source: Source, isFirstOfFile: boolean): void {
    if (this.#missing.size > 0) {
      this.#keys ??= namedKeys(row);
      for (const { field } of texts) {
        for (const name of this.#missing) if (isUnder(field, name)) this.#missing.delete(name);
      }
    }
    if (this.#choice !== 'known' || !isFirstOfFile) return;
    if (texts.some(({ field }) => KNOWN_FIELDS.some((known) => isUnder(field, known)))) this.#warn(row, texts, source);
    else this.#sayEvery(texts, source);
  }

  /** @throws GateError for a named field that no row had any text under, since a misspelt one would go unsearched */
  end(): void {
    for (const name of this.#missing) {
      throw new GateError(`no training row has any text under "${name}"${didYouMean(name, this.#keys ?? [])}`, {
        key: 'contamination.fields',
      });
    }
  }

  #sayEvery(texts: readonly ReadText[], source: Source): void {
    if (this.#saidEvery) return;
    this.#saidEvery = true;
    const searched = texts.slice(0, MOST_NAMED).map(({ field }) => namedKey(field));
    this.#log.info(
      `${placeText(source)}: has no known text field (${KNOWN_FIELDS.join(', ')}), so every text of such rows is searched: ${searched.join(', ')}`,
    );
  }

  #warn(row: TextObject, texts: readonly ReadText[], source: Source): void {
    for (const [key, value] of Object.entries(row)) {
      if (this.#unread.has(key) || this.#unread.size === MOST_NAMED) continue;
      if (typeof value !== 'string' || split(value).length < UNREAD_WORDS) continue;
      if (texts.some(({ text }) => typeof text === 'string' && text.includes(value))) continue;
      this.#unread.add(key);
      this.#log.warn(
        `${placeText(source)}: ${namedKey(key)}: is not searched; only ${KNOWN_FIELDS.join(', ')} are, or what contamination.fields names`,
      );
    }
  }
}

/** Whether a path such as `messages[1].content` lies under a key. */
function isUnder(field: string, key: string): boolean {
  return (
    field.startsWith(key) && (field.length === key.length || field[key.length] === '.' || field[key.length] === '[')
  );
}
