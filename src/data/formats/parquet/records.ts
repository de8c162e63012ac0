import type { FileMetaData, RowGroup } from 'hyparquet';
import type { Json } from '../../types.js';
import { MAX_ROW_BYTES } from '../limits.js';
import type { TextObject, TextTree } from '../long-row.js';
import { Cursor, type RowNotes } from './cursor.js';
import { Damaged, Unsupported } from './fault.js';
import { Pages } from './pages.js';
import type { RandomAccess } from './random-access.js';
import type { Node, Schema } from './schema.js';

/** Values in the lists of one row that are held; a row of more is not read. */
const MOST_ROW_VALUES = 20_000_000;

export interface Record {
  readonly row: TextObject;
  readonly notes: Readonly<RowNotes>;
}

/** Puts the rows of a row group together again from its columns, of which one page each is in memory at a time. */
export function* recordsOf(
  file: RandomAccess,
  schema: Schema,
  group: FileMetaData['row_groups'][number],
  isTraining: boolean,
): Generator<Record, void, undefined> {
  const cursors = cursorsOf(file, schema, group, isTraining);
  const rows = Number(group.num_rows);
  const assembly = new Assembly(cursors);
  for (let i = 0; i < rows; i++) {
    const record = assembly.record(schema.columns);
    for (let at = 0; at < cursors.length; at++) {
      if (schema.leaves[at]!.repetition > 0 && cursors[at]!.repetition !== 0) {
        throw new Damaged(`the column "${schema.leaves[at]!.path}" does not fit the others`);
      }
    }
    yield record;
  }
  if (cursors.some((cursor) => !cursor.isEnded)) throw new Damaged('a row group has more rows than it says');
}

function cursorsOf(file: RandomAccess, schema: Schema, group: RowGroup, isTraining: boolean): readonly Cursor[] {
  if (group.columns.length !== schema.leaves.length) throw new Damaged('a row group lacks columns');
  return schema.leaves.map((leaf, i) => {
    const { meta_data: chunk, file_path: elsewhere, crypto_metadata: crypto } = group.columns[i]!;
    if (crypto !== undefined) throw new Unsupported(`its column "${leaf.path}" is encrypted`);
    if (elsewhere !== undefined && elsewhere !== '') throw new Unsupported('its columns lie in other files');
    if (chunk === undefined) throw new Damaged('a column is not described');
    return new Cursor(new Pages(file, leaf, chunk), leaf, isTraining);
  });
}

/** Puts rows together as their definition and repetition levels say (Melnik et al. 2010, "Dremel"). */
class Assembly {
  readonly #cursors: readonly Cursor[];
  #notes: RowNotes = { bytes: 0, isTooLarge: false, isReplaced: false };
  #values = 0;

  constructor(cursors: readonly Cursor[]) {
    this.#cursors = cursors;
  }

  record(columns: readonly Node[]): Record {
    this.#notes = { bytes: 0, isTooLarge: false, isReplaced: false };
    this.#values = 0;
    const row = Object.create(null) as { [key: string]: TextTree };
    for (const column of columns) row[column.name] = this.#read(column);
    return { row, notes: this.#notes };
  }

  /** A node's next value: null where it is not there. */
  #read(node: Node): TextTree {
    if (node.isRepeated) return this.#list(node, null);
    if (node.isOptional && this.#first(node).definition < node.definition) return this.#skip(node);
    return this.#content(node);
  }

  #content(node: Node): TextTree {
    const { shape } = node;
    switch (shape.kind) {
      case 'value':
        return this.#value(node);
      case 'structure': {
        const object = Object.create(null) as { [key: string]: TextTree };
        for (const child of shape.children) object[child.name] = this.#read(child);
        return object;
      }
      case 'list':
        return this.#list(shape.item, shape.wrapped);
      case 'map':
        return this.#map(shape.entry, shape.key, shape.value);
    }
  }

  /** The repetitions of a node; `wrapped` is the element inside of each, where it is not the node itself. */
  #list(repeated: Node, wrapped: Node | null): readonly TextTree[] {
    const items: TextTree[] = [];
    this.#repeat(repeated, () => {
      const item = wrapped === null ? this.#content(repeated) : this.#read(wrapped);
      if (!this.#notes.isTooLarge) items.push(item);
    });
    return items;
  }

  #map(entry: Node, key: Node, value: Node): TextObject {
    const object = Object.create(null) as { [key: string]: TextTree };
    this.#repeat(entry, () => {
      const name = this.#read(key);
      const item = this.#read(value);
      if (!this.#notes.isTooLarge) object[typeof name === 'string' ? name : JSON.stringify(name)] = item;
    });
    return object;
  }

  #repeat(node: Node, read: () => void): void {
    const first = this.#first(node);
    if (first.definition < node.definition) {
      this.#skip(node);
      return;
    }
    do {
      if (++this.#values > MOST_ROW_VALUES) this.#notes.isTooLarge = true;
      read();
    } while (first.repetition === node.repetition);
  }

  #value(node: Node): TextTree {
    const cursor = this.#cursors[node.leaves[0]]!;
    if (cursor.definition < node.definition) throw new Damaged('a value is missing');
    if (this.#notes.isTooLarge) {
      cursor.skip();
      return null;
    }
    const value = cursor.take(this.#notes);
    if (this.#notes.bytes > MAX_ROW_BYTES) this.#notes.isTooLarge = true;
    return value;
  }

  #skip({ leaves: [first, end] }: Node): Json {
    for (let i = first; i < end; i++) this.#cursors[i]!.skip();
    return null;
  }

  #first({ leaves: [first] }: Node): Cursor {
    return this.#cursors[first]!;
  }
}
