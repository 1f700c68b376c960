import type { Decimal } from '../decimal.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Quote } from '../market/quote.ts';
import type { Order } from '../order/order.ts';
import type { FillRule } from './fill-model.ts';

export type SubmittedOrder = Pick<
  Order,
  'role' | 'side' | 'type' | 'timeInForce' | 'quantity' | 'limitPrice' | 'stopPrice'
>;

/** A request to the venue, in wire order: OTOCO has the entry, then its exits; OCO has both exits. */
export interface VenueSubmission extends FillRule {
  readonly shape: 'SINGLE' | 'OTOCO' | 'OCO';
  readonly tag: string;
  readonly instrument: Instrument;
  readonly orders: readonly SubmittedOrder[];
}

/** What the venue checks a submission against. */
export interface VenueTerms {
  readonly quote: Quote | null;
  /** Dollars that the account's own trades began with: deposits, plus or minus what trades elsewhere moved. */
  readonly funds: Decimal;
  readonly now: Date;
}
