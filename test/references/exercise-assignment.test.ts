import { describe, expect, it } from 'vitest';
import { dec, ZERO } from '../../server/domain/decimal.ts';
import { optionContract } from '../../server/domain/instrument/occ-symbol.ts';
import { expiryInstant } from '../../server/domain/calendar/market-calendar.ts';
import { expireContract } from '../../server/domain/matching/venue-clock.ts';
import { NEW_VENUE } from '../../server/domain/matching/venue-state.ts';
import { openTrade, settleAt } from '../support/ledger-replay.ts';
import { lifecycleCases, type LifecycleCase } from '../support/lifecycle-case.ts';

const cases = lifecycleCases().filter(({ category }) => category === 'exercise-assignment');

const ONCE = 'a contract is settled whole, once, at its expiry: nobody exercises a part of it';

const NOT_RUN: Record<string, string> = {
  'ex-long-call-partial-exercise': ONCE,
  'as-short-put-partial-assignment': ONCE,
  'ex-long-call-partial-cash': ONCE,
  'ex-buying-power-check': 'nobody asks for exercise, so nothing has to be paid for',
};

const run = cases.filter(({ id }) => !(id in NOT_RUN));
const EXPIRATION = '2016-02-19';

describe.skipIf(cases.length === 0)(
  'an expired contract brings the money that is published',
  () => {
    it('runs every case or says why not', () => {
      expect(cases).toHaveLength(15);
      expect(run).toHaveLength(11);
      expect(run.length + Object.keys(NOT_RUN).length).toBe(cases.length);
    });

    it.each(run)('$id', ({ given, steps, expect: expected }) => {
      const { trade, venueCash, close, held } = expired(given, steps[0]!.last!);
      const { intrinsic } = trade.settlement!;
      const paid = trade.cashFlow.plus(trade.entryCost);
      expect(trade.openQuantity.isZero()).toBe(true);
      // The venue's money and the ledger's, which know nothing of each other, are one.
      expect(venueCash.equals(paid)).toBe(true);

      if (expected.in_the_money !== undefined) {
        expect(trade.status).toBe(expected.in_the_money ? 'EXPIRED_ITM' : 'EXPIRED_OTM');
      }
      if (expected.realised_pnl !== undefined) {
        expect(trade.realizedPnl.toNumber()).toBe(expected.realised_pnl);
      }
      if (expected.cash !== undefined) {
        // Shares taken or delivered at the strike and worth the close are the intrinsic value in cash.
        const shares = close.times(expected.positions!.underlying.qty);
        expect(paid.toNumber()).toBe(shares.plus(expected.cash).minus(given.cash!).toNumber());
      }
      const { underlying_fill: fill } = expected;
      if (fill) {
        const gain = fill.side === 'buy' ? close.minus(fill.price) : dec(fill.price).minus(close);
        expect(intrinsic.toNumber()).toBe(gain.toNumber());
      } else if (expected.option_close) {
        expect(intrinsic.toNumber()).toBe(expected.option_close.price);
      }
      expect(paid.equals(intrinsic.times(100).times(held))).toBe(true);
    });
  },
);

it('venue and ledger agree that less than a cent in the money is worthless', () => {
  const given = {
    instrument: { underlying: 'SPY', right: 'call', strike: 192 },
    positions: [{ qty: 1, avg_price: 1 }],
  } as const;
  expect(expired(given, 192.009).trade.status).toBe('EXPIRED_OTM');
  expect(expired(given, 192.009).venueCash.toFixed()).toBe('0');
  expect(expired(given, 192.01).trade.status).toBe('EXPIRED_ITM');
  expect(expired(given, 192.01).venueCash.toFixed()).toBe('1');
});

/** The same position through the desk's ledger and through the simulated venue, to its expiry. */
function expired({ instrument, positions }: LifecycleCase['given'], last: number) {
  const { qty, avg_price } = positions![0]!;
  const contract = optionContract({
    underlying: instrument.underlying!,
    expiration: EXPIRATION,
    strike: dec(instrument.strike!),
    right: instrument.right === 'call' ? 'CALL' : 'PUT',
  });
  const { symbol } = contract;
  const close = dec(last);
  const at = expiryInstant(EXPIRATION);
  const quantity = dec(qty).abs();
  const side = qty > 0 ? ('BUY_TO_OPEN' as const) : ('SELL_TO_OPEN' as const);
  const opened = new Date('2016-02-01T16:00:00Z');
  const trade = openTrade({ symbol, side, quantity, at: opened }, dec(avg_price), ZERO);
  const position = { symbol, quantity: dec(qty), costBasis: dec(qty).times(avg_price).times(100) };
  const venue = { ...NEW_VENUE, positions: [position] };
  return {
    trade: settleAt(trade, close, at).trade,
    venueCash: expireContract(venue, contract, close, at).cash,
    close,
    held: dec(qty),
  };
}
