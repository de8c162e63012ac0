import type { Example, Prediction, Side, SuiteRows } from '../data/types.js';
import { GateError } from '../errors.js';
import type { Metric } from '../metrics/metric.js';
import { readScores, runScorer, type ScoreKey } from '../scorer/index.js';

/**
 * The suite with the scores of a metric's own program in its predictions, under the metric's id; unchanged for all other
 * metrics. The program runs once a model and is not told which one it scores.
 * @param folder where it runs
 * @throws GateError where the program fails, or does not score every row once
 */
export async function withCommandScores(metric: Metric, rows: SuiteRows, folder: string): Promise<SuiteRows> {
  const { id, command } = metric;
  if (command === undefined) return rows;
  const score = (side: Side) => scoredSide({ id, folder, ...command }, rows.examples, side);
  const { count, examples, evalSetSha256, warnings } = rows;
  const candidate = await score(rows.candidate);
  const base = rows.base === null ? null : await score(rows.base);
  return { count, examples, candidate, base, evalSetSha256, warnings };
}

type Command = Parameters<typeof runScorer>[0];

async function scoredSide(command: Command, examples: readonly Example[], side: Side): Promise<Side> {
  const asked = side.predictions.flatMap((prediction, i) => keysOf(examples[i]!, prediction));
  if (asked.length === 0) return side;
  const output = await runScorer(command, rowLines(examples, side));
  const scores = readScores(command.id, output, asked).values();
  const predictions = side.predictions.map((prediction) => {
    if (prediction === null || prediction.outputs.length === 0) return prediction;
    const own = prediction.outputs.map(() => scores.next().value ?? null).filter((score) => score !== null);
    const mean = own.length === 0 ? null : own.reduce((sum, score) => sum + score, 0) / own.length;
    return {
      outputs: prediction.outputs,
      source: prediction.source,
      scores: new Map([...prediction.scores, [command.id, mean]]),
      sampleScores: new Map([...(prediction.sampleScores ?? []), [command.id, own]]),
    };
  });
  return { ...side, predictions };
}

/** One key a sample; the sample has a number only where there are several. */
function keysOf({ id }: Example, prediction: Prediction | null): ScoreKey[] {
  const outputs = prediction?.outputs ?? [];
  return outputs.map((_, sample) => ({ id, sample: outputs.length === 1 ? null : sample }));
}

function* rowLines(examples: readonly Example[], { predictions }: Side): Generator<string> {
  for (const [i, prediction] of predictions.entries()) {
    const { id, prompt, messages, references, tags, fields, source } = examples[i]!;
    for (const [j, { sample }] of keysOf(examples[i]!, prediction).entries()) {
      const key = sample === null ? { id } : { id, sample };
      const output = prediction!.outputs[j]!.text;
      try {
        yield `${JSON.stringify({ ...key, prompt, messages, references, tags, example: fields, output })}\n`;
      } catch (cause) {
        throw new GateError('is nested too deeply to be handed to a command', { ...source }, { cause });
      }
    }
  }
}
