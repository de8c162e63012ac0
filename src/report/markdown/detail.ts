/** How much of each part a rendering shows. */
export interface Detail {
  /** Examples that broke, per suite. */
  readonly flips: number;
  /** Code points of each prompt, reference, output and leaked text. */
  readonly text: number;
  /** Rows of the table of slices. */
  readonly slices: number;
  /** Unscored rows, per suite. */
  readonly unscored: number;
  /** Kinds of wrong outputs, per metric that tells them. */
  readonly notes: number;
  /** Contaminated examples with their training rows. */
  readonly leaks: number;
  /** Reasons of checks that did not pass, errors and notes. */
  readonly reasons: number;
  /** Rows of the one table. */
  readonly rows: number;
  /** Recipes, settings and what was not paired. */
  readonly recipes: number;
  /** Reports of a reference implementation, such as scikit-learn's table per label. */
  readonly tables: boolean;
}

/** report.md: all that report.json holds. */
export const EVERYTHING: Detail = {
  flips: Infinity,
  text: Infinity,
  slices: Infinity,
  unscored: Infinity,
  notes: Infinity,
  leaks: Infinity,
  reasons: Infinity,
  rows: Infinity,
  recipes: Infinity,
  tables: true,
};

/** What a comment shows, from generous to bare; the first that fits is taken. */
export const COMMENT_STEPS: readonly Detail[] = [
  {
    flips: 12,
    text: 500,
    slices: 40,
    unscored: 20,
    notes: 10,
    leaks: 8,
    reasons: 6,
    rows: 60,
    recipes: 60,
    tables: false,
  },
  {
    flips: 8,
    text: 300,
    slices: 30,
    unscored: 10,
    notes: 8,
    leaks: 6,
    reasons: 6,
    rows: 60,
    recipes: 40,
    tables: false,
  },
  {
    flips: 5,
    text: 200,
    slices: 20,
    unscored: 10,
    notes: 5,
    leaks: 4,
    reasons: 6,
    rows: 60,
    recipes: 20,
    tables: false,
  },
  {
    flips: 3,
    text: 120,
    slices: 10,
    unscored: 5,
    notes: 3,
    leaks: 3,
    reasons: 4,
    rows: 50,
    recipes: 10,
    tables: false,
  },
  { flips: 1, text: 80, slices: 5, unscored: 0, notes: 0, leaks: 2, reasons: 3, rows: 40, recipes: 0, tables: false },
  { flips: 0, text: 80, slices: 0, unscored: 0, notes: 0, leaks: 0, reasons: 3, rows: 40, recipes: 0, tables: false },
  { flips: 0, text: 80, slices: 0, unscored: 0, notes: 0, leaks: 0, reasons: 1, rows: 10, recipes: 0, tables: false },
  { flips: 0, text: 80, slices: 0, unscored: 0, notes: 0, leaks: 0, reasons: 0, rows: 0, recipes: 0, tables: false },
];

/** A step summary may be far longer than a comment; these come before the comment's steps. */
export const SUMMARY_STEPS: readonly Detail[] = [
  EVERYTHING,
  { ...EVERYTHING, flips: 200, text: 1_000, unscored: 100, leaks: 100 },
  { ...EVERYTHING, flips: 50, text: 500, unscored: 50, leaks: 50, rows: 500, slices: 500, recipes: 200 },
];
