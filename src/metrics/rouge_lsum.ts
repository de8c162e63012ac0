import { type Tokens, lcsPositions } from '../text/index.js';

/**
 * The hits of summary-level ROUGE-L (Lin 2004, section 3.2) as rouge_score 0.1.2 counts them: per reference sentence the
 * union of its LCS with each output sentence, a token hitting only while both sides have some of it left.
 */
export function summaryHits(output: readonly Tokens[], reference: readonly Tokens[]): number {
  const leftInOutput = counts(output);
  const leftInReference = counts(reference);
  let hits = 0;
  for (const sentence of reference) {
    const union = new Set(output.flatMap((other) => lcsPositions(sentence, other)));
    for (const position of [...union].sort((a, b) => a - b)) {
      const token = sentence[position]!;
      const mine = leftInReference.get(token) ?? 0;
      const theirs = leftInOutput.get(token) ?? 0;
      if (mine === 0 || theirs === 0) continue;
      hits++;
      leftInReference.set(token, mine - 1);
      leftInOutput.set(token, theirs - 1);
    }
  }
  return hits;
}

function counts(sentences: readonly Tokens[]): Map<number, number> {
  const result = new Map<number, number>();
  for (const sentence of sentences) {
    for (let i = 0; i < sentence.length; i++) result.set(sentence[i]!, (result.get(sentence[i]!) ?? 0) + 1);
  }
  return result;
}
