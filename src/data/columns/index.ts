/** Files of rows that are an id and one short text each, read into columns: of a million of them there is no object a row. */
export { loadColumns } from './load.js';
