import { dec } from '../../../server/domain/decimal.ts';
import type { Instrument } from '../../../server/domain/instrument/instrument.ts';
import { cancelAtVenue } from '../../../server/domain/matching/cancel-at-venue.ts';
import type { FillModel } from '../../../server/domain/matching/fill-model.ts';
import { matchVenue } from '../../../server/domain/matching/match-venue.ts';
import { submitToVenue } from '../../../server/domain/matching/submit-to-venue.ts';
import { NEW_VENUE, type VenueState } from '../../../server/domain/matching/venue-state.ts';
import type { SubmittedOrder } from '../../../server/domain/matching/venue-submission.ts';
import { CALL, ELEVEN, optionQuote, submitted } from '../fakes/option-market.ts';

export const entry = (quantity: number, limit = '2.10'): SubmittedOrder =>
  submitted('ENTRY', 'BUY_TO_OPEN', quantity, { limit });
export const exits = (quantity: number, target = '3.00', stop = '1.50'): SubmittedOrder[] => [
  submitted('TAKE_PROFIT', 'SELL_TO_CLOSE', quantity, { limit: target }),
  submitted('STOP_LOSS', 'SELL_TO_CLOSE', quantity, { stop }),
];
export const close = (quantity: number, limit?: string): SubmittedOrder =>
  submitted('CLOSE', 'SELL_TO_CLOSE', quantity, { limit });

interface Terms {
  readonly bid: string;
  readonly ask: string;
  readonly deposits: number;
  readonly model: FillModel;
  readonly on: Instrument;
}

/** A venue with one market in it, driven step by step. */
export class VenueScene {
  state: VenueState = NEW_VENUE;
  now = ELEVEN;

  readonly #usual: Terms;

  constructor(private readonly instrument: Instrument = CALL) {
    this.#usual = { bid: '2.00', ask: '2.10', deposits: 100_000, model: 'TOUCH', on: instrument };
  }

  submit(
    shape: 'SINGLE' | 'OTOCO' | 'OCO',
    orders: SubmittedOrder[],
    terms: Partial<Terms> = {},
  ): string {
    const { bid, ask, deposits, model, on } = { ...this.#usual, ...terms };
    const submission = {
      shape,
      tag: 'tag-1',
      instrument: on,
      orders,
      fillModel: model,
      fillFit: null,
    };
    const quote = optionQuote(bid, ask, this.now, on.symbol);
    const result = submitToVenue(this.state, submission, {
      quote,
      funds: dec(deposits),
      now: this.now,
    });
    this.state = result.state;
    return result.refusal ?? result.id;
  }

  market(bid: string, ask: string, available = 100, on = this.instrument): this {
    this.now = new Date(this.now.getTime() + 1000);
    const quote = optionQuote(bid, ask, this.now, on.symbol);
    this.state = matchVenue(
      this.state,
      new Map([[on.symbol, { quote, available: dec(available) }]]),
      this.now,
    );
    return this;
  }

  cancel(id: string): this {
    this.state = cancelAtVenue(this.state, id, this.now);
    return this;
  }

  get orders(): string {
    return this.state.orders
      .map(
        (order) => `${order.status} ${order.filledQuantity.toFixed()}/${order.quantity.toFixed()}`,
      )
      .join(', ');
  }

  get held(): string {
    return this.state.positions
      .map((p) => `${p.quantity.toFixed()} for ${p.costBasis.toFixed()}`)
      .join();
  }
}
