/** The lines of rows.jsonl, of which bytes are good for a while only. */
export function linesOf(rows: Iterable<string | Uint8Array>): string[] {
  return Array.from(rows, (one) =>
    typeof one === 'string' ? [one] : Buffer.from(one).toString('utf8').trimEnd().split('\n'),
  ).flat();
}
