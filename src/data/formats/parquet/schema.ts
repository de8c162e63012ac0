import type { SchemaElement } from 'hyparquet';
import { Damaged, Unsupported } from './fault.js';

/** A column of values, which may stand deep in a row. */
export interface Leaf {
  /** Its path in a row, for messages. */
  readonly path: string;
  readonly element: SchemaElement;
  /** The level of a value that is there; below it the value, or a list or structure around it, is null or empty. */
  readonly definition: number;
  /** How many lists are around it. */
  readonly repetition: number;
}

/** A part of a row: a value, a structure, a list, or a map. */
export interface Node {
  readonly name: string;
  /** Null may stand in its place. */
  readonly isOptional: boolean;
  /** It is a list without being called one. */
  readonly isRepeated: boolean;
  /** The definition level from which on it is there. */
  readonly definition: number;
  /** How many lists are around it, itself among them if it is repeated. */
  readonly repetition: number;
  /** Numbers of its leaves: from the first up to, not including, the last. */
  readonly leaves: readonly [number, number];
  readonly shape: Shape;
}

export type Shape =
  | { readonly kind: 'value' }
  | { readonly kind: 'structure'; readonly children: readonly Node[] }
  /** Each repetition of `item` is an element; wrapped ones hold it one level deeper. */
  | { readonly kind: 'list'; readonly item: Node; readonly wrapped: Node | null }
  | { readonly kind: 'map'; readonly entry: Node; readonly key: Node; readonly value: Node };

export interface Schema {
  readonly columns: readonly Node[];
  readonly leaves: readonly Leaf[];
}

const MOST_LEVELS = 50;
const MOST_LEAVES = 20_000;

/**
 * The tree that a footer's flat list of elements means, with lists and maps as all writers since 2013 have written them
 * (parquet-format, LogicalTypes.md).
 * @throws Damaged, Unsupported
 */
export function schemaOf(elements: readonly SchemaElement[]): Schema {
  const leaves: Leaf[] = [];
  let next = 0;

  const node = (path: string, definition: number, repetition: number, level: number): Node => {
    const element = elements[next++];
    if (element === undefined || level > MOST_LEVELS) throw new Damaged('its schema is cut off or nested too deeply');
    if (element.logical_type?.type === 'VARIANT') {
      throw new Unsupported(`its column "${element.name}" is a VARIANT; write it as text`);
    }
    const isOptional = element.repetition_type === 'OPTIONAL';
    const isRepeated = element.repetition_type === 'REPEATED';
    const here = definition + (isOptional || isRepeated ? 1 : 0);
    const lists = repetition + (isRepeated ? 1 : 0);
    const ownPath = path === '' ? element.name : `${path}.${element.name}`;
    const first = leaves.length;
    const base = { name: element.name, isOptional, isRepeated, definition: here, repetition: lists };
    if (element.num_children === undefined || element.num_children === 0) {
      if (element.type === undefined) throw new Damaged('a column has no type');
      if (leaves.push({ path: ownPath, element, definition: here, repetition: lists }) > MOST_LEAVES)
        throw new Unsupported(`it has more than ${MOST_LEAVES} columns`);
      return { ...base, leaves: [first, leaves.length], shape: { kind: 'value' } };
    }
    const children: Node[] = [];
    for (let i = 0; i < element.num_children; i++) children.push(node(ownPath, here, lists, level + 1));
    return { ...base, leaves: [first, leaves.length], shape: shapeOf(element, children) };
  };

  const root = elements[0];
  if (root === undefined) throw new Damaged('it has no schema');
  next = 1;
  const columns: Node[] = [];
  for (let i = 0; i < (root.num_children ?? 0); i++) columns.push(node('', 0, 0, 0));
  return { columns, leaves };
}

function shapeOf(element: SchemaElement, children: readonly Node[]): Shape {
  const [item] = children;
  const type = element.logical_type?.type ?? element.converted_type;
  if (children.length !== 1 || item?.isRepeated !== true) return { kind: 'structure', children };
  if (type === 'LIST') return { kind: 'list', item, wrapped: wrappedIn(item, element.name) };
  const [key, value, ...others] = item.shape.kind === 'structure' ? item.shape.children : [];
  const isMap = type === 'MAP' || type === 'MAP_KEY_VALUE';
  if (isMap && key !== undefined && value !== undefined && others.length === 0) {
    return { kind: 'map', entry: item, key, value };
  }
  return { kind: 'structure', children };
}

/** The element inside a list's repeated group, unless that group is the element, as in lists of older writers. */
function wrappedIn({ name, shape }: Node, listName: string): Node | null {
  if (shape.kind !== 'structure' || shape.children.length !== 1) return null;
  if (name === 'array' || name === `${listName}_tuple` || shape.children[0]!.isRepeated) return null;
  return shape.children[0]!;
}
