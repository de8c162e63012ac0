import type { Json } from '../data/types.js';
import { strip } from '../text/index.js';

/** A text that is one JSON value (RFC 8259), white space around it aside; null where it is not. Code fences are not JSON. */
export function parseJson(text: string): { readonly value: Json } | null {
  try {
    return { value: JSON.parse(strip(text)) as Json };
  } catch {
    return null;
  }
}
