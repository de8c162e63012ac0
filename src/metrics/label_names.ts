import { createHash } from 'node:crypto';

/** Longer labels are sentences that a model wrote in place of one. In code points. */
const LONGEST = 200;

/**
 * The columns of counts by label, kind by kind: `tp:` (said and right), `pred:` (said), `true:` (the reference). A label of
 * more than 200 code points is its first 200 and a hash of the whole, so that rows.jsonl does not repeat outputs in every
 * name. Names differ where labels do: a name with a hash is longer than any label that stands as it is.
 */
export function labelColumns(labels: readonly string[]): string[] {
  const names = labels.map(nameOf);
  return ['tp', 'pred', 'true'].flatMap((kind) => names.map((name) => `${kind}:${name}`));
}

function nameOf(label: string): string {
  if (label.length <= LONGEST) return label;
  // Twice as many units hold as many code points for certain.
  const start = Array.from(label.slice(0, 2 * LONGEST + 1));
  if (start.length <= LONGEST) return label;
  // Hashed as JSON, where a lone surrogate has a form of its own; UTF-8 knows none.
  const hash = createHash('sha256').update(JSON.stringify(label)).digest('hex');
  return `${start.slice(0, LONGEST).join('')}… sha256:${hash}`;
}
