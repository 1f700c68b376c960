import { describe, expect, it } from 'vitest';
import { NEW_USER_SETTINGS, type Limits } from '../../../server/domain/account/settings.ts';
import type { Account } from '../../../server/domain/account/account.ts';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import { checkEntry, type EntryRisk } from '../../../server/domain/risk/check-entry.ts';
import { reservedBy } from '../../../server/domain/risk/reserved.ts';
import type { TicketMoney } from '../../../server/domain/ticket/ticket-money.ts';
import type { Trade, TradeAggregate } from '../../../server/domain/trade/trade.ts';
import {
  AAPL,
  anOpenTrade,
  anOrder,
  aToken,
  aTrade,
  SPY_CALL,
} from '../../support/values/builders.ts';

const MONEY: TicketMoney = {
  price: dec('1.50'),
  cost: dec(150),
  fees: dec('0.35'),
  capital: dec('150.35'),
  maxLoss: dec('150.35'),
  maxProfit: null,
  breakEven: dec('561.5'),
};
const NO_STREAK = { losses: 0, until: null, limit: null };
const limits = (parts: Partial<Limits>): Limits => ({ ...NEW_USER_SETTINGS.limits, ...parts });
const account = (cash: string): Account => ({
  username: 'ada',
  cash: dec(cash),
  deposits: dec(cash),
  realizedPnl: ZERO,
  fees: ZERO,
  killSwitch: 'OFF',
  sequence: 0,
  hash: '',
});

function failed(parts: Partial<EntryRisk>): string[] {
  const risk: EntryRisk = {
    instrument: SPY_CALL,
    side: 'BUY_TO_OPEN',
    quantity: dec(1),
    place: { venue: 'SIMULATED', account: 'sim-ada' },
    money: MONEY,
    limits: [limits({})],
    killSwitch: 'OFF',
    deskHalt: 'OFF',
    account: null,
    activeTrades: [],
    placedToday: 0,
    netToday: ZERO,
    drawdown: null,
    streak: NO_STREAK,
    ...parts,
  };
  return checkEntry(risk)
    .filter(({ passed }) => !passed)
    .map(({ rule, limit, actual }) => `${rule} ${actual} of ${limit}`);
}

const held = (parts: Partial<Trade> = {}): TradeAggregate => ({
  trade: anOpenTrade(parts),
  orders: [anOrder({ status: 'FILLED' })],
});
const pending = (parts: Partial<Trade> = {}): TradeAggregate => ({
  trade: aTrade(parts),
  orders: [anOrder({ status: 'ACCEPTED' })],
});
const one = [held()];
const two = [held(), pending({ instrument: AAPL, side: 'BUY' })];

describe('the rules of an entry', () => {
  it('all pass when no limit is set', () => {
    expect(failed({ activeTrades: two, placedToday: 500, netToday: dec(-90_000) })).toEqual([]);
  });

  it.each<[string, Partial<EntryRisk>, string[]]>([
    ['open trades at the limit', { limits: [limits({ maxOpenTrades: 2 })], activeTrades: one }, []],
    [
      'open trades over it',
      { limits: [limits({ maxOpenTrades: 2 })], activeTrades: two },
      ['MAX_OPEN_TRADES 3 of 2'],
    ],
    ['none at all', { limits: [limits({ maxOpenTrades: 0 })] }, ['MAX_OPEN_TRADES 1 of 0']],
    ['the last trade of the day', { limits: [limits({ maxTradesPerDay: 3 })], placedToday: 2 }, []],
    [
      'one too many today',
      { limits: [limits({ maxTradesPerDay: 3 })], placedToday: 3 },
      ['MAX_TRADES_PER_DAY 4 of 3'],
    ],
    [
      'another underlying',
      { limits: [limits({ maxPerUnderlying: 1 })], instrument: AAPL, activeTrades: one },
      [],
    ],
    [
      'the same underlying',
      { limits: [limits({ maxPerUnderlying: 1 })], activeTrades: one },
      ['MAX_PER_UNDERLYING 2 of 1'],
    ],
    ['an order of just the limit', { limits: [limits({ maxOrderCost: dec('150.35') })] }, []],
    [
      'an order of a cent more',
      { limits: [limits({ maxOrderCost: dec('150.34') })] },
      ['MAX_ORDER_COST 150.35 of 150.34'],
    ],
    [
      'an order without a price',
      { limits: [limits({ maxOrderCost: dec(1000) })], money: { ...MONEY, capital: null } },
      ['MAX_ORDER_COST null of 1000'],
    ],
    [
      'a position of just the limit',
      { limits: [limits({ maxPositionCost: dec('300.35') })], activeTrades: one },
      [],
    ],
    [
      'a position of more',
      { limits: [limits({ maxPositionCost: dec(300) })], activeTrades: one },
      ['MAX_POSITION_COST 300.35 of 300'],
    ],
    [
      'a loss under the limit',
      { limits: [limits({ maxDailyLoss: dec(100) })], netToday: dec('-99.99') },
      [],
    ],
    [
      'a loss of the limit',
      { limits: [limits({ maxDailyLoss: dec(100) })], netToday: dec(-100) },
      ['MAX_DAILY_LOSS 100 of 100'],
    ],
    [
      'a drawdown under the limit',
      { limits: [limits({ maxDrawdown: dec(100) })], drawdown: dec('99.99') },
      [],
    ],
    [
      'a drawdown of the limit',
      { limits: [limits({ maxDrawdown: dec(100) })], drawdown: dec(100) },
      ['MAX_DRAWDOWN 100 of 100'],
    ],
    [
      'an unknown drawdown',
      { limits: [limits({ maxDrawdown: dec(100) })] },
      ['MAX_DRAWDOWN null of 100'],
    ],
    [
      'exposure of just the limit, in two symbols of one company',
      {
        limits: [limits({ maxExposure: dec('300.35'), maxPositionCost: dec(200) })],
        activeTrades: [held({ instrument: { ...SPY_CALL, symbol: 'SPY260327C00570000' } })],
      },
      [],
    ],
    [
      'more exposure, waiting entries with it',
      { limits: [limits({ maxExposure: dec(450) })], activeTrades: [held(), pending()] },
      ['MAX_EXPOSURE 450.35 of 450'],
    ],
    [
      'exposure in another underlying',
      { limits: [limits({ maxExposure: dec(200) })], instrument: AAPL, activeTrades: one },
      [],
    ],
    [
      'losses in a row, until entries may go on',
      { streak: { losses: 3, limit: 3, until: new Date('2026-03-10T18:00:00Z') } },
      ['LOSS_STREAK 3 of 3'],
    ],
    ['losses in a row, waited for', { streak: { losses: 3, limit: 3, until: null } }, []],
    ['a gain', { limits: [limits({ maxDailyLoss: dec(100) })], netToday: dec(5000) }, []],
    [
      'the stricter of two limits',
      { limits: [limits({ maxOpenTrades: 9 }), limits({ maxOpenTrades: 1 })], activeTrades: one },
      ['MAX_OPEN_TRADES 2 of 1'],
    ],
    ['just enough cash', { account: account('150.35') }, []],
    ['a cent too little', { account: account('150.34') }, ['BUYING_POWER 150.35 of 150.34']],
    [
      'cash that a pending entry will take',
      { account: account('300'), activeTrades: [pending()] },
      ['BUYING_POWER 150.35 of 150'],
    ],
    ['a switch thrown', { killSwitch: 'HALT_ENTRIES' }, ['KILL_SWITCH HALT_ENTRIES of OFF']],
    ['a halt for all', { deskHalt: 'HALT_ALL' }, ['KILL_SWITCH HALT_ALL of OFF']],
  ])('%s', (_, parts, expected) => {
    expect(failed(parts)).toEqual(expected);
  });

  it('reserve the strike of short puts and the cost of pending purchases', () => {
    const put = { ...SPY_CALL, right: 'PUT' as const };
    const short = { side: 'SELL_TO_OPEN' as const, instrument: put };
    expect(reservedBy(held(short)).toFixed()).toBe('56000');
    expect(reservedBy(pending({ ...short, quantity: dec(2) })).toFixed()).toBe('112000');
    expect(reservedBy(pending({ quantity: dec(2) })).toFixed()).toBe('300');
    expect(reservedBy(held()).toFixed()).toBe('0');
    const partly = { ...pending(), trade: anOpenTrade({ quantity: dec(3) }) };
    expect(reservedBy(partly).toFixed()).toBe('300');
  });

  it('reserve what a swap under way pays, whatever its mark says, and by its limit what waits', () => {
    const token = aTrade({
      instrument: aToken(),
      side: 'BUY',
      quantity: dec(200),
      limitPrice: null,
    });
    const order = anOrder({ role: 'ENTRY', side: 'BUY', status: 'SUBMITTED', pays: dec('80.5') });
    const swap = { trade: token, orders: [order] };
    expect(reservedBy(swap).toFixed()).toBe('80.5');
    const filled = { ...swap, orders: [{ ...order, status: 'FILLED' as const }] };
    expect(reservedBy(filled).toFixed()).toBe('0');
    const waiting = { ...order, status: 'ACCEPTED' as const, pays: null };
    const limited = { trade: { ...token, limitPrice: dec('0.5') }, orders: [waiting] };
    expect(reservedBy(limited).toFixed()).toBe('100');
  });
});
