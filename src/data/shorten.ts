/** Enough of a text to recognise it by. */
export function shorten(text: string): string {
  const points = Array.from(text.slice(0, 200));
  return points.length > 80 || text.length > 200 ? `${points.slice(0, 80).join('')}…` : text;
}
