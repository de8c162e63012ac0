import { GateError } from '../../src/errors.js';
import { createMetric, describeMetrics, metricNames, type MetricSpec } from '../../src/metrics/index.js';

/** The ids of the contract that need no model. */
const CONTRACT = [
  ...['exact_match', 'contains', 'regex_match', 'numeric_match', 'multiple_choice', 'squad_em', 'squad_f1'],
  ...['accuracy', 'macro_f1', 'weighted_f1', 'micro_f1', 'balanced_accuracy', 'mcc'],
  ...['bleu', 'nltk_bleu', 'chrf', 'ter', 'rouge1', 'rouge2', 'rougeL', 'rougeLsum'],
  ...['json_valid', 'json_schema', 'pass@k'],
];
const described = await describeMetrics();
const NAMES = metricNames().filter((name) => name !== 'json_schema');
/** Options that a metric can't do without. */
const NEEDED: Readonly<Record<string, object>> = { max_length: { max: 10 }, command: { run: ['true'] } };

describe('the registry', () => {
  test('knows the names of the contract, each once', () => {
    expect(metricNames()).toEqual(expect.arrayContaining(CONTRACT));
    expect(new Set(metricNames()).size).toBe(metricNames().length);
  });

  test('says of every metric and option what it is, and what an option is by default', () => {
    expect(described.map(({ name }) => name)).toEqual([...metricNames(), 'scores.<name>']);
    for (const { name, about, equals, options } of described) {
      expect([name, about, equals]).toEqual([name, expect.stringMatching(/\w$|\)$/u), expect.stringMatching(/./u)]);
      for (const [option, { description }] of Object.entries(options.properties)) {
        expect([name, option, description]).toEqual([name, option, expect.stringMatching(/\w/u)]);
      }
    }
    const bleu = described.find(({ name }) => name === 'bleu')!;
    expect(bleu).toMatchObject({ unit: 'percent', range: [0, 100], direction: 'higher', equals: 'sacrebleu:2.6.0' });
    expect(bleu.options.properties['tokenize']).toMatchObject({ type: 'string', default: '13a' });
  });

  test.each(NAMES)('%s has its name as id, or the one it is given', (name) => {
    expect(createMetric({ name, ...NEEDED[name] }).id).toBe(name);
    expect(createMetric({ name, id: 'mine', ...NEEDED[name] }).id).toBe('mine');
  });

  test.each([
    ['fraction', [0, 1], 'exact_match'],
    ['fraction', [-1, 1], 'mcc'],
    ['fraction', [0, 1], 'nltk_bleu'],
    ['percent', [0, 100], 'bleu'],
    ['percent', [0, 100], 'chrf'],
    ['number', [null, null], 'scores.quality'],
  ])('unit %s and range %j of %s', (unit, range, name) => {
    const metric = createMetric({ name });
    expect([metric.unit, metric.range, metric.direction]).toEqual([unit, range, 'higher']);
  });

  test.each([
    ['bleu', 'bleu|case:mixed|eff:no|tok:13a|smooth:exp|order:4|as:sacrebleu:2.6.0'],
    ['chrf', 'chrf|case:mixed|nc:6|nw:0|beta:2|space:no|as:sacrebleu:2.6.0'],
    ['ter', 'ter|case:lc|tok:tercom|norm:no|punct:yes|asian:no|as:sacrebleu:2.6.0'],
    ['rougeL', 'rougeL|stemmer:yes|f:1|as:rouge_score:0.1.2'],
    ['squad_f1', 'squad_f1|version:1.1|as:evaluate:a7dd3383'],
    ['macro_f1', 'macro_f1|labels:seen|zero_division:0|as:scikit-learn:1.9.1'],
  ])('the recipe of %s', (name, recipe) => {
    expect(createMetric({ name }).recipe).toBe(recipe);
  });

  test('the recipe says what an option changed', () => {
    expect(createMetric({ name: 'bleu', smooth: 'floor', tokenize: 'zh' }).recipe).toBe(
      'bleu|case:mixed|eff:no|tok:zh|smooth:floor[0.1]|order:4|as:sacrebleu:2.6.0',
    );
    expect(createMetric({ name: 'exact_match', ignore: ['a|b'] }).recipe).toContain('ignore:["a|b"]');
  });

  test('BLEU carries its caution, and only BLEU', () => {
    const cautious = NAMES.filter((name) => createMetric({ name, ...NEEDED[name] }).caution !== undefined);
    expect(cautious).toEqual(['bleu', 'nltk_bleu']);
    expect(createMetric({ name: 'bleu' }).caution).toContain('open-ended');
  });

  const WRONG: readonly (readonly [MetricSpec, string])[] = [
    [{ name: 'rougel' }, 'metrics: there is no metric "rougel"; did you mean "rougeL"?'],
    [{ name: 'exact-match' }, 'metrics: there is no metric "exact-match"; did you mean "exact_match"?'],
    [{ name: 'terr' }, 'metrics: there is no metric "terr"; did you mean "ter"?'],
    [{ name: 'scores.' }, 'metrics: there is no metric "scores."'],
    [{ name: '__proto__' }, 'metrics: there is no metric "__proto__"'],
    [{ name: '' }, 'metrics: there is no metric ""'],
    [{ name: 'bleu', tokenise: 'char' }, 'metrics.tokenise: bleu has no option "tokenise"; did you mean "tokenize"?'],
    [{ name: 'accuracy', average: 'macro' }, 'metrics.average: accuracy has no option "average": it takes none'],
    [
      { name: 'bleu', tokenize: '13b' },
      'metrics.tokenize: option "tokenize" of bleu must be one of 13a, intl, char, zh, none; did you mean "13a"?',
    ],
    [{ name: 'bleu', lowercase: 'yes' }, 'metrics.lowercase: option "lowercase" of bleu must be of type boolean'],
    [{ name: 'bleu', max_order: 0 }, 'metrics.max_order: option "max_order" of bleu must be at least 1'],
    [{ name: 'bleu', max_order: 2.5 }, 'metrics.max_order: option "max_order" of bleu must be'],
    [{ name: 'bleu', max_order: 17 }, 'metrics.max_order: option "max_order" of bleu must be at most 16'],
    [
      { name: 'bleu', smooth: 'floor', smooth_value: 0 },
      'metrics.smooth_value: option "smooth_value" of bleu must be above 0',
    ],
    [
      { name: 'bleu', smooth_value: 1 },
      'metrics.smooth_value: option "smooth_value" of bleu does nothing with smooth: exp; leave it out',
    ],
    [{ name: 'chrf', beta: Number.NaN }, 'metrics.beta: option "beta" of chrf must be of type number'],
    [{ name: 'nltk_bleu', weights: [] }, 'metrics.weights: option "weights" of nltk_bleu must not be empty'],
    [{ name: 'nltk_bleu', weights: [1, -1] }, 'metrics.weights: option "weights" of nltk_bleu must be at least 0'],
    [{ name: 'nltk_bleu', smoothing: 'method7' }, 'metrics.smoothing: option "smoothing" of nltk_bleu must be one of'],
    [{ name: 'squad_em', version: 3 }, 'metrics.version: option "version" of squad_em must be one of 1.1, 2'],
    [{ name: 'numeric_match', extract: 'strct' }, 'did you mean "strict"?'],
    [
      { name: 'scores.toxicity', direction: 'down' },
      'metrics.direction: option "direction" of scores.toxicity must be one of',
    ],
    [
      { name: 'regex_match', pattern: '(' },
      'metrics.pattern: option "pattern" of regex_match is not a regular expression',
    ],
    [
      { name: 'regex_match', pattern: '(?=a)' },
      'metrics.pattern: option "pattern" of regex_match is not a regular expression',
    ],
    [
      { name: 'exact_match', ignore: ['[', 'a'] },
      'metrics.ignore: option "ignore" of exact_match has a pattern that is not',
    ],
    [{ name: 'exact_match', ignore: 'a' }, 'metrics.ignore: option "ignore" of exact_match must be of type array'],
    [{ name: 'exact_match', id: 'two words' }, 'metrics.id: the id of exact_match must be one word'],
    [{ name: 'exact_match', id: '' }, 'metrics.id: the id of exact_match must be one word'],
  ];
  test.each(WRONG)('%j is refused', (spec, message) => {
    expect(() => createMetric(spec)).toThrow(GateError);
    expect(() => createMetric(spec)).toThrow(message);
  });
});
