import { describe, expect, it } from 'vitest';
import { instrumentOf } from '../../../server/domain/bars/instrument-of.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { evidenceOfRun } from '../../../server/domain/promotion/backtest-evidence.ts';
import type { EvidenceTrade } from '../../../server/domain/promotion/evidence.ts';
import { fallOfBudget } from '../../../server/domain/promotion/fall-of-budget.ts';
import {
  evidenceOfTrade,
  isExiting,
  isInDoubt,
} from '../../../server/domain/promotion/trade-evidence.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { aClosedTrade, anOpenTrade, anOrder, aTrade } from '../../support/values/builders.ts';

const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

describe('a trade as evidence', () => {
  it('is what it earned after fees, of what it could lose', () => {
    expect(evidenceOfTrade(aClosedTrade('180.5', '1.3'))).toMatchObject({
      ...{ openedAt: NOON, closedAt: NOON, net: dec('29.2'), atRisk: dec('151.3'), gainCap: 20 },
    });
  });

  it('has a price above 0 where its entry brought money', () => {
    const { instrument } = instrumentOf('SPY260327P00560000');
    const sold = { instrument, side: 'SELL_TO_OPEN', entryCost: dec('-150') } as const;
    expect(evidenceOfTrade(anOpenTrade(sold))).toMatchObject({ atRisk: dec(55_850) });
  });

  it('counts as open until it is over for good', () => {
    expect(evidenceOfTrade(anOpenTrade())).toMatchObject({ closedAt: null, net: null });
    const reviewed = aClosedTrade('1', '0', { status: 'NEEDS_REVIEW' });
    expect(evidenceOfTrade(reviewed)).toMatchObject({ closedAt: null, net: null });
  });

  it('is none where nothing filled, or where it is the twin of another one', () => {
    expect(evidenceOfTrade(aTrade())).toBeNull();
    expect(evidenceOfTrade(aClosedTrade('1', '0', { twinOf: 'real_1' }))).toBeNull();
  });

  it('is in doubt under review, or while an order has no answer', () => {
    const trade = anOpenTrade();
    expect(isInDoubt({ trade, orders: [anOrder({ status: 'FILLED' })] })).toBe(false);
    expect(isInDoubt({ trade, orders: [anOrder({ status: 'UNKNOWN' })] })).toBe(true);
    expect(isInDoubt({ trade: { ...trade, status: 'NEEDS_REVIEW' }, orders: [] })).toBe(true);
  });

  it('is being closed once that is asked for or under way, not while its exits rest', () => {
    const trade = anOpenTrade();
    const exiting = (parts: Parameters<typeof anOrder>[0]) =>
      isExiting({ trade, orders: [anOrder(parts)] });
    expect(exiting({ role: 'STOP_LOSS', status: 'ACCEPTED' })).toBe(false);
    expect(exiting({ role: 'ENTRY', status: 'PARTIALLY_FILLED' })).toBe(false);
    expect(exiting({ role: 'CLOSE', status: 'CANCELED' })).toBe(false);
    expect(exiting({ role: 'CLOSE', status: 'INTENT' })).toBe(true);
    expect(exiting({ role: 'CLOSE', status: 'UNKNOWN' })).toBe(true);
    expect(exiting({ role: 'TAKE_PROFIT', status: 'PARTIALLY_FILLED' })).toBe(true);
  });
});

describe('a backtest as evidence', () => {
  it('is its trades, and what is open at its end as trades that are open', () => {
    const trades = evidenceOfRun(
      [
        {
          ...{ symbol: 'SPY', side: 'BUY', quantity: '2', entryAt: 1, entryPrice: '100' },
          ...{ exitAt: 2, exitPrice: '110', closeReason: 'MANUAL_CLOSE', realizedPnl: '20' },
          ...{ fees: '1', netPnl: '19' },
        },
      ],
      [
        { symbol: 'QQQ', quantity: '3', costBasis: '300', price: null },
        { symbol: 'IWM', quantity: '-1', costBasis: '-50', price: null },
      ],
      NOON,
    );
    const open = { openedAt: NOON, closedAt: null, net: null };
    expect(trades).toMatchObject([
      { openedAt: new Date(1), closedAt: new Date(2), net: dec(19), atRisk: dec(201) },
      { ...open, atRisk: dec(300) },
      { ...open, atRisk: null },
    ]);
  });
});

describe('the fall of a strategy’s money', () => {
  const trade = (opens: number, closes: number | null, net: string | null): EvidenceTrade => ({
    ...{ openedAt: after(opens), closedAt: closes === null ? null : after(closes) },
    ...{ atRisk: dec(100), gainCap: 1, net: net === null ? null : dec(net) },
  });

  it('is from its highest, of budget and results', () => {
    const trades = [trade(0, 1, '50'), trade(2, 5, '-30'), trade(3, 4, '-15'), trade(6, 7, '200')];
    expect(fallOfBudget(trades, dec(100))).toBeCloseTo(30);
    expect(fallOfBudget(trades.slice(0, 1), dec(100))).toBe(0);
  });

  it('is without a budget of the most that was at risk at once', () => {
    const back = [trade(0, 10, '-10'), trade(10, 20, '-40')];
    expect(fallOfBudget(back, null)).toBeCloseTo(50);
    expect(fallOfBudget([...back, trade(5, null, null)], null)).toBeCloseTo(25);
  });

  it('is unknown where nothing was at risk, or a loss has no bound', () => {
    expect(fallOfBudget([], null)).toBeNull();
    expect(fallOfBudget([{ ...trade(0, 1, '1'), atRisk: null }], null)).toBeNull();
  });
});
