/**
 * A metric's recipe: its name, its parameters and the implementation that it equals, like a sacrebleu signature.
 * Parameters keep their order; booleans read yes and no.
 */
export function recipe(
  name: string,
  parameters: Readonly<Record<string, string | number | boolean>>,
  reference: string,
): string {
  const parts = Object.entries(parameters).map(([key, value]) => `${key}:${shown(value)}`);
  return [name, ...parts, `as:${reference}`].join('|');
}

function shown(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
