/**
 * A text in at most `maxBytes` of UTF-8, cut at the end of a line where one is near, else between two characters.
 * What GitHub refuses outright (NUL, halves of a character) is replaced, whatever the length.
 */
export function fitText(text: string, maxBytes: number): string {
  const bytes = Buffer.from(text.replaceAll('\0', '\uFFFD'), 'utf8');
  if (bytes.length <= maxBytes) return bytes.toString('utf8');
  const note = '\n\n… cut here: too long for GitHub\n';
  let end = Math.max(0, maxBytes - Buffer.byteLength(note));
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--;
  const newline = bytes.lastIndexOf(0x0a, end);
  const nearby = newline > end / 2 ? newline : end;
  return bytes.toString('utf8', 0, nearby) + note;
}
