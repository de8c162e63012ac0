import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An answer that tries to instruct its judge. */
export interface Attack {
  readonly id: string;
  readonly family: string;
  readonly language: string;
  /** `{{code}}` stands for the boundary code that a harmless answer to the same question gets. */
  readonly answer: string;
  /** Known to get past the flags. */
  readonly escapes?: true;
}

export const ATTACKS: readonly Attack[] = readFileSync(join(import.meta.dirname, 'attacks.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Attack);
