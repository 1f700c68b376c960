/** When and at what price a simulated order fills; `fill-price.ts` has the rule of each model. */
export type FillModel = 'TOUCH' | 'MID' | 'CROSS' | 'ORATS' | 'INSTANT' | 'QUOTE';

/** Stored with every trade: a changed rule gets a new number, so old fills stay explained. */
export const FILL_MODEL_VERSION: Record<FillModel, string> = {
  TOUCH: 'TOUCH v1',
  MID: 'MID v1',
  CROSS: 'CROSS v1',
  ORATS: 'ORATS v1',
  INSTANT: 'INSTANT v1',
  QUOTE: 'QUOTE v1',
};
