import { Damaged } from './fault.js';

/** Levels of structures in structures: Parquet has about ten. */
const MOST_LEVELS = 20;

const [TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, STRUCT] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12];

/** Thrown where a structure goes on behind the bytes. */
export class TooShort extends Damaged {}

/**
 * Goes through a structure in Thrift's compact protocol without building anything, so that a parser can then trust its sizes:
 * one that believes a list's length sets memory aside for elements that are not there.
 * @param mostValues values in it, at all levels
 * @returns the offset behind it
 * @throws TooShort where it goes on behind the bytes, Damaged where it is none or has too many values
 */
export function thriftEnd(bytes: Buffer, start: number, mostValues: number): number {
  let at = start;
  let values = 0;

  const need = (count: number): void => {
    if (count < 0 || at + count > bytes.length) throw new TooShort('a structure is cut off');
  };
  const byte = (): number => {
    need(1);
    return bytes[at++]!;
  };
  const varint = (mostBytes: number): number => {
    let value = 0;
    for (let i = 0; i < mostBytes; i++) {
      const next = byte();
      value += (next & 0x7f) * 2 ** (7 * i);
      if (next < 0x80) return value;
    }
    throw new Damaged('a number is too long');
  };
  const value = (type: number, level: number): void => {
    if (++values > mostValues) throw new Damaged('it has too many parts');
    if (type === TRUE || type === FALSE) return;
    if (type === BYTE) byte();
    else if (type === I16 || type === I32) varint(5);
    else if (type === I64) varint(10);
    else if (type === DOUBLE || type === BINARY) {
      const length = type === DOUBLE ? 8 : varint(5);
      need(length);
      at += length;
    } else if (type === LIST) list(level);
    else if (type === STRUCT) struct(level + 1);
    else throw new Damaged('a structure has an unknown part');
  };
  const list = (level: number): void => {
    const head = byte();
    const length = head >> 4 === 15 ? varint(5) : head >> 4;
    const type = head & 15;
    need(length); // an element has a byte at least
    for (let i = 0; i < length; i++) value(type === TRUE || type === FALSE ? BYTE : type, level + 1);
  };
  const struct = (level: number): void => {
    if (level > MOST_LEVELS) throw new Damaged('a structure is nested too deeply');
    for (let head = byte(); (head & 15) !== 0; head = byte()) {
      if (head >> 4 === 0) varint(5);
      value(head & 15, level);
    }
  };
  struct(0);
  return at;
}
