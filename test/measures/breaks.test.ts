import {
  clusterNote,
  clustersOf,
  localBreaks,
  scoreSuite,
  similarPrompts,
  slicesOf,
} from '../../src/measures/index.js';
import { Random } from '../../src/stats/index.js';
import { numberMetric, suiteOf, type Row } from './suite.js';

function breaksOf(rows: readonly Row[], clusterBy: string | null = null) {
  const suite = suiteOf(rows);
  return localBreaks({
    scored: [scoreSuite(numberMetric, suite)],
    slices: slicesOf(suite, ['kind'], []),
    clusters: clusterBy === null ? null : clustersOf(suite, clusterBy),
    groups: [],
    idOf: (row) => suite.examples[row]!.id,
  });
}

/** Rows of one kind: so many right on both sides, lost, gained, wrong on both. */
function kind(name: string, both: number, lost: number, gained: number, neither: number, doc = name): Row[] {
  const rows = (count: number, base: string, candidate: string): Row[] =>
    Array.from({ length: count }, () => ({ base, candidate, fields: { kind: name, doc } }));
  return [...rows(both, '1', '1'), ...rows(lost, '1', '0'), ...rows(gained, '0', '1'), ...rows(neither, '0', '0')];
}

describe('local breaks', () => {
  test('a slice that lost all is named though the total rose', () => {
    const found = breaksOf([...kind('dates', 0, 12, 0, 3), ...kind('sums', 60, 2, 30, 8)]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ slice: { kind: 'dates' }, examples: null, metric: 'number' });
    expect(found[0]).toMatchObject({ right: 12, lost: 12, now: 0, rest_right: 62, rest_lost: 2 });
    // Fisher: C(14,12) / C(74,12) = 91 / 4,018,863,... times the two slices looked at.
    let ways = 1;
    for (let i = 0; i < 12; i++) ways *= (74 - i) / (12 - i);
    expect(found[0]!.p_adjusted).toBeCloseTo((2 * 91) / ways, 20);
  });

  test('losses that are everywhere, churn, and two of three are no local break', () => {
    expect(breaksOf([...kind('a', 5, 15, 0, 5), ...kind('b', 12, 38, 0, 5)])).toEqual([]);
    expect(breaksOf([...kind('a', 1, 9, 12, 5), ...kind('b', 80, 1, 0, 5)])).toEqual([]);
    expect(breaksOf([...kind('a', 1, 2, 0, 0), ...kind('b', 20, 2, 0, 5)])).toEqual([]);
  });

  test('a declared cluster of three is named by its examples', () => {
    const [lost, ...others] = Array.from({ length: 20 }, (_, i) =>
      kind('a', i === 0 ? 0 : 3, i === 0 ? 3 : 0, 0, 0, `doc ${String(i)}`),
    );
    const found = breaksOf([...lost!, ...others.flat()], 'doc');
    expect(found).toMatchObject([{ slice: null, examples: ['e0', 'e1', 'e2'], right: 3, lost: 3, rest_lost: 0 }]);
  });

  test('where losses are spread at random, next to nothing is named', () => {
    let named = 0;
    for (let run = 0; run < 200; run++) {
      const random = new Random(`spread ${String(run)}`);
      const score = () => (random.uniform() < 0.6 ? '1' : '0');
      const rows = Array.from({ length: 200 }, (): Row => {
        const base = score();
        return {
          base,
          candidate: random.uniform() < 0.5 ? base : score(),
          fields: { kind: String(random.below(12)) },
        };
      });
      if (breaksOf(rows).length > 0) named++;
    }
    expect(named).toBeLessThanOrEqual(7); // P(more than 7 of 200 at 0.01) is 0.001
  });
});

describe('near-identical prompts', () => {
  const stories = [
    'A farmer in the valley sells baskets of plums at the weekly market and keeps some for his own kitchen.',
    'Every morning the tram leaves the depot with empty seats and picks up workers on the way to the harbour.',
    'The library lends out maps of old mountain roads, but each reader must bring them back before winter starts.',
    'Two painters share one ladder, so while the first paints a wall the other has to mix colours below.',
  ];
  const examples = (prompts: readonly string[], doc: (i: number) => number) => {
    const rows = suiteOf(prompts.map((_, i) => ({ candidate: '', fields: { doc: doc(i), row: i } })));
    return { ...rows, examples: rows.examples.map((example, i) => ({ ...example, prompt: prompts[i]! })) };
  };

  test('prompts that differ in names and numbers belong together, others do not', () => {
    const prompts = stories.flatMap((story) => [
      `${story} Anna had 12.`,
      `${story} Ben had 7.`,
      `${story} Carla had 931.`,
    ]);
    const rows = examples(prompts, (i) => Math.floor(i / 3));
    const groups = similarPrompts(rows.examples);
    expect(groups).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
      [9, 10, 11],
    ]);
    const note = clusterNote(rows, groups);
    expect(note).toContain('12 of 12 prompts');
    expect(note).toContain('cluster_by');
    expect(note).toContain('"doc"');
    expect(similarPrompts(examples(stories, (i) => i).examples)).toEqual([]);
  });

  test('an instruction that all prompts share makes no clusters', () => {
    const shared = 'Answer the following question with one word only, think about it carefully and do not explain.';
    const words = Array.from({ length: 400 }, (_, i) => {
      const random = new Random(`words ${String(i)}`);
      const letter = () => String.fromCharCode(97 + random.below(26));
      return Array.from({ length: 12 }, () => letter() + letter() + letter()).join(' ');
    });
    const rows = examples(
      words.map((text) => `${shared} ${text}`),
      (i) => i,
    );
    expect(similarPrompts(rows.examples)).toEqual([]);
    expect(clusterNote(rows, [])).toBeNull();
  });

  test('a single twin among many is not worth a note', () => {
    const words = Array.from({ length: 100 }, (_, i) => `q${String(i)}`);
    expect(
      clusterNote(
        examples(words, (i) => i),
        [[3, 8]],
      ),
    ).toBeNull();
  });
});
