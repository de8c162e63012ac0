/** Spots outputs that try to instruct their judge, by their words, their forms and their hidden characters. */
export { injectionFlags, type InjectionFlag } from './flags.js';
