/** What the figures are about. */
export type TermGroup =
  'BOOK' | 'TRADE' | 'PRICE' | 'STATISTICS' | 'STRATEGY' | 'LIMIT' | 'SAFETY' | 'WORD';

/**
 * A figure as it is listed. It has no meaning of its own: its meaning is the schema's description of the
 * first of `fields`.
 */
export interface Figure {
  /** What to call it on a screen. */
  readonly title: string;
  /** Fields of the schema that show it, as TYPE.FIELD; the first one’s description is its meaning. */
  readonly fields: readonly [string, ...string[]];
  /** The unit that it counts. */
  readonly unit: string;
  /** How it is computed; left out when it is read and not computed. */
  readonly formula?: string;
  /** What it does not say. */
  readonly saysNot?: string;
  /** Other figures by their names. */
  readonly related?: readonly string[];
  /** Other names that people use. */
  readonly aliases?: readonly string[];
}

export type Figures = Readonly<Record<string, Figure>>;

/** A term with its meaning, as the API returns it. */
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
