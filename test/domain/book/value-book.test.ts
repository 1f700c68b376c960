import { describe, expect, it } from 'vitest';
import type { Account, Position } from '../../../server/domain/account/account.ts';
import { markPositions, valueBook, type DayStart } from '../../../server/domain/book/value-book.ts';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { aClosedTrade, aMark, anOpenTrade, SPY_CALL } from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const ACCOUNT: Account = {
  username: 'ada',
  cash: dec('99849.65'),
  deposits: dec(100_000),
  realizedPnl: ZERO,
  fees: dec('0.35'),
  killSwitch: 'OFF',
  sequence: 1,
  hash: '',
};
const HELD: Position = {
  mode: 'PAPER',
  symbol: SPY_CALL.symbol,
  underlying: 'SPY',
  assetClass: 'OPTION',
  quantity: dec(1),
  costBasis: dec(150),
  tradeIds: ['paper_trade-1'],
};
const open = (parts: Partial<Trade> = {}) =>
  anOpenTrade({ fees: dec('0.35'), mark: aMark(), ...parts });

function value(active: Trade[], parts: object = {}, isOpen = true) {
  const valuation = { now: NOON, isOpen: () => isOpen };
  const positions = markPositions([HELD], active, valuation);
  const dayStart = new Map<string, DayStart>();
  const aggregates = active.map((trade) => ({ trade, orders: [] }));
  return valueBook({
    ...{
      mode: 'PAPER',
      account: ACCOUNT,
      positions,
      active: aggregates,
      closedToday: [],
      dayStart,
      valuation,
    },
    ...parts,
  });
}

describe('the value of a book', () => {
  it('prices a position at its exit side', () => {
    const portfolio = value([open()]);
    expect(portfolio.openPnl?.toFixed()).toBe('-10');
    expect(portfolio.equity.toFixed()).toBe('99989.65');
    expect(portfolio.dayPnl?.toFixed()).toBe('-10.35');
    expect(portfolio.unmarked).toBe(0);
  });

  it('prices a short at the ask, at which it is bought back', () => {
    const cost = dec(-150);
    const short = { side: 'SELL_TO_OPEN', entryCost: cost, openCost: cost } as const;
    const mark = aMark({ price: dec('1.60'), bid: dec('1.40'), ask: dec('1.60') });
    expect(value([open({ ...short, mark })]).dayPnl?.toFixed()).toBe('-10.35');
  });

  it.each([
    ['without a mark', { mark: null }],
    ['without a bid', { mark: aMark({ price: null }) }],
    ['with a stale one', { mark: aMark({ sourceTime: new Date(NOON.getTime() - 3600_000) }) }],
  ])('counts a position %s at cost, as unmarked, and never as 0', (_, parts) => {
    const portfolio = value([open(parts)]);
    expect(portfolio).toMatchObject({ unmarked: 1 });
    expect(portfolio.equity.toFixed()).toBe('99999.65');
    expect(portfolio.openPnl?.toFixed()).toBe('0');
  });

  it('uses the last mark outside market hours', () => {
    const old = aMark({ sourceTime: new Date(NOON.getTime() - 3600_000) });
    expect(value([open({ mark: old })], {}, false).openPnl?.toFixed()).toBe('-10');
  });

  it('has the day’s P&L: since the price at midnight, plus what was closed today', () => {
    const dayStart = new Map([['paper_trade-1', { trade: open(), price: dec('1.20') }]]);
    const portfolio = value([open()], {
      dayStart,
      closedToday: [aClosedTrade('250', '0.70', { id: 'paper_trade-2' })],
    });
    expect(portfolio.dayPnl?.toFixed()).toBe(dec(20).plus('99.3').toFixed());
  });

  it('uses the newest mark of several trades in one contract', () => {
    const older = new Date(NOON.getTime() - 30_000);
    const [mine, stale] = [
      aMark({ price: dec('1.60') }),
      aMark({ price: dec(9), receivedAt: older }),
    ];
    const [position] = markPositions([HELD], [open({ mark: stale }), open({ mark: mine })], {
      now: NOON,
      isOpen: () => true,
    });
    expect(position?.unrealizedPnl?.toFixed()).toBe('10');
    expect(position?.averagePrice.toFixed()).toBe('1.5');
  });
});
