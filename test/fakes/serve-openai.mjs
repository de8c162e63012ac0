// Serves the stand-in for OpenAI as a process of its own: `node test/fakes/serve-openai.mjs '{"latency": 50}'` takes the
// options of startFakeOpenAI as JSON, prints {"url"} and then, unless "quiet" is true, every request with what was done to
// it as a line of JSON, and runs until it is ended; then it prints its counts. /embeddings gives the vectors of
// openai-embeddings.ts, for at most "mostTexts" texts. "judge" is an opinion ({"score": 7},
// {"winner": "A"}) or a leaning ({"first": 1, "longer": 0.5, "good": "text in good answers", "ties": 0.1}). Node 20 runs
// no TypeScript, so the files are translated into a folder of their own.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

const folder = mkdtempSync(join(tmpdir(), 'fake-openai-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
for (const name of ['openai', 'openai-judges', 'openai-embeddings']) {
  const source = readFileSync(join(import.meta.dirname, `${name}.ts`), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  writeFileSync(join(folder, `${name}.js`), outputText);
}
const TOO_MANY = { message: 'batch size is too large', type: 'invalid_request_error' };
const { refusal, startFakeOpenAI } = await import(pathToFileURL(join(folder, 'openai.js')).href);
const { leaningJudge, shaped } = await import(pathToFileURL(join(folder, 'openai-judges.js')).href);

const print = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
const { judge = { score: 7 }, quiet = false, mostTexts = Infinity, ...options } = JSON.parse(process.argv[2] ?? '{}');
const { good = null, ...leaning } = judge;
const quality = (answer) => (good !== null && answer.includes(good) ? 2 : 0);
const leaner = leaningJudge({ ...leaning, quality }, 'stand-in');
const fake = await startFakeOpenAI({
  ...options,
  embedding: ({ body }) => (body.input.length > mostTexts ? refusal(400, TOO_MANY) : null),
  judge: 'score' in judge || 'winner' in judge ? (body) => shaped(body, judge) : leaner,
  ...(quiet ? {} : { onCall: ({ path, body }, act) => print({ path, body, act }) }),
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    const { calls, embedded, judged, peak, turnedAway } = fake;
    print({
      calls: calls.length,
      embedded: embedded.length,
      judged: judged.length,
      different: new Set(judged).size,
      peak,
      turnedAway,
    });
    process.exit(0);
  });
}
print({ url: fake.url });
