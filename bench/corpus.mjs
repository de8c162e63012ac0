// A small corpus with leaks of several kinds, the same for the same seed, for machines without the big generator.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomness } from './random.mjs';

const SYLLABLES = 'ba ke ti mo ru san ler qui dor vex na pel gri zo ém ß İ ΟΣ 日 😀'.split(' ');
/** White space to Python, white space to JavaScript alone (U+FEFF), and to neither (U+200B). */
const SPACES = [' ', ' ', ' ', ' ', ' ', '\n', '\t', '\u00a0', '\u0085', '\u001c', '\u3000', '\ufeff', '\u200b'];
const EXAMPLES = 300;
const LEAK_SHARE = 0.1;

/** Writes train.jsonl (instruction, output) of about so many bytes, and eval.jsonl (id, question, answer). */
export function writeCorpus(folder, bytes, seed) {
  const { next: random, pick } = randomness(seed);
  const vocabulary = Array.from({ length: 5000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(SYLLABLES)).join(''),
  );
  // Squared, so that some words are common and phrases recur.
  const word = () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)];
  const words = (count) => Array.from({ length: count }, word);
  const spaced = (list) => list.reduce((text, next) => text + pick(SPACES) + next);

  const examples = Array.from({ length: EXAMPLES }, (_, i) => ({
    id: `e${i}`,
    question: words(10 + Math.floor(random() * 40)).join(' '),
    answer: words(1 + Math.floor(random() * 30)).join(' '),
  }));
  const edits = [
    ({ question, answer }) => [question, answer],
    ({ question }) => [question.toUpperCase(), spaced(words(20))],
    ({ answer }) => [spaced(words(20)), answer],
    ({ question, answer }) => [spaced(words(30)), spaced(`${question} ${answer}`.split(' '))],
    ({ question }) => [question.split(' ').slice(3, 12).join('  '), ''],
  ];
  const rows = [];
  for (let size = 0; size < bytes;) {
    const leaks = random() < LEAK_SHARE;
    const [instruction, output] = leaks ? pick(edits)(pick(examples)) : [spaced(words(40)), spaced(words(80))];
    rows.push(`${JSON.stringify({ instruction, output })}\n`);
    size += Buffer.byteLength(rows.at(-1));
  }
  writeFileSync(join(folder, 'train.jsonl'), rows.join(''));
  writeFileSync(join(folder, 'eval.jsonl'), examples.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
