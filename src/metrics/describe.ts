import type { OptionsSchema } from './define.js';
import type { Metric } from './metric.js';
import { definitions } from './registry.js';

/** What docs and editors say of a metric that a config can name. */
export interface MetricDescription extends Pick<Metric, 'unit' | 'range' | 'direction'> {
  readonly name: string;
  /** What its value is, as the end of a sentence. */
  readonly about: string;
  /** What its values equal: a reference implementation with its version, or a rule; the `as:` of its recipe. */
  readonly equals: string;
  readonly options: OptionsSchema;
}

/** Every metric of the registry with its default options, and `scores.<name>`. */
export async function describeMetrics(): Promise<readonly MetricDescription[]> {
  return (await definitions()).map((definition) => {
    const { name, about, example = {} } = definition;
    const { unit, range, direction, recipe } = definition.create(name, example);
    return { name, about, unit, range, direction, equals: recipe.split('as:').at(-1)!, options: definition.options() };
  });
}
