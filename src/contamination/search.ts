// What a scan runs: loaded where one is wanted, since the rest of a run is faster without it.
export { Removals, writeClean } from './clean/index.js';
export { eachTrainingRow } from './engine/index.js';
export { searchInside } from './robust/index.js';
export { scanTraining } from './scan.js';
