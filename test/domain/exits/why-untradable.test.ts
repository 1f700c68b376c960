import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Mark } from '../../../server/domain/market/mark.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { whyUntradable } from '../../../server/domain/exits/why-untradable.ts';
import { AAPL, aClosedTrade, aMark, anOpenTrade } from '../../support/values/builders.ts';

const at = (time: string) => new Date(`2026-03-10T${time}Z`);
const sides = (bid: string, ask: string) => ({ bid: dec(bid), ask: dec(ask) });

function shown(mark: Partial<Mark>, time = '15:00:00', parts: Partial<Trade> = {}): string | null {
  const now = at(time);
  const seen = aMark({ sourceTime: now, receivedAt: now, delayed: false, ...mark });
  const trade = anOpenTrade({ venue: 'TRADIER_SANDBOX', ...parts, mark: seen });
  return whyUntradable(trade, now);
}

describe('a trade says why nothing triggers at its mark', () => {
  it.each([
    ['crossed', sides('1.50', '1.40'), 'Crossed market: bid 1.5 above ask 1.4'],
    ['locked', sides('1.40', '1.40'), 'Locked market: bid and ask are both 1.4'],
    ['absurd', sides('0.10', '1.01'), 'Ask 1.01 is more than 10 times the bid 0.1'],
    ['bidless', sides('0', '1.01'), 'The bid is zero'],
    [
      'not heard again',
      { receivedAt: at('14:58:00') },
      'The quote is 120 s old, more than the 60 s allowed',
    ],
  ])('when it is %s', (_, mark, words) => {
    expect(shown(mark)).toBe(words);
  });

  it('in the first minute, and outside the session', () => {
    expect(shown({}, '13:30:59')).toBe('In the minute after the open');
    expect(shown({}, '13:29:59')).toBe('Outside the regular session');
    expect(shown({}, '13:31:00')).toBeNull();
    expect(shown({}, '03:00:00', { venue: 'SIMULATED' })).toBeNull();
  });

  it('but says nothing when it may trigger, has no mark, or is closed', () => {
    expect(shown({})).toBeNull();
    expect(shown(sides('1.40', '1.40'), '15:00:00', { instrument: AAPL })).toBeNull();
    expect(whyUntradable(anOpenTrade(), at('15:00:00'))).toBeNull();
    const closed = aClosedTrade('1', '0', { mark: aMark(sides('1.50', '1.40')) });
    expect(whyUntradable(closed, at('15:00:00'))).toBeNull();
  });
});
