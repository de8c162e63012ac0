import type { FileMetaData } from 'hyparquet';
import { parquetMetadata } from 'hyparquet/src/metadata.js';
import { Damaged, Unsupported } from './fault.js';
import type { RandomAccess } from './random-access.js';
import { thriftEnd } from './thrift.js';

/** A footer as objects takes some ten times its size in memory. */
const LARGEST_FOOTER = 1 << 26;
const MOST_VALUES = 10_000_000;
/** Behind the footer: its length, and the magic number. */
const TAIL_BYTES = 8;

/** Reads what a file says of itself. */
export function readFooter(file: RandomAccess): FileMetaData {
  if (file.size < TAIL_BYTES + 4) throw new Damaged('it is too short');
  const tail = file.read(file.size - TAIL_BYTES, TAIL_BYTES);
  const magic = tail.toString('latin1', 4);
  if (magic === 'PARE') throw new Unsupported('it is encrypted');
  if (magic !== 'PAR1') throw new Damaged('it does not end as Parquet files do');
  const length = tail.readUInt32LE(0);
  if (length > LARGEST_FOOTER) throw new Unsupported('its footer is larger than 64 MB');
  const footer = file.read(file.size - TAIL_BYTES - length, length + TAIL_BYTES);
  thriftEnd(footer, 0, MOST_VALUES);
  return parquetMetadata(footer, { geoparquet: false });
}
