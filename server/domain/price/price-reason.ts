/** Why an action is refused at a price, or allowed with a reservation. */
export type PriceReason =
  /** No source has a fresh price. */
  | 'NO_VOICE'
  /** Two sources contradict each other, and no third decides. */
  | 'CONTRADICTION'
  /** More than 10 % from the last accepted price, until two more rounds confirm it. */
  | 'SUSPECT_STEP'
  /** Above five times or below a fifth of the last hour's prices, until a quote confirms it. */
  | 'FAR_FROM_HOUR'
  /** The token itself is unfit for an entry: see `token/token-risks.ts`. */
  | 'TOKEN_RISK'
  /** One USDC, in which quotes are paid, is not worth its dollar. */
  | 'USDC_OFF'
  /** One or two of the three sources are missing. */
  | 'MISSING_VOICE'
  /** Only one source gives the price. */
  | 'LONE_VOICE'
  /** One source lies more than 3 % from the others. */
  | 'SOURCES_APART'
  /** The quote pays more than the price at which the stop would be met. */
  | 'QUOTE_ABOVE'
  /** Too few prices were accepted to compare with. */
  | 'SHORT_HISTORY'
  /** Sources lie between 1 % and 3 % apart. */
  | 'DEGRADED';
