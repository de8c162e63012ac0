/** Asks an endpoint of OpenAI's kind: what it takes, faults, retries, budget, and many questions at once. */
export { createJudgeClient, type JudgeClient, type JudgeClientOptions } from './client.js';
export { objectOf } from './completion.js';
export { readEndpoint } from './endpoint.js';
export { estimate, estimateText, overBudget, spentText, type Estimate } from './estimate.js';
export { type Answer } from './interview.js';
export { openLine, type Line, type LineOptions } from './line.js';
export { type Spent } from './meter.js';
export { runAll, type RunAllOptions } from './run-all.js';
export type { Reading, Service, Wire } from './service.js';
