import { readDocument } from '../data/index.js';
import type { FileAccess, PathPattern } from '../data/types.js';
import type { MetricSpec } from '../metrics/metric.js';

/**
 * Metrics do no I/O, so a `schema` that is a path is read here, and stands in the spec as what the file holds.
 * @param pathAt a path as the config means it; `key` is where it stands below the suite, such as `metrics[0].schema`
 * @throws GateError where the file can't be read
 */
export async function withDocuments(
  specs: readonly MetricSpec[],
  pathAt: (path: string, key: string) => PathPattern,
  access: FileAccess,
): Promise<readonly MetricSpec[]> {
  const read: MetricSpec[] = [];
  for (const [i, spec] of specs.entries()) {
    const { schema } = spec;
    const isPath = spec.name === 'json_schema' && typeof schema === 'string';
    read.push(isPath ? { ...spec, schema: await readDocument(pathAt(schema, `metrics[${i}].schema`), access) } : spec);
  }
  return read;
}
