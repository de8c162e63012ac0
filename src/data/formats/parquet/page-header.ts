import type { PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { Damaged } from './fault.js';
import type { RandomAccess } from './random-access.js';
import { thriftEnd, TooShort } from './thrift.js';

/** A page's header is some fifty bytes, and more where it repeats the least and the greatest text of the page. */
const WINDOWS = [1 << 10, 1 << 16, 1 << 24];
const MOST_VALUES = 1000;

/** Reads the header at an offset, and says where the page's own bytes begin. */
export function readPageHeader(file: RandomAccess, at: number, end: number): { header: PageHeader; start: number } {
  for (const window of WINDOWS) {
    const bytes = file.read(at, Math.min(window, end - at));
    try {
      const length = thriftEnd(bytes, 0, MOST_VALUES);
      const view = new DataView(bytes.buffer, bytes.byteOffset, length);
      return { header: parquetHeader({ view, offset: 0 }), start: at + length };
    } catch (error) {
      if (!(error instanceof TooShort) || bytes.length < window) throw error;
    }
  }
  throw new Damaged('a page header is too long');
}
