import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { askedTicket, whyAgainst } from '../../../server/domain/strategy/asked-ticket.ts';
import type { StrategyEntry } from '../../../server/domain/strategy/strategy.ts';
import { aTrade } from '../../support/values/builders.ts';

const RUN = { strategyId: 's1', name: 'mine', kind: 'k', version: 2, mode: 'PAPER' } as const;
const CALL = 'SPY260417C00560000';

const ticketOf = (entry: Partial<StrategyEntry>) =>
  askedTicket(
    { symbol: 'SPY', side: 'BUY', quantity: '2', ...entry },
    { key: 'k'.repeat(64) },
    RUN,
  );

describe('the ticket of a strategy’s entry', () => {
  it('is at the market for the day, with the strategy in its context', () => {
    expect(ticketOf({})).toMatchObject({
      ...{ mode: 'PAPER', equity: { symbol: 'SPY' }, side: 'BUY', orderType: 'MARKET' },
      ...{ timeInForce: 'DAY', limitPrice: null, idempotencyKey: 'k'.repeat(64) },
      context: { strategy: 'mine', extra: { strategyId: 's1', kind: 'k', version: 2 } },
    });
  });

  it('opens a contract with BUY and SELL as well, and closes nothing', () => {
    expect(ticketOf({ symbol: CALL })).toMatchObject({
      option: { symbol: CALL },
      side: 'BUY_TO_OPEN',
    });
    expect(ticketOf({ symbol: CALL, side: 'SELL' })).toMatchObject({ side: 'SELL_TO_OPEN' });
    expect(ticketOf({ symbol: CALL, side: 'SELL_TO_CLOSE' })).toBe(
      'the side SELL_TO_CLOSE does not open it',
    );
    expect(ticketOf({ side: 'BUY_TO_OPEN' })).toBe('the side BUY_TO_OPEN does not open it');
  });

  it('has prices on the ticks: a limit is never worse, an exit is the nearest', () => {
    const prices = {
      orderType: 'LIMIT',
      limitPrice: 10.019,
      bracket: { stopLoss: 9.016 },
    } as const;
    expect(ticketOf(prices)).toMatchObject({
      ...{ limitPrice: dec('10.01'), timeInForce: 'GTC' },
      bracket: { stopLoss: dec('9.02'), takeProfit: null, trailingPct: null },
    });
    expect(ticketOf({ ...prices, side: 'SELL' })).toMatchObject({ limitPrice: dec('10.02') });
  });

  it.each([
    [{ quantity: '0' }, 'the quantity is 0'],
    [{ quantity: 'many' }, 'the quantity is many'],
    [{ orderType: 'STOP' }, 'an entry is MARKET or LIMIT, not STOP'],
    [{ orderType: 'LIMIT' }, 'a LIMIT order has a limit price, a MARKET order has none'],
    [{ bracket: { stopLoss: -1 } }, 'its prices are not all above 0'],
    [{ bracket: { trailingPct: 100 } }, 'a trail is more than 0 and less than 100 percent points'],
  ] as const)('of %j is none', (entry, why) => {
    expect(ticketOf(entry)).toBe(why);
  });

  it('is against a position, or an order that waits, on the other side', () => {
    const held = { trade: aTrade({ openQuantity: dec(1) }), orders: [] };
    const { symbol } = held.trade.instrument;
    expect(whyAgainst(symbol, 'SELL_TO_OPEN', [held])).toBe('it is against the present position');
    expect(whyAgainst(symbol, 'BUY_TO_OPEN', [held])).toBeNull();
    expect(whyAgainst('QQQ', 'SELL', [held])).toBeNull();
  });
});
