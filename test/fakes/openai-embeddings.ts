import type OpenAI from 'openai';
import { chance } from './openai-judges.js';

export type EmbeddingBody = Omit<OpenAI.EmbeddingCreateParams, 'input'> & { readonly input: readonly string[] };

/** Words of one meaning, in several languages: to the stand-in they are one. */
const CONCEPTS: readonly (readonly string[])[] = [
  ['shop', 'store', 'laden', 'magasin'],
  ['sells', 'sold', 'sell', 'verkauft', 'vend', 'vendu'],
  ['apples', 'apple', 'äpfel', 'apfel', 'pommes'],
  ['pears', 'pear', 'birnen', 'birne', 'poires'],
  ['baker', 'bäcker', 'boulanger'],
  ['loaves', 'loaf', 'bread', 'brote', 'brot', 'pains'],
  ['day', 'daily', 'tag', 'jour'],
  ['week', 'weekly', 'woche', 'semaine'],
  ['money', 'dollars', 'earn', 'earns', 'income', 'geld', 'verdient', 'argent', 'gagne'],
  ['train', 'zug'],
  ['leaves', 'departs', 'fährt', 'part'],
  ['hours', 'hour', 'stunden', 'heures'],
  ['distance', 'far', 'kilometres', 'weit', 'kilometer', 'loin'],
  ['garden', 'garten', 'jardin'],
  ['trees', 'tree', 'bäume', 'arbres'],
  ['planted', 'plants', 'pflanzt', 'plante'],
  ['library', 'bibliothek', 'bibliothèque'],
  ['books', 'book', 'bücher', 'livres'],
  ['borrowed', 'lends', 'lent', 'verleiht', 'prête'],
  ['how', 'wie', 'combien', 'what', 'which'],
];
const CONCEPT_OF = new Map(CONCEPTS.flatMap((words, concept) => words.map((word) => [word, `concept ${concept}`])));
/** Words that say nothing. */
const EMPTY = new Set(
  'a an the and or of to in at on is are does do each every one per it its he she they if der die das ein eine und in am je im un une le la les et par de du many much viel viele que'.split(
    ' ',
  ),
);

/**
 * A text as a stand-in model sees it: the sum of a fixed random direction for each concept, and for each word that is in no
 * concept. Paraphrases and translations that use the words above are the same to it.
 */
export function conceptVector(text: string, dimensions = 96): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}]+|\p{N}+/gu)) {
    if (EMPTY.has(word)) continue;
    const concept = CONCEPT_OF.get(word) ?? word;
    for (let i = 0; i < dimensions; i++) vector[i]! += chance(`${concept}:${i}`) - 0.5;
  }
  return vector.every((value) => value === 0) ? vector.map((_, i) => (i === 0 ? 1 : 0)) : vector;
}

/** A reply in OpenAI's shape. */
export function embeddings(
  body: EmbeddingBody,
  embed: (text: string) => readonly number[],
): OpenAI.CreateEmbeddingResponse {
  const tokens = body.input.reduce((sum, text) => sum + Math.ceil(text.length / 4), 0);
  return {
    object: 'list',
    model: `${String(body.model)}-001`,
    data: body.input.map((text, index) => ({ object: 'embedding', index, embedding: [...embed(text)] })),
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  } satisfies OpenAI.CreateEmbeddingResponse;
}
