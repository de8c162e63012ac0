import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseDocument } from 'yaml';
import { configSchema } from '../../src/config/schema.js';

/** What people copy must work: every YAML example of README and docs is read here, and held against what it is an example of. */

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'examples/quickstart/README.md',
  ...filesIn('docs', '.md'),
];
const blocks = PAGES.flatMap((page) =>
  [...read(page).matchAll(/^( *)```ya?ml\n(.*?)^\1```$/gmsu)].map(([, , text], i) => ({
    name: `${page}, block ${String(i + 1)}`,
    text: text!,
  })),
);
const isWorkflow = (text: string): boolean => /^jobs:/mu.test(text);
const workflows = [
  ...blocks.filter(({ text }) => isWorkflow(text)),
  ...filesIn('examples/workflows', '.yml').map((name) => ({ name, text: read(name) })),
];

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly if?: string;
  readonly steps: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly on: unknown;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const action = parse(read('action.yml')) as Record<'inputs' | 'outputs', Readonly<Record<string, unknown>>>;

test('README and docs have YAML examples, the first of the README being a workflow', () => {
  expect(blocks.length).toBeGreaterThan(5);
  expect(blocks[0]?.name).toBe('README.md, block 1');
  expect(isWorkflow(blocks[0]!.text)).toBe(true);
  expect(workflows.length).toBeGreaterThan(5);
});

test.each(blocks)('$name is YAML', ({ text }) => {
  expect(parseDocument(text).errors).toEqual([]);
});

const isPermissions = (text: string): boolean => /^permissions:/mu.test(text);
const isSteps = (text: string): boolean => /^- uses:/mu.test(text);

test.each(blocks.filter(({ text }) => !isWorkflow(text) && !isPermissions(text) && !isSteps(text)))(
  '$name holds keys of the config',
  ({ text }) => {
    const whole = { version: 1, ...(parse(text) as object) };
    expect(configSchema.safeParse(whole).error).toBeUndefined();
  },
);

test('permissions alone are those for the comment', () => {
  const alone = blocks.filter(({ text }) => isPermissions(text) && !isWorkflow(text));
  for (const { text } of alone) {
    expect(parse(text)).toEqual({ permissions: { contents: 'read', 'pull-requests': 'write' } });
  }
  expect(alone).toHaveLength(1);
});

describe.each(workflows)('the workflow of $name', ({ text }) => {
  const workflow = parse(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps.map((step) => ({ job, step })));
  const gates = steps.filter(({ step }) => /(?:^|\/)eval-gate@/u.test(step.uses ?? ''));

  test('names the inputs and outputs that action.yml has', () => {
    expect(gates.length).toBeGreaterThan(0);
    for (const { step } of gates) {
      const given = Object.keys(step.with ?? {});
      expect(given.filter((name) => !Object.hasOwn(action.inputs, name))).toEqual([]);
      const used =
        step.id === undefined ? [] : [...text.matchAll(new RegExp(`steps\\.${step.id}\\.outputs\\.([\\w-]+)`, 'gu'))];
      expect(used.filter(([, name]) => !Object.hasOwn(action.outputs, name!))).toEqual([]);
    }
  });

  test('gives what it needs and no more: to comment, and to download from another run', () => {
    const comments = /pull_request|workflow_run/u.test(JSON.stringify(workflow.on));
    const downloads = steps.some(({ step }) => Object.hasOwn(step.with ?? {}, 'run-id'));
    const needed = {
      contents: 'read',
      ...(comments ? { 'pull-requests': 'write' } : {}),
      ...(downloads ? { actions: 'read' } : {}),
    };
    for (const { job } of gates) expect(job.permissions ?? workflow.permissions).toEqual(needed);
  });

  test('gates even where predicting failed', () => {
    for (const { job, step } of gates) expect(step.if ?? job.if).toBe('${{ !cancelled() }}');
  });

  test('pins every action, and checks out before it reads files', () => {
    for (const { step } of steps) if (step.uses !== undefined) expect(step.uses).toMatch(/^[\w-]+\/[\w.-]+@v\d+$/u);
    for (const { job } of gates) expect(job.steps[0]?.uses).toMatch(/^actions\/checkout@/u);
  });
});
