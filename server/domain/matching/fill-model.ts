/** When and at what price a simulated order fills; `fill-price.ts` has the rule of each model. */
export type FillModel = 'TOUCH' | 'MID' | 'CROSS' | 'ORATS' | 'INSTANT' | 'QUOTE' | 'CALIBRATED';

/**
 * How much of the bid-ask width CALIBRATED gives up, counted from the near side: whole percent points, 0..100.
 * It is stored with all that is placed under it, so a later fit changes nothing that already exists.
 */
export interface FillFit {
  readonly buys: number;
  readonly sells: number;
}

/** A model, and for CALIBRATED its fit; null with every other model. */
export interface FillRule {
  readonly fillModel: FillModel;
  readonly fillFit: FillFit | null;
}

export const AT_TOUCH: FillRule = { fillModel: 'TOUCH', fillFit: null };

/** The version is stored with every trade: a changed rule gets a new number, so old fills stay explained. */
export const FILL_MODEL_VERSION: Record<FillModel, string> = {
  TOUCH: 'TOUCH v1',
  MID: 'MID v1',
  CROSS: 'CROSS v1',
  ORATS: 'ORATS v1',
  INSTANT: 'INSTANT v1',
  QUOTE: 'QUOTE v1',
  CALIBRATED: 'CALIBRATED v1',
};

/** The version of CALIBRATED names its fit: equal versions are equal rules. */
export function fillVersion({ fillModel, fillFit }: FillRule): string {
  const version = FILL_MODEL_VERSION[fillModel];
  return fillFit ? `${version} buys ${fillFit.buys}% sells ${fillFit.sells}%` : version;
}

/** How a trade's orders fill, until its end; all null where a venue fills them. */
export interface FilledBy {
  readonly fillModel: FillModel | null;
  readonly fillModelVersion: string | null;
  readonly fillFit: FillFit | null;
}

export const BY_ITS_VENUE: FilledBy = { fillModel: null, fillModelVersion: null, fillFit: null };

export function filledBy({ fillModel, fillFit }: FillRule): FilledBy {
  const rule = { fillModel, fillFit: fillModel === 'CALIBRATED' ? fillFit : null };
  return { ...rule, fillModelVersion: fillVersion(rule) };
}

/** Share of the width, in percent points, that a model gives up from the near side. ORATS: its backtester's default. */
const GIVEN_UP = { TOUCH: 100, CROSS: 100, INSTANT: 100, MID: 50, ORATS: 75 } as const;

/** Percent points of the bid-ask width that a model gives up; null where it has no price in a two-sided market. */
export function givenUp({ fillModel, fillFit }: FillRule, buys: boolean): number | null {
  if (fillModel === 'QUOTE') return null;
  if (fillModel !== 'CALIBRATED') return GIVEN_UP[fillModel];
  return fillFit && (buys ? fillFit.buys : fillFit.sells);
}
