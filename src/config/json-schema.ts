import { z } from 'zod';
import { describeMetrics, type MetricDescription } from '../metrics/index.js';
import { configSchema, METRIC_DEFINITION } from './schema.js';

/**
 * The JSON Schema (draft 2020-12) of eval-gate.yml, for editors: every key with what it means, takes, and is by default,
 * and every metric with its options.
 */
export async function configJsonSchema(): Promise<object> {
  const schema = z.toJSONSchema(configSchema, { io: 'input', target: 'draft-2020-12' });
  const metrics = await describeMetrics();
  return { ...schema, $defs: { ...schema.$defs, [METRIC_DEFINITION]: metricSchema(metrics) } };
}

function metricSchema(metrics: readonly MetricDescription[]): object {
  return {
    anyOf: [
      ...metrics.filter(({ options }) => options.required === undefined).map(byName),
      ...metrics.map((metric) => ({
        type: 'object',
        description: sentence(metric),
        properties: {
          name: nameSchema(metric.name),
          id: { type: 'string', description: 'what checks and the report call it, where one metric stands twice' },
          ...metric.options.properties,
        },
        required: ['name', ...(metric.options.required ?? [])],
        additionalProperties: false,
      })),
    ],
  };
}

function byName(metric: MetricDescription): object {
  return { ...nameSchema(metric.name), description: sentence(metric) };
}

/** A name that is fixed, or one with a part of the user's own, written `<name>`. */
function nameSchema(name: string): object {
  const [prefix, own] = name.split('<');
  const description = 'what is measured';
  return own === undefined
    ? { const: name, description }
    : { type: 'string', pattern: `^${prefix!.replaceAll('.', '\\.')}.+$`, description };
}

function sentence({ about, direction, equals }: MetricDescription): string {
  return `${about} (${direction === 'higher' ? 'more' : 'less'} is better; as ${equals})`;
}
