/** A small eval set with outputs whose figures are known by hand. */

export const EXAMPLES = 40;

/** Forty questions with one short right answer each. */
export function evalRows(): string {
  return rows((i) => ({
    id: `q${i}`,
    prompt: `What do you get when you add the number ${i} to itself?`,
    reference: `answer ${i + i}`,
  }));
}

/** Outputs that are right but for the first `wrong` examples. */
export function outputRows(wrong: number, wrongText = 'no idea'): string {
  return rows((i) => ({ id: `q${i}`, output: i < wrong ? wrongText : `answer ${i + i}` }));
}

/** A shell script that stands for a user's prediction step: it writes the given files. */
export function predictScript(files: Readonly<Record<string, string>>): string {
  const writes = Object.entries(files).map(([path, content]) => `cat > ${path} <<'END'\n${content}END\n`);
  return `#!/bin/sh\nset -e\nmkdir -p out\n${writes.join('')}`;
}

function rows(row: (i: number) => object): string {
  return Array.from({ length: EXAMPLES }, (_, i) => `${JSON.stringify(row(i))}\n`).join('');
}
