/** When and at what price a simulated order fills; see `fill-price.ts` for each one's rule. */
export type FillModel = 'TOUCH' | 'MID' | 'CROSS' | 'ORATS' | 'INSTANT' | 'QUOTE';

/** Kept with every trade: a rule that changes gets a new number, so that old fills stay explained. */
export const FILL_MODEL_VERSION: Record<FillModel, string> = {
  TOUCH: 'TOUCH v1',
  MID: 'MID v1',
  CROSS: 'CROSS v1',
  ORATS: 'ORATS v1',
  INSTANT: 'INSTANT v1',
  QUOTE: 'QUOTE v1',
};
