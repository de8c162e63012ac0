/** Where a problem stands, so that a user can go there. Every part is optional because not every problem has one. */
export interface Place {
  /** A path as the user wrote it or sees it, never a path of the runner's internals. */
  readonly file?: string | undefined;
  /** 1-based line (a data row of a CSV counts the physical line that it starts on). */
  readonly line?: number | undefined;
  /** Of a Parquet file, whose rows are in groups: 1-based, and `line` is then the row's number in the file, 1-based too. */
  readonly rowGroup?: number | undefined;
  /** A config key path (`gate.checks[0].metric`), a row's key, or an input's name. */
  readonly key?: string | undefined;
}

/**
 * A problem that the user can mend: bad config, bad rows, files that are not there.
 * It becomes verdict `error` and one plain sentence; anything else that is thrown is a bug of ours.
 */
export class GateError extends Error {
  readonly place: Place;
  /** The sentence without the place. */
  readonly what: string;

  /**
   * @param what what is wrong and what to do, as one sentence without the place and without a final full stop
   * @param place where it stands
   */
  constructor(what: string, place: Place = {}, options?: ErrorOptions) {
    super(`${describePlace(place)}${what}`, options);
    this.name = 'GateError';
    this.place = place;
    this.what = what;
  }
}

/** Where a row stands, as messages say it: `a.jsonl:12`, or `a.parquet row 12 (row group 1)`. */
export function placeText({ file, line, rowGroup }: Place): string {
  if (file === undefined || line === undefined) return file ?? '';
  return rowGroup === undefined
    ? `${file}:${String(line)}`
    : `${file} row ${String(line)} (row group ${String(rowGroup)})`;
}

function describePlace(place: Place): string {
  const parts = [placeText(place), place.key ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join(': ')}: `;
}

/** The message of anything that was thrown, without a stack trace. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
