import { readDocument } from '../data/index.js';
import type { FileAccess, PathPattern } from '../data/types.js';
import type { MetricSpec } from '../metrics/metric.js';

/**
 * Metrics do no I/O, so a `schema` that is a path is read here, and stands in the spec as what the file holds. json_schema
 * has one, also where pass@k judges by it.
 * @param pathAt a path as the config means it; `key` is where it stands below the suite, such as `metrics[0].schema`
 * @throws GateError where the file can't be read
 */
export async function withDocuments(
  specs: readonly MetricSpec[],
  pathAt: (path: string, key: string) => PathPattern,
  access: FileAccess,
): Promise<readonly MetricSpec[]> {
  const withSchema = async (spec: MetricSpec, key: string): Promise<MetricSpec> => {
    const { schema } = spec;
    if (spec.name !== 'json_schema' || typeof schema !== 'string') return spec;
    return { ...spec, schema: await readDocument(pathAt(schema, `${key}.schema`), access) };
  };
  const read: MetricSpec[] = [];
  for (const [i, spec] of specs.entries()) {
    const key = `metrics[${i}]`;
    const { by } = spec;
    read.push(isSpec(by) ? { ...spec, by: await withSchema(by, `${key}.by`) } : await withSchema(spec, key));
  }
  return read;
}

function isSpec(value: unknown): value is MetricSpec {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}
