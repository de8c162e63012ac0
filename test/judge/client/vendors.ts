/** A real error of an endpoint: where it was seen, and what has to come of it. */
export interface VendorError<Expected> {
  readonly vendor: string;
  /** Where the text was seen. */
  readonly source: string;
  readonly status: number;
  readonly body: unknown;
  readonly expect: Expected;
}

export function github(path: string): string {
  return `https://github.com/${path}`;
}
