import { harmless, stderrLog } from '../../src/log.js';

/** How the runner reads a line: a command after white space, or `##[` anywhere. */
function isCommand(text: string): boolean {
  return text.split(/\r\n|\r|\n/u).some((line) => line.trimStart().startsWith('::') || line.includes('##['));
}

test.each([
  '::error::x',
  '  ::set-output name=a::b',
  'fine\n::add-mask::a',
  'a\r::stop-commands::x',
  'before ##[error]x',
  '\u2028::warning::x',
  '##[group]##[group]',
  ':::error::x',
])('%j is no command afterwards', (text) => {
  expect(isCommand(text.replace('\u2028', '\n'))).toBe(true);
  expect(isCommand(harmless(text))).toBe(false);
});

test('a terminal cannot be driven', () => {
  expect(harmless('\u001b[2Ja\u0007\u202eb')).toBe('�[2Ja��b');
});

test('ordinary text is left alone', () => {
  expect(harmless('a: b::c, 日本 # [x]\n\ttab')).toBe('a: b::c, 日本 # [x]\n\ttab');
});

test('groups are folded in Actions only', () => {
  const written: string[] = [];
  const log = stderrLog(true, (text) => written.push(text));
  log.group('a\nb');
  log.warn('::error::x');
  log.endGroup();
  expect(written).toEqual(['::group::a b\n', 'warning: :\u200b:error::x\n', '::endgroup::\n']);
  const plain: string[] = [];
  stderrLog(false, (text) => plain.push(text)).endGroup();
  expect(plain).toEqual([]);
});
