import { describe, expect, it } from 'vitest';
import { NEW_USER_SETTINGS, type Limits } from '../../../server/domain/account/settings.ts';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import type { OptionContract } from '../../../server/domain/instrument/instrument.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import { checkEntry, type EntryRisk } from '../../../server/domain/risk/check-entry.ts';
import { capitalOf } from '../../../server/domain/risk/reserved.ts';
import { ticketMoney } from '../../../server/domain/ticket/ticket-money.ts';
import type { Ticket } from '../../../server/domain/ticket/ticket.ts';
import type { TradeAggregate } from '../../../server/domain/trade/trade.ts';
import { anOpenTrade, anOrder, aTrade, SPY_CALL } from '../../support/values/builders.ts';

const SPY = { assetClass: 'EQUITY', symbol: 'SPY', underlying: 'SPY', multiplier: 1 } as const;
const PUT: OptionContract = { ...SPY_CALL, symbol: 'SPY260327P00560000', right: 'PUT' };
const SHORT = { side: 'SELL_TO_OPEN', openCost: dec(-150), entryCost: dec(-150) } as const;
const NO_LIMITS = NEW_USER_SETTINGS.limits;

function shares(count: number, ...orders: Partial<Order>[]): TradeAggregate {
  const size = { quantity: dec(count), filledQuantity: dec(count), openQuantity: dec(count) };
  const trade = anOpenTrade({ id: 'paper_shares', instrument: SPY, side: 'BUY', ...size });
  return { trade, orders: orders.map((parts, at) => anOrder({ id: `order-${at}`, ...parts })) };
}
const sale = (quantity: number, parts: Partial<Order> = {}): Partial<Order> => ({
  ...{ role: 'CLOSE', side: 'SELL', status: 'ACCEPTED', quantity: dec(quantity) },
  ...parts,
});
/** A short position in shares, as an assignment leaves it. */
function short(count: number): TradeAggregate {
  const { trade, orders } = shares(count);
  return { trade: { ...trade, id: 'paper_short', side: 'SELL' }, orders };
}
const shortCall = (): TradeAggregate => ({ trade: anOpenTrade(SHORT), orders: [] });
const restingCall = (): TradeAggregate => ({
  trade: aTrade({ side: 'SELL_TO_OPEN' }),
  orders: [anOrder({ status: 'UNKNOWN' })],
});

function checked(
  activeTrades: TradeAggregate[],
  {
    quantity = 1,
    instrument = SPY_CALL,
    limits = {},
    account = 'sim-ada',
  }: {
    quantity?: number;
    instrument?: OptionContract;
    limits?: Partial<Limits>;
    account?: string;
  } = {},
) {
  const shape = { instrument, side: 'SELL_TO_OPEN', quantity: dec(quantity) } as const;
  const ticket: Ticket = {
    ...{ ...shape, mode: 'PAPER', orderType: 'LIMIT', limitPrice: dec('1.50'), stopPrice: null },
    ...{ timeInForce: 'DAY', bracket: aTrade().bracket, trailingPct: null },
    context: aTrade().context,
  };
  const risk: EntryRisk = {
    ...shape,
    ...{ money: ticketMoney(ticket, null), limits: [{ ...NO_LIMITS, ...limits }] },
    ...{ killSwitch: 'OFF', deskHalt: 'OFF', account: null },
    place: { venue: 'SIMULATED', account },
    ...{ activeTrades, placedToday: 0, netToday: ZERO, drawdown: ZERO },
    streak: { losses: 0, until: null, limit: null },
  };
  return checkEntry(risk);
}
const failed = (...args: Parameters<typeof checked>) =>
  checked(...args)
    .filter(({ passed }) => !passed)
    .map(({ rule, limit, actual }) => `${rule} ${actual} of ${limit}`);

describe('the cover of a short call', () => {
  it.each<[string, TradeAggregate[], number, string[]]>([
    ['shares of its size', [shares(100)], 1, []],
    ['shares of two trades', [shares(60), shares(40)], 1, []],
    ['no shares', [], 1, ['COVER 100 of 0']],
    ['one share too few', [shares(199)], 2, ['COVER 200 of 199']],
    ['shares under another short call', [shares(100), shortCall()], 1, ['COVER 100 of 0']],
    ['shares under a resting call', [shares(100), restingCall()], 1, ['COVER 100 of 0']],
    ['shares for two calls', [shares(200), shortCall()], 1, []],
    ['shares beside as many that are short', [shares(100), short(100)], 1, ['COVER 100 of 0']],
    ['shares that are on sale', [shares(100, sale(100))], 1, ['COVER 100 of 0']],
    ['shares in part on sale', [shares(150, sale(60))], 1, ['COVER 100 of 90']],
    ['shares partly sold', [shares(100, sale(50, { status: 'FILLED' }))], 1, []],
    [
      'shares with a stop and a target at the venue, which sell them once',
      [shares(200, sale(100, { role: 'STOP_LOSS' }), sale(100, { role: 'TAKE_PROFIT' }))],
      1,
      [],
    ],
    [
      'the rest of a sale that filled in part',
      [shares(100, sale(80, { status: 'PARTIALLY_FILLED', filledQuantity: dec(30) }))],
      1,
      ['COVER 100 of 50'],
    ],
    ['more short calls than shares', [shortCall(), shortCall()], 1, ['COVER 100 of 0']],
  ])('is judged by %s', (_, active, quantity, expected) => {
    expect(failed(active, { quantity })).toEqual(expected);
  });

  it('is not found in another account, nor under an adjusted contract', () => {
    expect(failed([shares(100)], { account: 'another' })).toEqual(['COVER 100 of 0']);
    const adjusted = { ...SPY_CALL, root: 'SPY1', multiplier: 100 };
    expect(failed([shares(100)], { instrument: adjusted })).toEqual(['COVER 100 of 0']);
  });

  it('is not required for a put or a purchase', () => {
    const rules = (instrument: OptionContract) =>
      checked([], { instrument }).map(({ rule }) => rule);
    expect(rules(SPY_CALL)).toContain('COVER');
    expect(rules(PUT)).not.toContain('COVER');
  });

  it('bounds the loss: without it every money limit that is set refuses', () => {
    const limits = {
      ...{ maxOrderCost: dec(500), maxPositionCost: dec(500), maxDailyLoss: dec(500) },
      ...{ maxDrawdown: dec(500), maxExposure: dec(500) },
    };
    expect(failed([], { quantity: 1000, limits })).toEqual([
      'COVER 100000 of 0',
      'MAX_ORDER_COST UNBOUNDED of 500',
      'MAX_POSITION_COST UNBOUNDED of 500',
      'MAX_EXPOSURE UNBOUNDED of 500',
      'MAX_DAILY_LOSS UNBOUNDED of 500',
      'MAX_DRAWDOWN UNBOUNDED of 500',
    ]);
    expect(failed([shares(100)], { limits })).toEqual([]);
  });
});

describe('the capital of a short put', () => {
  it('is its strike less its premium, before the fill as after', () => {
    const resting = {
      trade: aTrade({ side: 'SELL_TO_OPEN', instrument: PUT }),
      orders: [anOrder({ status: 'ACCEPTED' })],
    };
    const held = { trade: anOpenTrade({ ...SHORT, instrument: PUT }), orders: [] };
    expect(capitalOf(resting).toFixed()).toBe('55850');
    expect(capitalOf(held).toFixed()).toBe('55850');
  });

  it('counts the premium once in the cost of the position', () => {
    const held = { trade: anOpenTrade({ ...SHORT, instrument: PUT }), orders: [] };
    const limits = { maxPositionCost: dec(1) };
    // Two puts: twice 560 less 1.50, and the fee of the second.
    expect(failed([held], { instrument: PUT, limits })).toEqual([
      'MAX_POSITION_COST 111700.35 of 1',
    ]);
  });
});

describe('shares of a class under another spelling', () => {
  const BRK_CALL: OptionContract = {
    ...{ ...SPY_CALL, symbol: 'BRKB260327C00500000' },
    ...{ root: 'BRKB', underlying: 'BRK/B' },
  };
  const BF_CALL = { ...BRK_CALL, symbol: 'BFB260327C00050000', root: 'BFB', underlying: 'BFB' };
  const held = (symbol: string): TradeAggregate => {
    const instrument = { ...SPY, symbol, underlying: symbol };
    const { trade, orders } = shares(100);
    return { trade: { ...trade, instrument }, orders };
  };

  it('are not reserved by a sale of other shares', () => {
    const other = shares(100, sale(100));
    const cover = checked([held('BRK/B'), other], { instrument: BRK_CALL });
    expect(cover.find(({ rule }) => rule === 'COVER')).toMatchObject({
      passed: true,
      limit: '100',
    });
  });

  it.each([
    ['BRK.B', BRK_CALL, true],
    ['BRK/B', BRK_CALL, true],
    ['BRKB', BRK_CALL, true],
    ['BF/B', BF_CALL, true],
    ['BRK/A', BRK_CALL, false],
  ])('held as %s cover calls on that class and no others (%#)', (symbol, instrument, covers) => {
    const cover = checked([held(symbol)], { instrument }).find(({ rule }) => rule === 'COVER');
    expect(cover?.passed).toBe(covers);
  });
});
