import type Ajv from 'ajv/dist/core.js';
import type { DataValidateFunction } from 'ajv/dist/types/index.js';

/**
 * Puts keywords that compare values in the place of ajv's own: `const`, `enum` and `uniqueItems` by one text per value.
 * ajv compares each item with each other one, so that one output with a long list would hang the gate; and it calls
 * `valueOf` where an output names a key so, which throws.
 */
export function compareByText(ajv: Pick<Ajv.default, 'addKeyword' | 'removeKeyword'>): void {
  for (const keyword of ['const', 'enum', 'uniqueItems']) ajv.removeKeyword(keyword);
  ajv.addKeyword({
    keyword: 'const',
    errors: false,
    error: { message: 'must be equal to constant' },
    compile: (value: unknown) => isOneOf([value]),
  });
  ajv.addKeyword({
    keyword: 'enum',
    schemaType: 'array',
    errors: false,
    error: { message: 'must be equal to one of the allowed values' },
    compile: (values: readonly unknown[]) => {
      if (values.length === 0) throw new Error('"enum" must name a value');
      return isOneOf(values);
    },
  });
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    before: 'items', // reported before what is wrong with single items, as ajv's own
    compile: (unique: boolean) => (unique ? uniqueItems() : () => true),
  });
}

function isOneOf(values: readonly unknown[]): DataValidateFunction {
  const allowed = new Set(values.map(textOf));
  return (data: unknown) => allowed.has(textOf(data));
}

function uniqueItems(): DataValidateFunction {
  const check: DataValidateFunction = (items: readonly unknown[]) => {
    const seen = new Map<string, number>();
    for (const [i, item] of items.entries()) {
      const text = textOf(item);
      const earlier = seen.get(text);
      if (earlier !== undefined) {
        const message = `must NOT have duplicate items (items ## ${earlier} and ${i} are identical)`;
        check.errors = [{ keyword: 'uniqueItems', message, params: { i, j: earlier } }];
        return false;
      }
      seen.set(text, i);
    }
    return true;
  };
  return check;
}

/** The same for equal JSON values and for no others: members in one order; numbers by value, 1e999 (Infinity) among them. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  }
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${textOf(member)}`).join()}}`;
}
