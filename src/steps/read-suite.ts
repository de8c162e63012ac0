import type { MeasuredSuite } from './measure.js';

/** A suite that could be read. */
export type ReadSuite = MeasuredSuite & {
  readonly loaded: { readonly rows: NonNullable<MeasuredSuite['loaded']['rows']> };
};

export function isRead(suite: MeasuredSuite): suite is ReadSuite {
  return suite.loaded.rows !== null;
}
