/** What a row means: an eval row in any of the known shapes as an example, a prediction row as a model's outputs. */
export { exampleOf, labelExample, PlainExample, type ExampleRow } from './example.js';
export { NO_SCORES, outputKeyOf } from './output.js';
export { labelPrediction, PlainPrediction, predictionOf, type PredictionRow } from './prediction.js';
export { idOf, scoreOf, textOf, valueOf } from './values.js';
