// Ways in which an eval example gets into training data: as it is, in part, or edited. Each makes one training row.

/** The tables of docs/contamination.md have these ten; the shared generator plants the same kinds. */
export const KINDS = [
  'verbatim',
  'case and punctuation',
  'unicode',
  'embedded',
  'split over two fields',
  '60% of the question',
  'numbers changed',
  'answer only',
  'chunks reordered',
  'every 6th word replaced',
];

/** Edits that the thresholds were not chosen on. */
export const MORE_KINDS = [
  'every 4th word replaced',
  'every 7th word left out',
  'a word put in after every 5th',
  'two letters swapped in every 8th word',
  'sentences in another order',
  'names replaced',
  'markdown and HTML',
  'line breaks, tabs and zero-width characters',
  'over two chat turns',
];

/**
 * One training row with an example in it.
 * @param {string} kind one of KINDS or MORE_KINDS
 * @param {{question: string, answer: string}} example
 * @param {{next, between, pick, shuffled}} random from randomness()
 * @param {(count: number) => string} filler so many words of other text
 * @param {(count: number) => string} word a word of other text, such as replaces one
 * @returns {object | null} null where the example can't be edited this way
 */
export function plant(kind, { question, answer }, random, filler, word) {
  const edit = EDITS[kind];
  return edit({ question, answer, words: question.split(/\s+/u).filter(Boolean), random, filler, word });
}

const row = (instruction, output) => ({ instruction, output });

const EDITS = {
  verbatim: ({ question, answer }) => row(question, answer),
  'case and punctuation': ({ question, answer, random }) => {
    const edited = (text) =>
      text
        .replace(/[.,!?;:$%'"]/gu, () => random.pick(['', ' ', '!', '-']))
        .replace(/\s+/gu, ' ')
        .toUpperCase();
    return row(edited(question), edited(answer));
  },
  unicode: ({ question, answer }) => row(otherCharacters(question), otherCharacters(answer)),
  embedded: ({ question, filler }) => row(`${filler(60)} ${question} ${filler(60)}`, filler(300)),
  'split over two fields': ({ words, filler }) => {
    if (words.length < 4) return null;
    const half = words.length >> 1;
    return row(`${filler(15)} ${words.slice(0, half).join(' ')}`, `${words.slice(half).join(' ')} ${filler(40)}`);
  },
  '60% of the question': ({ words, random, filler }) => {
    const kept = Math.ceil(words.length * 0.6);
    const start = random.between(0, words.length - kept);
    return row(`${filler(30)} ${words.slice(start, start + kept).join(' ')} ${filler(20)}`, filler(60));
  },
  'numbers changed': ({ question, answer, random }) => {
    if (!/\d/u.test(question)) return null;
    const edited = (text) =>
      text.replace(/\d+/gu, ({ length }) => random.between(10 ** (length - 1), 10 ** length - 1));
    return row(edited(question), edited(answer));
  },
  'answer only': ({ answer, filler }) => (answer === '' ? null : row(filler(40), answer)),
  'chunks reordered': ({ question, random, filler }) => {
    const sentences = random.shuffled(question.split(/(?<=[.?!])\s+/u));
    return row(sentences.map((sentence) => reordered(sentence, random)).join(' '), filler(60));
  },
  'every 6th word replaced': (job) => everyNth(job, 6, (_old, { word }) => word()),
  'every 4th word replaced': (job) => everyNth(job, 4, (_old, { word }) => word()),
  'every 7th word left out': (job) => everyNth(job, 7, () => ''),
  'a word put in after every 5th': (job) => everyNth(job, 5, (old, { word }) => `${old} ${word()}`),
  'two letters swapped in every 8th word': (job) =>
    everyNth(job, 8, (old) => old.replace(/(\p{L})(\p{L})(?=\P{L}*$)/u, '$2$1')),
  'sentences in another order': ({ question, filler }) => {
    const sentences = question.split(/(?<=[.?!])\s+/u);
    return sentences.length < 2 ? null : row([...sentences.slice(1), sentences[0]].join(' '), filler(60));
  },
  'names replaced': ({ question, answer, word }) => {
    const names = new Set(question.match(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}+/gu) ?? []);
    if (names.size === 0) return null;
    const others = new Map([...names].map((name) => [name, word()]));
    const edited = (text) => text.replace(/\p{Lu}\p{Ll}+/gu, (name) => others.get(name) ?? name);
    return row(edited(question), edited(answer));
  },
  'markdown and HTML': ({ words, answer, random }) => {
    const dress = [(text) => `**${text}**`, (text) => `<b>${text}</b>`, (text) => `_${text}_`, (text) => `\`${text}\``];
    const dressed = words.map((text, i) => (i % 4 === 2 ? random.pick(dress)(text) : text));
    return row(
      `### Question\n\n> ${dressed.join(' ').replaceAll("'", '&#39;')}`,
      `- ${answer.replaceAll('\n', '\n- ')}`,
    );
  },
  'line breaks, tabs and zero-width characters': ({ words, answer }) =>
    row(
      words.map((text, i) => (i % 3 === 0 ? `${text.slice(0, 2)}\u200b${text.slice(2)}\r\n` : `${text}\t`)).join(''),
      answer,
    ),
  'over two chat turns': ({ words, answer, filler }) => {
    const half = words.length >> 1;
    return {
      messages: [
        { role: 'user', content: words.slice(0, half).join(' ') },
        { role: 'assistant', content: filler(25) },
        { role: 'user', content: words.slice(half).join(' ') },
        { role: 'assistant', content: answer },
      ],
    };
  },
};

/** NBSP, full-width digits, curly quotes, dashes. */
function otherCharacters(text) {
  return text
    .replaceAll(' ', '\u00a0')
    .replaceAll("'", '\u2019')
    .replaceAll('-', '\u2013')
    .replaceAll('"', '\u201d')
    .replace(/\d/gu, (digit) => String.fromCharCode(0xff10 + Number(digit)));
}

/** Chunks of 3-5 words: the two halves change places, then neighbours do. */
function reordered(sentence, random) {
  const words = sentence.split(/\s+/u);
  const chunks = [];
  for (let i = 0; i < words.length;) {
    const length = random.between(3, 5);
    chunks.push(words.slice(i, i + length));
    i += length;
  }
  const middle = chunks.length >> 1;
  const turned = [...chunks.slice(middle), ...chunks.slice(0, middle)];
  for (let i = 0; i + 1 < turned.length; i += 2) [turned[i], turned[i + 1]] = [turned[i + 1], turned[i]];
  return turned.flat().join(' ');
}

function everyNth(job, n, change) {
  const { words, random, filler } = job;
  const start = random.between(Math.min(2, n - 1), n - 1);
  const edited = words.map((old, i) => (i >= start && (i - start) % n === 0 ? change(old, job) : old));
  return row(edited.filter((text) => text !== '').join(' '), filler(60));
}
