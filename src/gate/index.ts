// Holds measures against the user's rules and decides the verdict: pure functions that know no metric's inside.
export { decide, type GateInput, type GateOutcome } from './decide.js';
export { suiteFailure, type SuiteCounts } from './suite-failure.js';
export { exitCode } from './verdict.js';
export { CONTAMINATION_RATE, compared, comparedFew, measureName, type GateSuite } from './plan.js';
export * from './figures.js';
