import type { EntryForm } from '../judge/cache/index.js';
import type { Vector } from './vector.js';

/** A text's embedding as it is kept: never one that failed. */
export interface StoredVector {
  readonly vector: Vector;
  /** The model as the server named it. */
  readonly model: string;
}

const START = '{"eval_gate_embedding":';
const FORMAT = 1;
const HEX = /^[0-9a-f]{64}$/u;
const BASE64 = /^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/u;

/** The caller's text is not kept, only its hash; 1,536 dimensions take about 2.2 kB. */
export const EMBEDDINGS_FORM: EntryForm<StoredVector> = {
  noun: 'embeddings',
  start: START,
  line: (key, { vector, model }) =>
    JSON.stringify({ eval_gate_embedding: FORMAT, key, model, int8: Buffer.from(vector).toString('base64') }),
  read: (line) => {
    const { eval_gate_embedding: format, key, model, int8, ...more } = objectIn(line) ?? {};
    if (format !== FORMAT || typeof key !== 'string' || !HEX.test(key) || typeof model !== 'string') return null;
    if (typeof int8 !== 'string' || int8 === '' || !BASE64.test(int8) || Object.keys(more).length > 0) return null;
    const vector = Int8Array.from(Buffer.from(int8, 'base64'));
    return vector.every((value) => value === 0) ? null : { key, value: { vector, model } };
  },
  // The same text embedded twice differs in its last digits on many servers: that is no contradiction worth a warning.
  same: () => true,
};

function objectIn(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
