import { SimulatedBroker } from '../../../server/adapters/simulated/simulated-broker.ts';
import { SimulatedMarket } from '../../../server/adapters/simulated/simulated-market.ts';
import type { VenueStore } from '../../../server/adapters/simulated/venue-store.ts';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import type { Instrument } from '../../../server/domain/instrument/instrument.ts';
import type { FillFit, FillModel } from '../../../server/domain/matching/fill-model.ts';
import type { SubmittedOrder } from '../../../server/domain/matching/venue-submission.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import type { Clock } from '../../../server/ports/clock.ts';
import type { Submission } from '../../../server/ports/broker.ts';
import { ELEVEN } from '../fakes/option-market.ts';

/** A clock that a test sets. */
export class HandClock implements Clock {
  constructor(public at: Date = ELEVEN) {}

  now(): Date {
    return this.at;
  }

  pass(seconds: number): void {
    this.at = new Date(this.at.getTime() + seconds * 1000);
  }
}

interface Account {
  readonly account: string;
  readonly model: FillModel;
  readonly fit: FillFit | null;
  readonly deposits: number;
  readonly movedElsewhere: number;
  readonly seed: number;
}

export function simulatedBroker(
  store: VenueStore,
  clock: Clock,
  {
    account = 'ann',
    model = 'TOUCH',
    fit = null,
    deposits = 100_000,
    movedElsewhere = 0,
    seed = 42,
  }: Partial<Account> = {},
): SimulatedBroker {
  return new SimulatedBroker(account, store, new SimulatedMarket(clock, seed), clock, {
    fillRule: async () => ({ fillModel: model, fillFit: fit }),
    deposits: async () => dec(deposits),
    movedElsewhere: async () => dec(movedElsewhere),
  });
}

/** A submission as the desk would send it. */
export function submission(
  shape: Submission['shape'],
  instrument: Instrument,
  orders: readonly SubmittedOrder[],
  tag = 'tag-1',
): Submission {
  return {
    shape,
    tag,
    instrument,
    orders: orders.map((order, leg) => storedOrder(order, tag, leg)),
  };
}

function storedOrder(order: SubmittedOrder, tag: string, leg: number): Order {
  return {
    ...order,
    id: `order-${tag}-${leg}`,
    tradeId: 'paper_1',
    status: 'SUBMITTED',
    filledQuantity: ZERO,
    filledValue: ZERO,
    namedFees: ZERO,
    averagePrice: null,
    tag,
    venueOrderId: null,
    venueParentId: null,
    reason: null,
    cancelRequested: false,
    absentSyncs: 0,
    sentAt: null,
    placedAt: ELEVEN,
    updatedAt: ELEVEN,
    fills: [],
    correction: null,
    adjustment: null,
    askedMove: null,
    swap: null,
    slippagePct: null,
    pays: null,
  };
}
