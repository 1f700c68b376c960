import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import type { Instrument } from '../../../server/domain/instrument/instrument.ts';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import { onTick, roundToTick } from '../../../server/domain/instrument/tick-size.ts';
import { type OrderSide, directionOf } from '../../../server/domain/order/order.ts';
import type { Bracket, Trade, Trail } from '../../../server/domain/trade/trade.ts';
import {
  isTighter,
  newTrail,
  startTrail,
  stopBehind,
  stopInForce,
  trailedBracket,
} from '../../../server/domain/trade/trail-stop.ts';
import { anOpenTrade, aTrade, SPY_CALL } from '../../support/values/builders.ts';

const AAPL = parseOccSymbol('AAPL260327C00200000')!;
const SPX = parseOccSymbol('SPX260327P06000000')!;
const SHARE: Instrument = { assetClass: 'EQUITY', symbol: 'F', underlying: 'F', multiplier: 1 };

const instrument = fc.constantFrom<Instrument>(SPY_CALL, AAPL, SPX, SHARE);
const side = fc.constantFrom<OrderSide>('BUY_TO_OPEN', 'SELL_TO_OPEN');
const pct = fc.integer({ min: 1, max: 9999 }).map((n) => dec(n).div(100));
const cents = fc.integer({ min: 2, max: 5000 });
const marks = fc.array(cents, { minLength: 1, maxLength: 30 });

interface Case {
  readonly instrument: Instrument;
  readonly side: OrderSide;
  readonly pct: Decimal;
}
const aCase = fc.record<Case>({ instrument, side, pct });
const onGrid = (of: Instrument, n: number) => roundToTick(of, dec(n).div(100), 'up');

function trailing(of: Case, bracket: Partial<Bracket>, trail: Partial<Trail> = {}): Trade {
  const exits = { stopLoss: null, takeProfit: null, stopLimit: null, ...bracket };
  return anOpenTrade({
    instrument: of.instrument,
    side: of.side,
    bracket: exits,
    trail: { ...newTrail(of.pct, exits), ...trail },
  });
}

/** The desk's response to a run of exit-side prices: keeps the best, adopts the stop when it is tighter. */
function walk(of: Case, start: Decimal | null, prices: readonly number[]) {
  let trade = trailing(of, { stopLoss: start });
  return prices.map((n) => {
    const price = onGrid(of.instrument, n);
    const best = trade.trail?.best ?? null;
    if (isTighter(of.side, price, best))
      trade = { ...trade, trail: { ...trade.trail!, best: price } };
    trade = { ...trade, bracket: trailedBracket(trade) };
    return { price, best: trade.trail!.best!, stop: trade.bracket.stopLoss, trade };
  });
}

describe('a stop behind the best mark', () => {
  it.each([
    ['BUY_TO_OPEN', '2.76', '15', '2.34'],
    ['BUY_TO_OPEN', '2.00', '10', '1.80'],
    ['SELL_TO_OPEN', '2.00', '15', '2.30'],
    ['SELL_TO_OPEN', '2.01', '15', '2.32'],
  ] as const)('%s at %s with %s %% lies at %s', (of, best, percent, stop) => {
    const held = { instrument: SPY_CALL, side: of };
    expect(stopBehind(held, dec(percent), dec(best))?.toFixed(2)).toBe(stop);
  });

  it('is on a tick, never closer than the percentage and less than a tick further', () => {
    fc.assert(
      fc.property(aCase, cents, (of, n) => {
        const price = onGrid(of.instrument, n);
        const stop = stopBehind(of, of.pct, price);
        const away = price.times(of.pct).div(100);
        if (!stop) {
          expect(price.minus(away).lessThan('0.05')).toBe(true);
          return;
        }
        expect(onTick(of.instrument, stop)).toBe(true);
        const distance = price.minus(stop).times(directionOf(of.side));
        expect(distance.greaterThanOrEqualTo(away)).toBe(true);
        expect(distance.minus(away).lessThan('0.10')).toBe(true);
      }),
    );
  });

  it('only ever tightens, is never looser than its start, and never crosses the mark that moved it', () => {
    fc.assert(
      fc.property(aCase, fc.option(cents), marks, (of, first, prices) => {
        const start = first === null ? null : onGrid(of.instrument, first);
        let before = start;
        for (const { best, stop, price, trade } of walk(of, start, prices)) {
          if (before) expect(stop && !isTighter(of.side, before, stop)).toBe(true);
          const moved = stop && (before === null || !stop.equals(before));
          if (moved) expect(isTighter(of.side, best, stop)).toBe(true);
          if (moved) expect(best.equals(price)).toBe(true);
          if (stop && stop !== start) expect(onTick(of.instrument, stop)).toBe(true);
          expect(trailedBracket(trade)).toEqual(trade.bracket);
          before = stop;
        }
      }),
    );
  });

  it('is the same however often prices are seen, because only the best counts', () => {
    fc.assert(
      fc.property(aCase, marks, (of, prices) => {
        const best = of.side === 'BUY_TO_OPEN' ? Math.max(...prices) : Math.min(...prices);
        const [whole, once] = [walk(of, null, prices), walk(of, null, [best])];
        expect(String(whole.at(-1)?.stop)).toBe(String(once.at(-1)?.stop));
      }),
    );
  });

  it('stays a tick short of the target', () => {
    const of = { instrument: AAPL, side: 'BUY_TO_OPEN', pct: dec(1) } as const;
    const trade = trailing(
      of,
      { stopLoss: dec(2), takeProfit: dec('3.00') },
      { best: dec('3.50') },
    );
    expect(stopInForce(trade)?.toFixed(2)).toBe('2.95');
  });

  it('moves its limit by the same distance, rounded by less than a tick', () => {
    fc.assert(
      fc.property(
        aCase,
        cents,
        fc.integer({ min: 0, max: 40 }),
        marks,
        (of, first, gap, prices) => {
          const stopLoss = onGrid(of.instrument, first + 50);
          const away = of.side === 'BUY_TO_OPEN' ? -gap : gap;
          const stopLimit = roundToTick(of.instrument, stopLoss.plus(dec(away).div(100)), 'down');
          fc.pre(stopLimit.greaterThan(0) && !isTighter(of.side, stopLimit, stopLoss));
          const trade = trailing(
            of,
            { stopLoss, stopLimit },
            { best: onGrid(of.instrument, prices[0]!) },
          );
          const moved = trailedBracket(trade);
          const distance = (of2: Bracket) =>
            of2.stopLoss!.minus(of2.stopLimit!).times(directionOf(of.side));
          if (!moved.stopLimit) return;
          const more = distance(moved).minus(distance(trade.bracket));
          expect(more.greaterThanOrEqualTo(0) && more.lessThan('0.10')).toBe(true);
          expect(onTick(of.instrument, moved.stopLimit)).toBe(true);
        },
      ),
    );
  });

  it('stays where a person put it, until the market makes a new best', () => {
    const of = { instrument: SPY_CALL, side: 'BUY_TO_OPEN', pct: dec(20) } as const;
    const set = { best: dec('3.00'), beyond: dec('3.00') };
    const trade = trailing(of, { stopLoss: dec('2.00') }, set);
    expect(stopInForce(trade)?.toFixed(2)).toBe('2.00');
    const better = { ...trade, trail: { ...trade.trail!, best: dec('3.01') } };
    expect(stopInForce(better)?.toFixed(2)).toBe('2.40');
  });

  it('starts behind the first fill when no stop was given, and at the stop when one was', () => {
    const of = { instrument: SPY_CALL, side: 'SELL_TO_OPEN', pct: dec(15) } as const;
    const computed = startTrail(trailing(of, {}), dec('2.00'));
    expect(computed.bracket?.stopLoss?.toFixed(2)).toBe('2.30');
    expect(computed.trail?.start?.toFixed(2)).toBe('2.30');
    const given = startTrail(trailing(of, { stopLoss: dec('2.10') }), dec('2.00'));
    expect(given).toEqual({});
    expect(startTrail(aTrade(), dec(2))).toEqual({});
  });
});
