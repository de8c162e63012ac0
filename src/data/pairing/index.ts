/** Lays a model's rows beside the examples: by id, else by prompt, else by order. */
export { ExampleIndex, promptKey } from './examples.js';
export { hashOutputs, sideOf } from './side.js';
