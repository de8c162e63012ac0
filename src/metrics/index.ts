/** Metrics: recipes from an example and its outputs to statistics that add up, and from their sum to a value. */
export { describeMetrics, type MetricDescription } from './describe.js';
export { inferMetrics, type Inferred } from './infer.js';
export { judgedMetric, type Judgment } from './judged.js';
export type { Layout, Measured, Metric, MetricDetails, MetricRow, MetricSpec, Unit } from './metric.js';
export { createMetric, loadMetric, metricNames } from './registry.js';
