import { JsonTexts } from '../../../src/contamination/engine/json-texts.js';
import { ByteTokens } from '../../../src/contamination/robust/byte-tokens.js';
import { Tokens } from '../../../src/contamination/robust/tokens.js';
import { trainingRow } from '../../../src/contamination/training-row.js';
import { trainingTexts } from '../../../src/contamination/training-text.js';
import type { TextObject } from '../../../src/data/index.js';
import { hostileLines, random } from '../engine/rows.js';

const texts = new JsonTexts();
const bytesTokens = new ByteTokens();
const [fromBytes, fromText] = [new Tokens(), new Tokens()];

/** The tokens of a line of JSON by its bytes and by its text, where its bytes can be read alone. */
function bothWays(line: Buffer): { bytes: unknown; text: unknown } | null {
  const bytes = Buffer.concat([line, Buffer.from('\n')]);
  if (!texts.read(bytes, 0, line.length)) return null;
  if (!bytesTokens.read(fromBytes, bytes, texts.spans, texts.count)) return null;
  const row = JSON.parse(line.toString('utf8')) as TextObject; // or it should not have been read by its bytes
  const fields = trainingTexts(row, 'known').map(({ field, text }) => ({ field, text: text as string }));
  fromText.read(trainingRow(fields, { file: '', line: 1 }).text);
  return { bytes: listed(fromBytes), text: listed(fromText) };
}

const listed = ({ hashes, kinds, lengths, count, longestWord, spacedLetters }: Tokens) => ({
  ...{ hashes: hashes.slice(0, count), kinds: kinds.slice(0, count), lengths: lengths.slice(0, count) },
  ...{ longestWord, spacedLetters },
});

test('of bytes tokens are the same as of the text, or are not read at all', () => {
  let read = 0;
  for (let seed = 1; seed <= 8; seed++) {
    for (const line of hostileLines(seed, 1000)) {
      const both = bothWays(line);
      if (both === null) continue;
      read++;
      expect(both.bytes).toEqual(both.text);
    }
  }
  expect(read).toBeGreaterThan(1000);
});

test('so they are for any order of the characters that matter', () => {
  const next = random(5);
  const characters = ['a', 'Z', 's', 't', 're', '0', '9', '123', ',', "'", '_', ' ', '.', '<', '>', '/', '&', ';', '#', '\\', '"', '\n', '\t', 'b', 'n', 'u']; // prettier-ignore
  const text = () =>
    Array.from({ length: 1 + Math.floor(next() * 30) }, () => characters[Math.floor(next() * characters.length)]).join(
      '',
    );
  let read = 0;
  for (let i = 0; i < 20_000; i++) {
    const both = bothWays(Buffer.from(JSON.stringify({ output: text(), instruction: text() })));
    if (both === null) continue;
    read++;
    expect(both.bytes).toEqual(both.text);
  }
  expect(read).toBeGreaterThan(4000);
});
