/** What the figures are about. */
export type TermGroup =
  'BOOK' | 'TRADE' | 'PRICE' | 'STATISTICS' | 'STRATEGY' | 'LIMIT' | 'SAFETY' | 'WORD';

/**
 * A figure as it is listed. Its meaning is not repeated here: it is the description in the schema of the first of
 * `fields`.
 */
export interface Figure {
  /** What to call it on a screen. */
  readonly title: string;
  /** Fields of the schema that show it, as TYPE.FIELD; the first one’s description is its meaning. */
  readonly fields: readonly [string, ...string[]];
  /** Of what it counts. */
  readonly unit: string;
  /** How it is reckoned; left out: it is read, not reckoned. */
  readonly formula?: string;
  /** What it does not say. */
  readonly saysNot?: string;
  /** Other figures by their names. */
  readonly related?: readonly string[];
  /** What else people call it. */
  readonly aliases?: readonly string[];
}

export type Figures = Readonly<Record<string, Figure>>;

/** A term as it is told. */
export interface GlossaryTerm {
  readonly name: string;
  readonly title: string;
  readonly group: TermGroup;
  readonly meaning: string;
  readonly unit: string | null;
  readonly formula: string | null;
  readonly saysNot: string | null;
  readonly fields: readonly string[];
  readonly related: readonly string[];
}
