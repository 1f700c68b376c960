import fc from 'fast-check';
import { expect, it } from 'vitest';
import { QUANTITY_DIGITS, power } from '../../../server/domain/backtest/exact.ts';
import { HeldTrade } from '../../../server/domain/backtest/held-trade.ts';
import { Market } from '../../../server/domain/backtest/market.ts';
import { readPrice } from '../../../server/domain/backtest/order-price.ts';
import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import { tickSize } from '../../../server/domain/instrument/tick-size.ts';
import { matchOrder } from '../../../server/domain/matching/matching-engine.ts';
import {
  AT_LIMIT,
  hasReachedStop,
  isFresh,
  scaledFill,
} from '../../../server/domain/matching/scaled-order.ts';
import { recordedQuote } from '../../support/recorded/ledger-replay.ts';
import { fillRule } from '../../support/values/fill-rules.ts';

const SYMBOLS = ['SPY', 'SPY260327C00560000', 'AAPL260327P00100000'];
const now = new Date('2026-03-10T15:00:00Z');

/** Cents close together, so that prices meet and tie. */
const units = fc.integer({ min: 1, max: 30 });
const price = units.map((cents) => dec(cents).div(100));
/** An order's price may be finer than the market's units. */
const finer = fc
  .tuple(units, fc.integer({ min: 0, max: 9 }))
  .map(([cents, part]) => dec(cents).div(100).plus(dec(part).div(10_000)));

const situation = fc.record({
  symbol: fc.constantFrom(...SYMBOLS),
  rule: fillRule.filter(({ fillModel }) => fillModel !== 'QUOTE'),
  buys: fc.boolean(),
  limit: finer,
  stop: finer,
  role: fc.constantFrom('ENTRY', 'STOP_LOSS', 'TAKE_PROFIT', 'CLOSE'),
  triggered: fc.boolean(),
  bid: fc.option(price),
  ask: fc.option(price),
  /** Seconds since the quote came. */
  age: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 2_000 }),
    fc.integer({ min: 899, max: 901 }),
  ),
});
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;
type Outcome = { readonly triggered: boolean; readonly price: string | null };

/** The outcome by the desk's engine, which takes decimals. */
function byDecimals(at: Situation): Outcome {
  const { symbol, buys, role, limit, stop, rule } = at;
  const isStop = role === 'STOP_LOSS';
  const isMarket = isStop || role === 'CLOSE';
  const option = symbol !== 'SPY';
  const opens = role === 'ENTRY';
  const side = option ? sideOf(buys, opens) : buys ? ('BUY' as const) : ('SELL' as const);
  const instrument = new Market(symbol, null, true, 2).instrument.instrument;
  const result = matchOrder(
    {
      ...{ side, type: isStop ? 'STOP' : isMarket ? 'MARKET' : 'LIMIT', role },
      ...{ remaining: dec(5), limitPrice: isMarket ? null : limit },
      ...{ stopPrice: isStop ? stop : null, triggered: isStop && at.triggered },
    },
    {
      quote: { ...recordedQuote(symbol, now, at.bid, at.ask), sourceTime: cameAt(at) },
      ...{
        model: rule.fillModel,
        fit: rule.fillFit,
        available: dec(100),
        tick: tickSize(instrument, limit),
        now,
      },
    },
  );
  return { triggered: result.triggered, price: result.fill?.price.toFixed() ?? null };
}

/** When the quote was received, by its age. */
function cameAt({ age }: Situation): Date {
  return new Date(now.getTime() - age * 1000);
}

function sideOf(buys: boolean, opens: boolean) {
  if (buys) return opens ? ('BUY_TO_OPEN' as const) : ('BUY_TO_CLOSE' as const);
  return opens ? ('SELL_TO_OPEN' as const) : ('SELL_TO_CLOSE' as const);
}

/** The outcome by the backtest's engine, which takes whole numbers. */
function byUnits(situation: Situation): Outcome {
  const { symbol, rule, buys, limit, stop, role, triggered, bid, ask } = situation;
  const market = new Market(symbol, null, true, 2);
  const cents = (value: Decimal | null) => value?.times(100).toNumber() ?? Number.NaN;
  market.quote(cameAt(situation).getTime(), 0, cents(bid), cents(ask));
  const isStop = role === 'STOP_LOSS';
  const before = isStop && triggered;
  // An exit trades on the other side of its entry.
  const long = role === 'ENTRY' ? buys : !buys;
  const asked = (value: Decimal) => readPrice(value.toFixed());
  const terms = {
    quantity: 5n * power(QUANTITY_DIGITS),
    limit: role === 'ENTRY' ? asked(limit) : null,
    stop: isStop ? asked(stop) : null,
    target: role === 'TAKE_PROFIT' ? asked(limit) : null,
    trailPct: null,
  };
  const trade = new HeldTrade(market, sideOf(long, true), terms, rule, 0, 0);
  const orders = {
    ENTRY: trade.entry,
    STOP_LOSS: trade.stop?.order,
    TAKE_PROFIT: trade.target?.order,
    CLOSE: trade.close,
  };
  const order = orders[role]!;
  const start = !isStop || before;
  if (!market.tradable || !isFresh(market.quoteAt, now.getTime()))
    return { triggered: before, price: null };
  const reached = hasReachedStop(order, market.bid, market.ask, start);
  if (!reached) return { triggered: false, price: null };
  const scaled = scaledFill(order, market.bid, market.ask);
  if (scaled === AT_LIMIT) return { triggered: true, price: limit.toFixed() };
  const found = Number.isNaN(scaled) ? null : dec(scaled).div(10_000).toFixed();
  return { triggered: true, price: found };
}

it('one rule in two forms: whole numbers match orders as decimals do', () => {
  fc.assert(
    fc.property(situation, (at) => {
      expect(byUnits(at)).toEqual(byDecimals(at));
    }),
    { numRuns: 5_000 },
  );
});
