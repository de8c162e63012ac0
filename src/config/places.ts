import { isMap, isScalar, isSeq, type Document, type LineCounter, type Node } from 'yaml';
import { GateError, type Place } from '../errors.js';

/** The line of each key of a config file, by its path (`gate.checks[0].min`). */
export type KeyLines = ReadonlyMap<string, number>;

/** Finds the lines of all keys and list entries of a document; what an alias stands for has none of its own. */
export function keyLines(document: Document, lines: LineCounter): KeyLines {
  const found = new Map<string, number>();
  const walk = (node: unknown, path: string): void => {
    const note = (key: string, at: unknown, value: unknown): void => {
      const { range } = (at ?? {}) as Partial<Pick<Node, 'range'>>;
      if (range !== undefined && range !== null) found.set(key, lines.linePos(range[0]).line);
      walk(value, key);
    };
    if (isSeq(node)) node.items.forEach((item, i) => note(`${path}[${i}]`, item, item));
    else if (isMap(node)) {
      for (const { key, value } of node.items) {
        note(joined(path, isScalar(key) ? String(key.value) : '?'), key, value);
      }
    }
  };
  walk(document.contents, '');
  return found;
}

/** `gate.checks[0].metric` */
export function keyOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (key, part) => (typeof part === 'number' ? `${key}[${part}]` : joined(key, String(part))),
    '',
  );
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** The line of a key, or of the nearest one around it that stands in the file. */
export function lineOf(lines: KeyLines, key: string): number | undefined {
  if (key === '' || lines.has(key)) return lines.get(key);
  return lineOf(lines, key.slice(0, Math.max(0, key.lastIndexOf('.'), key.lastIndexOf('['))));
}

/**
 * An error of something that a config says, with the place of its key in the file; unchanged where it has a file already,
 * or no key, or where there is no config file.
 * @param prefix what stands before the error's own key, such as `suites[0].`
 */
export function placed(
  error: GateError,
  config: { readonly file: string | null; readonly lines: KeyLines },
  prefix = '',
) {
  const { file, key } = error.place;
  if (config.file === null || file !== undefined || key === undefined) return error;
  const whole = `${prefix}${key}`;
  const place: Place = { file: config.file, line: lineOf(config.lines, whole), key: whole };
  return new GateError(error.what, place, { cause: error });
}
