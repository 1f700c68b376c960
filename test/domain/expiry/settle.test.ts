import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { intrinsicValue } from '../../../server/domain/instrument/intrinsic-value.ts';
import { settle } from '../../../server/domain/expiry/settle.ts';
import { TradeDraft } from '../../../server/domain/trade/trade-draft.ts';
import { UNASKED } from '../../../server/domain/trade/taken-back.ts';
import { type Trade } from '../../../server/domain/trade/trade.ts';
import { anOpenTrade, SPY_CALL } from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

/** A call at 560, bought for 1.50, after its underlying closed. */
function settledAt(close: string, parts: Partial<Trade> = {}) {
  const before = { trade: anOpenTrade(parts), orders: [] };
  const draft = new TradeDraft(before, before, new Date(NOON.getTime() + 3_600_000), 'desk');
  settle(draft, SPY_CALL, { price: dec(close), source: 'test', sourceTime: NOON });
  return draft.trade;
}

describe('the settlement of an expired contract', () => {
  it.each([
    ['559.99', 'EXPIRED_OTM', '-150', '0', '-1.5'],
    ['560.00', 'EXPIRED_OTM', '-150', '0', '-1.5'],
    ['560.01', 'EXPIRED_ITM', '-149', '0', '-1.49'],
    ['563.25', 'EXPIRED_ITM', '175', '1.75', '0'],
  ])(
    'at %s is %s for %s dollars, which counts as an excursion',
    (close, status, pnl, best, worst) => {
      const trade = settledAt(close);
      expect(trade.status).toBe(status);
      expect(trade.realizedPnl.toFixed()).toBe(pnl);
      expect(trade.maxFavorableExcursion?.toFixed()).toBe(best);
      expect(trade.maxAdverseExcursion?.toFixed()).toBe(worst);
    },
  );

  it('leaves no requested exits and no pending close', () => {
    const bracket = { stopLoss: dec(1), takeProfit: null, stopLimit: null };
    const terms = { orderType: 'LIMIT', limitPrice: dec(9), ...UNASKED, role: 'CLOSE' } as const;
    const closeRequest = { ...terms, quantity: dec(1), requestedAt: NOON };
    const ended = { wantedBracket: null, closeRequest: null, reason: null, closedAt: NOON };
    expect(settledAt('570', { wantedBracket: bracket, closeRequest })).toMatchObject(ended);
  });

  it('treats less than a cent in the money as worthless', () => {
    expect(intrinsicValue(SPY_CALL, dec('560.0099')).isZero()).toBe(true);
    expect(intrinsicValue({ ...SPY_CALL, right: 'PUT' }, dec('559.99')).toFixed()).toBe('0.01');
  });
});
