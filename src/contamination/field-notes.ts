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

/** What is worth telling of the fields of one row. */
export interface RowFields {
  readonly keys: readonly string[];
  /** The fields that are searched where none of them is a known one; null where one is. */
  readonly searched: readonly string[] | null;
  /** Keys of long texts that are not searched, where a known field is. */
  readonly unread: readonly string[];
  /** Named fields that the row has text under. */
  readonly named: readonly string[];
}

/** Looks at a row and at what is searched of it. */
export function observeFields(row: TextObject, texts: readonly ReadText[], choice: FieldChoice): RowFields {
  const hasKnown = texts.some(({ field }) => KNOWN_FIELDS.some((known) => isUnder(field, known)));
  const isUnread = ([, value]: [string, unknown]): boolean =>
    typeof value === 'string' &&
    split(value).length >= UNREAD_WORDS &&
    !texts.some(({ text }) => typeof text === 'string' && text.includes(value));
  return {
    keys: namedKeys(row),
    searched: hasKnown ? null : texts.slice(0, MOST_NAMED).map(({ field }) => namedKey(field)),
    unread:
      choice === 'known' && hasKnown
        ? Object.entries(row)
            .filter(isUnread)
            .slice(0, 2 * MOST_NAMED)
            .map(([key]) => key)
        : [],
    named: typeof choice === 'string' ? [] : choice.filter((name) => texts.some(({ field }) => isUnder(field, name))),
  };
}

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

  /** Takes what the first row of a file has. */
  seeFirst({ keys, searched, unread }: RowFields, source: Source): void {
    this.#keys ??= keys;
    if (this.#choice !== 'known') return;
    if (searched === null) this.#warn(unread, source);
    else this.#sayEvery(searched, source);
  }

  /** Takes the named fields that rows have text under. */
  seeNamed(named: Iterable<string>): void {
    for (const name of named) this.#missing.delete(name);
  }

  /** @throws GateError for a named field that no row had any text under, since a misspelt one would go unsearched */
  end(): void {
    for (const name of this.#missing) {
      throw new GateError(`no training row has any text under "${name}"${didYouMean(name, this.#keys ?? [])}`, {
        key: 'contamination.fields',
      });
    }
  }

  #sayEvery(searched: readonly string[], source: Source): void {
    if (this.#saidEvery) return;
    this.#saidEvery = true;
    this.#log.info(
      `${placeText(source)}: has no known text field (${KNOWN_FIELDS.join(', ')}), so every text of such rows is searched: ${searched.join(', ')}`,
    );
  }

  #warn(unread: readonly string[], source: Source): void {
    for (const key of unread) {
      if (this.#unread.has(key) || this.#unread.size === MOST_NAMED) continue;
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
