import { expect, test } from '@jest/globals';
import { Candidates } from '../../src/semantic/candidates.js';

const EXAMPLES = [
  'Marguerite bought 1,250 violins in Antwerp. How many did she sell?',
  'How many ships left the harbour of Valparaiso on 17 May?',
  'どの寺が金閣寺と呼ばれますか。',
];

function chosen(rows: readonly string[], most: number): number[] {
  const candidates = new Candidates(EXAMPLES, most);
  rows.forEach((text, row) => candidates.offer(row, text));
  return [...candidates.chosen()].sort((a, b) => a - b);
}

const filler = (count: number) => Array.from({ length: count }, (_, i) => `Nothing much about thing${1000 + i}.`);

test('rows that share names, numbers or characters with an example are chosen before others', () => {
  const rows = [
    ...filler(50),
    'In Antwerpen kaufte Marguerite 1250 Geigen. Wie viele verkaufte sie?',
    ...filler(50),
    'On May 17 how many ships sailed out of Valparaiso?',
    '金閣寺とはどの寺のことですか。',
    ...filler(50),
  ];
  expect(chosen(rows, 3)).toEqual([50, 101, 102]);
});

test('no more are chosen than may be embedded, the best first', () => {
  const rows = ['17', 'ships harbour Valparaiso 17 May', 'ships', 'Antwerp', 'violins Antwerp Marguerite 1250'];
  expect(chosen(rows, 2)).toEqual([1, 4]);
  expect(chosen(rows, 100)).toHaveLength(5);
});

test('rows that share nothing are not chosen, however much room there is', () => {
  expect(chosen(filler(20), 100)).toEqual([]);
});

test('an example in many rows leaves room for the others', () => {
  const rows = [...Array.from({ length: 40 }, (_, i) => `violins Antwerp Marguerite ${i}`), 'Valparaiso in spring'];
  expect(chosen(rows, 6)).toContain(40);
});
