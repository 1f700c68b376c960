import { describe, expect, it } from 'vitest';
import { dec, sum, ZERO, type Decimal } from '../../server/domain/decimal.ts';
import { optionContract } from '../../server/domain/instrument/occ-symbol.ts';
import { expiryInstant } from '../../server/domain/calendar/market-calendar.ts';
import { expireContract } from '../../server/domain/matching/expire-contract.ts';
import {
  heldQuantity,
  NEW_VENUE,
  type VenueState,
} from '../../server/domain/matching/venue-state.ts';
import { deliverShares } from '../../server/domain/expiry/deliver-shares.ts';
import { takeDelivery } from '../../server/domain/expiry/take-delivery.ts';
import { sharesDue } from '../../server/domain/expiry/shares-due.ts';
import { TradeDraft } from '../../server/domain/trade/trade-draft.ts';
import { openTrade, settleAt } from '../support/recorded/ledger-replay.ts';
import { lifecycleCases, type LifecycleCase } from '../support/recorded/lifecycle-case.ts';

const cases = lifecycleCases().filter(({ category }) => category === 'exercise-assignment');

const ONCE = 'a contract is settled whole, once, at its expiry: nobody exercises a part of it';

const NOT_RUN: Record<string, string> = {
  'as-short-put-partial-assignment': ONCE,
  'ex-long-call-partial-cash': ONCE,
};

const run = cases.filter(({ id }) => !(id in NOT_RUN));
const EXPIRATION = '2016-02-19';

describe.skipIf(cases.length === 0)(
  'an expired contract moves the published money and shares',
  () => {
    it('runs every case or says why not', () => {
      expect(cases).toHaveLength(15);
      expect(run).toHaveLength(13);
      expect(run.length + Object.keys(NOT_RUN).length).toBe(cases.length);
    });

    it.each(run)('$id', ({ id, given, steps, expect: expected }) => {
      const { option, shares, cash, venue } = expired(given, steps[0]!.last!);
      // The venue's account and the ledger, which are independent, agree.
      expect(venue.cash.toFixed()).toBe(cash.toFixed());
      expect(venue.shares.toFixed()).toBe(shares.toFixed());
      expect(option.openQuantity.isZero()).toBe(true);

      if (expected.in_the_money !== undefined) {
        expect(option.status).toBe(expected.in_the_money ? 'EXPIRED_ITM' : 'EXPIRED_OTM');
      }
      if (expected.realised_pnl !== undefined) {
        expect(option.realizedPnl.toNumber()).toBe(expected.realised_pnl);
      }
      if (id === 'ex-buying-power-check') expect(shares.isZero()).toBe(true);
      if (expected.positions) {
        expect(shares.toNumber()).toBe(expected.positions.underlying.qty);
      }
      if (expected.cash !== undefined) {
        // Only one of two calls could be paid for; the other was closed out for 8 dollars a share.
        const closedOut = id === 'ex-long-call-partial-exercise' ? 800 : 0;
        expect(cash.plus(given.cash!).toNumber()).toBe(expected.cash + closedOut);
      }
      const { underlying_fill: fill } = expected;
      if (fill) {
        expect(shares.toNumber()).toBe(fill.side === 'buy' ? 100 : -100);
        expect(cash.toNumber()).toBe((fill.side === 'buy' ? -100 : 100) * fill.price);
      } else if (expected.option_close) {
        expect(option.settlement?.intrinsic.toNumber()).toBe(expected.option_close.price);
      }
    });
  },
);

it('venue and ledger agree that less than a cent in the money is worthless', () => {
  const given = {
    instrument: { underlying: 'SPY', right: 'call', strike: 192, settlement: 'cash' },
    positions: [{ qty: 1, avg_price: 1 }],
  } as const;
  expect(expired(given, 192.009).option.status).toBe('EXPIRED_OTM');
  expect(expired(given, 192.009).venue.cash.toFixed()).toBe('0');
  expect(expired(given, 192.01).option.status).toBe('EXPIRED_ITM');
  expect(expired(given, 192.01).venue.cash.toFixed()).toBe('1');
});

/** Takes the same position through the desk's ledger and through the simulated venue, to its expiry. */
function expired({ instrument, positions, cash }: LifecycleCase['given'], last: number) {
  const { qty, avg_price } = positions![0]!;
  const pays = instrument.settlement === 'cash';
  const contract = optionContract({
    underlying: pays ? 'XSP' : instrument.underlying!,
    expiration: EXPIRATION,
    strike: dec(instrument.strike!),
    right: instrument.right === 'call' ? 'CALL' : 'PUT',
  });
  const { symbol, underlying } = contract;
  const close = dec(last);
  const at = expiryInstant(EXPIRATION);
  const quantity = dec(qty).abs();
  const side = qty > 0 ? ('BUY_TO_OPEN' as const) : ('SELL_TO_OPEN' as const);
  const opened = new Date('2016-02-01T16:00:00Z');
  const held = openTrade({ symbol, side, quantity, at: opened }, dec(avg_price), ZERO);

  // A holder who may have to deliver shares owns them, because this desk sells none short.
  const owned = toGive(sharesDue(held.trade, contract));
  const before: VenueState = {
    ...NEW_VENUE,
    positions: [
      { symbol, quantity: dec(qty), costBasis: dec(qty).times(avg_price).times(100) },
      ...(owned.isZero()
        ? []
        : [{ symbol: underlying, quantity: owned, costBasis: owned.times(150) }]),
    ],
  };
  const funds = dec(cash ?? 1_000_000);
  const after = expireContract(before, contract, { close, funds }, at);
  const moved = heldQuantity(after, underlying).minus(owned);

  const delivery = { delivery: 'DELIVERED', shares: moved, tradeIds: [] } as const;
  const option = settleAt(held, close, at, moved.isZero() ? undefined : delivery).trade;
  const flows = [option.cashFlow.plus(option.entryCost)];
  const print = { price: close, source: 'recording', sourceTime: at };
  let shares = ZERO;
  if (moved.greaterThan(0)) {
    const { trade } = takeDelivery(option, { id: 'paper_shares', shares: moved, print, at });
    flows.push(trade.cashFlow);
    shares = trade.openQuantity;
  }
  if (moved.lessThan(0)) {
    const entry = { symbol: underlying, side: 'BUY', quantity: owned, at: opened } as const;
    const bought = openTrade(entry, dec(150), ZERO);
    const draft = TradeDraft.of(bought, at, 'venue');
    const { trade } = deliverShares(draft, option, { quantity: moved.abs(), print });
    flows.push(trade.cashFlow.minus(bought.trade.cashFlow));
    shares = trade.openQuantity.minus(owned);
  }
  return { option, shares, cash: sum(flows), venue: { cash: after.cash, shares: moved } };
}

/** The number of shares to own beforehand: as many as would have to be delivered. */
function toGive(due: Decimal): Decimal {
  return due.lessThan(0) ? due.abs() : ZERO;
}
