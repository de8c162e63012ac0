import type { ByteRange } from './bytes.js';

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * The elements of the list that a JSON text is, or of each list that stands right in the object that it is, list by list.
 * The text is known to be valid.
 */
export function elementsOf(bytes: Uint8Array): ByteRange[][] {
  const lists: ByteRange[][] = [];
  const first = bytes.findIndex((byte) => byte === OPEN_LIST || byte === OPEN_OBJECT);
  const level = bytes[first] === OPEN_LIST ? 1 : 2;
  const open: number[] = [];
  let start = -1;
  let end = -1;
  const isInList = (): boolean => open.length === level && open[level - 1] === OPEN_LIST;
  const finish = (): void => {
    if (start >= 0) lists.at(-1)!.push({ start, end });
    start = -1;
  };
  for (let at = Math.max(0, first); at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte <= 0x20) continue;
    if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      if (isInList()) finish();
      open.pop();
      if (isInList()) end = at + 1;
      continue;
    }
    if (byte === COMMA && isInList()) {
      finish();
      continue;
    }
    if (isInList() && start < 0) start = at;
    if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      open.push(byte);
      if (isInList()) lists.push([]);
    } else if (byte === QUOTE) {
      for (at++; bytes[at] !== QUOTE; at++) if (bytes[at] === BACKSLASH) at++;
    }
    if (isInList()) end = at + 1;
  }
  return lists;
}

/** What to take out of a list so that the chosen elements are gone and the rest is still a list. */
export function withoutElements(
  elements: readonly ByteRange[],
  isChosen: (element: ByteRange) => boolean,
): ByteRange[] {
  const chosen = elements.map(isChosen);
  const lastKept = chosen.lastIndexOf(false);
  return elements.flatMap((element, i) => {
    if (!chosen[i]) return [];
    // With what stands up to the next element; behind the last that stays, with what stands before.
    if (i < lastKept) return [{ start: element.start, end: elements[i + 1]!.start }];
    const start = i === 0 ? element.start : elements[i - 1]!.end;
    return [{ start, end: element.end }];
  });
}
