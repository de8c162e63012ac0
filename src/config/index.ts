/** What the user wants: eval-gate.yml and the inputs, read once, checked once, with every default filled in. */
export { loadConfig, DEFAULT_CONFIG } from './load.js';
export { configJsonSchema } from './json-schema.js';
export { placed } from './places.js';
export { CONTAMINATION_DEFAULTS, GATE_DEFAULTS } from './schema.js';
export type { Config, ContaminationConfig, RunRequest, SuiteConfig } from './types.js';
