import { commandsIn } from './commands.js';
import { fakeGitHub, publishTo, Step, stopFakes } from './harness.js';

let step: Step;
beforeEach(() => (step = new Step()));
afterEach(async () => {
  step.close();
  await stopFakes();
});

describe('annotations', () => {
  const shown = async (annotations: Parameters<typeof publishTo>[1]) => {
    const fake = await fakeGitHub();
    const { stdout } = await publishTo(fake, annotations);
    return commandsIn(stdout).filter(({ name }) => name !== 'add-mask');
  };

  test('name their file and line, relative to the workspace', async () => {
    const at = (file: string, line?: number) => ({ level: 'error', title: 't', message: 'm', file, line }) as const;
    const commands = await shown({
      annotations: [
        at('eval/a.jsonl', 3),
        at('/workspace/eval/b.jsonl', 4),
        at('./eval/../c.jsonl'),
        at('../secret', 5),
        at('/etc/passwd', 6),
        at('/workspace/../x', 7),
        at('..hidden', 8),
      ],
    });
    expect(commands.map(({ properties }) => [properties['file'], properties['line']])).toEqual([
      ['eval/a.jsonl', '3'],
      ['eval/b.jsonl', '4'],
      ['c.jsonl', undefined],
      [undefined, undefined],
      [undefined, undefined],
      [undefined, undefined],
      ['..hidden', '8'],
    ]);
  });

  test('are at most ten of each level, the first ones', async () => {
    const many = Array.from({ length: 25 }, (_, i) => [
      { level: 'error', title: 't', message: `error ${String(i)}` } as const,
      { level: 'warning', title: 't', message: `warning ${String(i)}` } as const,
    ]).flat();
    const commands = await shown({ annotations: many });
    const first = (name: string) => Array.from({ length: 10 }, (_, i) => `${name} ${String(i)}`);
    expect(commands.map(({ data }) => data)).toEqual([...first('error'), ...first('warning')]);
  });

  test.each([
    '::set-output name=verdict::pass',
    'x\n::set-output name=verdict::pass\n##[set-output name=verdict;]pass',
    'x\r::stop-commands::t\u2028::add-mask::a',
    '%0A::set-env name=NODE_OPTIONS::--require evil',
    'a,file=/etc/passwd::warning::b',
    '::',
    '\u001b]0;title\u0007 \u202e gnp.exe',
  ])('hostile text stays text: %j', async (text) => {
    const commands = await shown({
      annotations: [{ level: 'error', title: text, message: text, file: `eval/${text}.jsonl`, line: 1 }],
    });
    expect(commands).toHaveLength(1);
    const [{ name, properties, data }] = commands as [(typeof commands)[0]];
    expect(name).toBe('error');
    expect(Object.keys(properties).sort()).toEqual(['file', 'line', 'title']);
    expect(properties['file']).toMatch(/^eval\//u);
    expect(data.replace(/\u200b/gu, '')).toContain(
      text.replace(/[\r\u2028]/gu, '\n').replace(/[\u001b\u0007\u202e]/gu, '�'),
    );
    // What the runner prints again after decoding holds no command either.
    expect(commandsIn(data)).toEqual([]);
    expect(commandsIn(properties['title'] ?? '')).toEqual([]);
  });
});
