import { isUtf8 } from 'node:buffer';
import { GateError } from '../errors.js';
import { resolveFiles } from './files.js';
import { readBytes } from './formats/bytes.js';
import { errorPosition } from './formats/rows.js';
import { JsonDocument } from './json-document.js';
import type { FileAccess, Json, PathPattern } from './types.js';

/** A file that a config names beside its rows, such as a JSON Schema, is written by people. */
const MAX_BYTES = 10_000_000;

/**
 * Reads a file that holds one JSON value.
 * @throws GateError where the path names no file, or several, or one that is not JSON
 */
export async function readDocument(pattern: PathPattern, access: FileAccess): Promise<JsonDocument> {
  const [file, another] = await resolveFiles([pattern], access);
  if (file === undefined || another !== undefined) {
    throw new GateError(`"${pattern.pattern}" matches several files; name one`, pattern.place);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of readBytes(file)) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new GateError('is larger than 10 MB; name the right file', { file: file.shown });
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (!isUtf8(bytes)) throw new GateError('is not valid UTF-8; save the file as UTF-8', { file: file.shown });
  const text = bytes.toString('utf8');
  try {
    return new JsonDocument(file.shown, JSON.parse(text) as Json);
  } catch (cause) {
    const position = errorPosition(cause);
    const line = position === null ? undefined : text.slice(0, position).split('\n').length;
    throw new GateError('is not valid JSON', { file: file.shown, line }, { cause });
  }
}
