import { GateError, placeText } from '../../errors.js';
import type { PredictionRow } from '../shapes/index.js';
import { contains } from './contained.js';
import { type ExampleIndex, type IdIndex, promptKey, promptParts } from './examples.js';
import { type Assigned, assignRows } from './group.js';
import { keyHolding, orderByIds } from './ordered.js';
import { shorten } from '../shorten.js';

export interface Pairs extends Assigned {
  readonly pairedBy: 'id' | 'prompt' | 'order';
  readonly warnings: readonly string[];
}

/**
 * Pairs rows with examples: by id where both have ids; else by prompt where all have one; else by order, where the counts
 * are equal and nothing that a row repeats contradicts it.
 * @throws GateError where neither way is safe
 */
export function pairRows(unsorted: readonly PredictionRow[], index: ExampleIndex): Pairs {
  const { examples, byId } = index;
  const rows = inDocumentOrder(unsorted);
  if (rows.length === 0 || examples.length === 0) {
    const pairedBy = byId === null ? 'order' : 'id';
    return { pairedBy, groups: examples.map(() => null), extra: rows.map((row) => [row]), warnings: [] };
  }
  const ids = assertAllOrNone(rows);
  if (byId !== null && ids) return pairById(rows, byId, index);
  const byPosition = byId === null ? null : positionsAsIds(rows, byId, index);
  if (byPosition !== null) return byPosition;
  if (index.byPrompt !== null && rows.every((row) => row.prompt !== null)) return pairByPrompt(rows, index);
  return pairByOrder(rows, index);
}

/** Rows that say their place in the dataset may have been written in another order, by several processes for one. */
function inDocumentOrder(rows: readonly PredictionRow[]): readonly PredictionRow[] {
  return rows.every((row) => row.position !== null) ? [...rows].sort((a, b) => a.position! - b.position!) : rows;
}

/** True where all rows have an id, false where none has. */
function assertAllOrNone(rows: readonly PredictionRow[]): boolean {
  const without = rows.find((row) => row.id === null);
  if (without === undefined) return true;
  const withId = rows.find((row) => row.id !== null);
  if (withId === undefined) return false;
  const place = placeText(withId.source);
  throw new GateError(`has no id, while other rows have one (${place}); give every row an id, or none`, {
    ...without.source,
  });
}

function pairById(rows: readonly PredictionRow[], byId: IdIndex, index: ExampleIndex): Pairs {
  const assigned = assignRows(
    rows,
    index.examples.length,
    (row, at) => byId.find(row.id!, at),
    (row) => row.id!,
    (row) => `id "${shorten(row.id!)}"`,
  );
  if (hasPair(assigned)) return { ...assigned, pairedBy: 'id', warnings: [] };
  const example = index.examples[0]!;
  throw new GateError(
    `no id is one of the eval set's: here "${shorten(rows[0]!.id!)}", there "${shorten(example.id)}" (${placeText(example.source)}); name the right key with fields.id`,
    { ...rows[0]!.source },
  );
}

/**
 * lm-evaluation-harness numbers its documents. The numbers are taken for the eval set's ids only if every one of them is
 * one and no prompt contradicts it, since an eval set numbered from 1 would else pair with its neighbours.
 */
function positionsAsIds(rows: readonly PredictionRow[], byId: IdIndex, index: ExampleIndex): Pairs | null {
  const fits = rows.every((row, i) => {
    const at = row.position === null ? undefined : byId.find(String(row.position), i);
    return at !== undefined && contradiction(row, at, index) === null;
  });
  return fits
    ? pairById(
        rows.map((row) => ({ ...row, id: String(row.position) })),
        byId,
        index,
      )
    : null;
}

function pairByPrompt(rows: readonly PredictionRow[], index: ExampleIndex): Pairs {
  const { positions, repeated } = index.byPrompt!;
  if (repeated !== null) return pairRepeatedPrompts(rows, repeated, index);
  const assign = (positionOf: (row: PredictionRow, index: number) => number | undefined): Assigned =>
    assignRows(
      rows,
      index.examples.length,
      positionOf,
      (row) => promptKey(row.prompt!),
      (row) => `the prompt "${shorten(row.prompt!)}"`,
    );
  const exact = assign((row) => positions.get(promptKey(row.prompt!)));
  if (hasPair(exact)) return { ...exact, pairedBy: 'prompt', warnings: [] };
  const found = rows.map((row) => containedExample(row, index));
  if (found.every((at) => at === undefined)) throw noPromptFits(rows[0]!, index);
  const warning = `${rows[0]!.source.file} repeats prompts with more text around them, as a chat template leaves it: each row belongs to the one eval prompt that it contains.`;
  return { ...assign((_, i) => found[i]), pairedBy: 'prompt', warnings: [warning] };
}

function containedExample(row: PredictionRow, index: ExampleIndex): number | undefined {
  const found = index.contained.find(row.prompt!);
  if (found.length <= 1) return found[0];
  const [a, b] = found.map((at) => index.examples[at]!.source);
  throw new GateError(
    `its prompt contains several prompts of the eval set (${placeText(a!)}, ${placeText(b!)}); give the rows ids`,
    { ...row.source },
  );
}

/** Equal prompts can only be told apart by their order, if all the other prompts confirm it. */
function pairRepeatedPrompts(
  rows: readonly PredictionRow[],
  repeated: readonly [number, number],
  index: ExampleIndex,
): Pairs {
  const inOrder = rows.length === index.examples.length && rows.every((row, at) => promptAgrees(row, at, index));
  const [a, b] = repeated.map((at) => index.examples[at]!.source);
  if (inOrder) {
    const warning = `${rows[0]!.source.file} was paired by order, since prompts repeat (${placeText(a!)} and ${b!.line}): a row that stands elsewhere is compared with the wrong example. Give the rows ids.`;
    return { pairedBy: 'order', groups: rows, extra: [], warnings: [warning] };
  }
  throw new GateError(
    `has the same prompt as ${placeText(a!)}, so ${rows[0]!.source.file} can't be paired by prompt; give the rows ids`,
    { ...b! },
  );
}

function pairByOrder(rows: readonly PredictionRow[], index: ExampleIndex): Pairs {
  const { examples } = index;
  const { file } = rows[0]!.source;
  if (rows.length !== examples.length) {
    throw new GateError(
      `has ${rows.length} rows for ${examples.length} examples, and no ids or prompts that both files share to pair them by; ${idsNeeded(rows[0]!, index)}`,
      { file },
    );
  }
  const order = orderByIds(rows);
  const { id, source } = rows[0]!;
  if (order === 'denied' || (order === 'unknown' && id !== null && keyHolding(id, examples) !== null)) {
    throw new GateError(
      `has ids in an order of their own (here "${shorten(id!)}"), and the eval set none to pair them by; ${idsNeeded(rows[0]!, index)}`,
      { ...source },
    );
  }
  const numbered = rows.find((row) => row.sample !== null && row.sample !== rows[0]!.sample);
  if (numbered !== undefined) {
    throw new GateError('has a sample number but no id or prompt that says of what; give the rows ids', {
      ...numbered.source,
    });
  }
  rows.forEach((row, at) => {
    const what = contradiction(row, at, index);
    if (what === null) return;
    const { source } = examples[at]!;
    throw new GateError(
      `repeats another ${what} than the example in its place (${placeText(source)}), so the files can't be paired by order; give the rows ids`,
      { ...row.source },
    );
  });
  return {
    pairedBy: 'order',
    groups: rows,
    extra: [],
    warnings: [
      `${file} shares no ids or prompts with the eval set: its ${rows.length} rows were paired by their order. Give both files ids to be safe.`,
    ],
  };
}

/** What to do where ids are missing: the eval set may hold them under another name. */
function idsNeeded({ id }: PredictionRow, { examples }: ExampleIndex): string {
  if (id === null) return 'give the rows ids, or name the key that holds them with fields.id';
  const key = keyHolding(id, examples);
  return key === null
    ? 'give the eval set the same ids, or name the key that holds them with fields.id'
    : `the eval set holds such ids under "${shorten(key)}": name it with fields.id`;
}

/** What a row repeats of its example but differently, or null. */
function contradiction(row: PredictionRow, at: number, index: ExampleIndex): 'prompt' | 'reference' | null {
  const { prompt, references } = index.examples[at]!;
  if (row.prompt !== null && prompt !== null && !promptAgrees(row, at, index)) return 'prompt';
  if (row.labels.length === 0 || references.length === 0) return null;
  const labels = new Set(row.labels.map(withoutEndTokens));
  return references.some((reference) => labels.has(withoutEndTokens(reference))) ? null : 'reference';
}

function promptAgrees(row: PredictionRow, at: number, index: ExampleIndex): boolean {
  const example = index.examples[at]!;
  return promptKey(row.prompt!) === promptKey(example.prompt!) || contains(row.prompt!, promptParts(example));
}

/** A label decoded from tokens ends with the model's end-of-turn tokens where they were kept. */
function withoutEndTokens(text: string): string {
  return text.replace(/(?:\s|<\|[^|<>\s]{1,40}\|>|<\/s>|<eos>|<end_of_turn>)+$/u, '').trim();
}

function noPromptFits(row: PredictionRow, index: ExampleIndex): GateError {
  const example = index.examples[0]!;
  return new GateError(
    `no prompt is one of the eval set's: here "${shorten(row.prompt!)}", there "${shorten(example.prompt!)}" (${placeText(example.source)}); give the rows ids`,
    { ...row.source },
  );
}

function hasPair({ groups }: Assigned): boolean {
  return groups.some((group) => group !== null);
}
