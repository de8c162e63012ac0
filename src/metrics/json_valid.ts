import { define } from './define.js';
import { parseJson } from './json.js';
import { recipe } from './recipe.js';
import { meanMetric, overSamples, scored } from './samples.js';

/** 1 where the whole output is one JSON value (RFC 8259), white space around it aside. It needs no reference. */
export const jsonValid = define({ name: 'json_valid', about: '1 where the output is JSON' }, {}, (id) =>
  meanMetric({ id, recipe: recipe('json_valid', {}, 'rfc8259') }, (row) =>
    overSamples(row, (text) => scored(parseJson(text) === null ? 0 : 1)),
  ),
);
