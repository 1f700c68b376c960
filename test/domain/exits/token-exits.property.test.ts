import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import { newBestOf, ruleExit, type SaleLook } from '../../../server/domain/exits/token-exits.ts';
import { judgePrice } from '../../../server/domain/price/judge-price.ts';
import type { JudgedPrice } from '../../../server/domain/price/judged-price.ts';
import type { Observation, PriceRound } from '../../../server/domain/price/observation.ts';
import type { TradeAggregate } from '../../../server/domain/trade/trade.ts';
import { newTrail, stopInForce } from '../../../server/domain/trade/trail-stop.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { anOpenTrade, anOrder, aToken } from '../../support/values/builders.ts';

const ROUND_MS = 10_000;
const TOKEN = aToken();
const STOP = dec('0.95');
const TARGET = dec('1.05');
const FEE = dec('0.02');
const HELD = dec(100);

interface Step {
  /** Price in cents by source; null when the source is silent. */
  readonly jupiter: number | null;
  readonly pools: number | null;
  readonly quoted: number | null;
  /** Cents per token that a sale fetches, or SILENT, or NO_ROUTE. */
  readonly sale: number | 'SILENT' | 'NO_ROUTE';
}

const cents = fc.integer({ min: 90, max: 110 });
const told = fc.option(cents, { freq: 8 });
/** Steps in which mostly all sources have the same price. */
const steps = fc.oneof(
  {
    weight: 3,
    arbitrary: cents.map((all) => ({ jupiter: all, pools: all, quoted: all, sale: all })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ jupiter: told, pools: told, quoted: told },
      sale: fc.oneof(cents, fc.constantFrom('SILENT' as const, 'NO_ROUTE' as const)),
    }),
  },
) as fc.Arbitrary<Step>;

const price = (inCents: number): Decimal => dec(inCents).div(100);

function observed(source: Observation['source'], said: number | null, at: Date): Observation[] {
  if (said === null) return [];
  const base = { source, receivedAt: at, hardLiquidityUsd: dec(5_000_000), width: dec('0.001') };
  return [{ ...base, price: price(said), blockId: null, refused: null }];
}

function roundOf({ jupiter, pools, quoted }: Step, at: Date): PriceRound {
  const observations = [
    ...observed('JUPITER', jupiter, at),
    ...observed('DEXSCREENER', pools, at),
    ...observed('QUOTE', quoted, at),
  ];
  return { mint: TOKEN.symbol, at, observations, quoteSize: null };
}

function saleOf({ sale }: Step): SaleLook {
  if (typeof sale === 'string') return { kind: sale };
  return { kind: 'QUOTED', quantity: HELD, price: price(sale), swapFee: FEE };
}

function held(trailing: boolean): TradeAggregate {
  const bracket = { stopLoss: STOP, takeProfit: TARGET, stopLimit: null };
  const trade = anOpenTrade({
    ...{ instrument: TOKEN, venue: 'JUPITER_PAPER', side: 'BUY', quantity: HELD },
    ...{ filledQuantity: HELD, openQuantity: HELD, openedAt: NOON, protection: 'WATCHED' },
    ...{ bracket, trail: trailing ? newTrail(dec(4), bracket) : null },
  });
  return { trade, orders: [anOrder({ status: 'FILLED', side: 'BUY', filledQuantity: HELD })] };
}

interface Look {
  readonly aggregate: TradeAggregate;
  readonly judged: JudgedPrice;
  readonly sale: SaleLook;
}

/** What the desk sees after each round, in order. */
function looks(all: readonly Step[], trailing: boolean): readonly Look[] {
  const rounds: PriceRound[] = [];
  let aggregate = held(trailing);
  return all.map((step, n) => {
    const now = new Date(NOON.getTime() + (n + 1) * ROUND_MS);
    rounds.push(roundOf(step, now));
    const judged = judgePrice(TOKEN.symbol, rounds, { now, roundMs: ROUND_MS });
    const best = newBestOf(aggregate.trade, judged);
    const { trail } = aggregate.trade;
    if (best && trail) {
      const followed = { ...aggregate.trade, trail: { ...trail, best } };
      aggregate = { ...aggregate, trade: followed };
    }
    return { aggregate, judged, sale: saleOf(step) };
  });
}

const histories = fc.tuple(fc.array(steps, { minLength: 1, maxLength: 14 }), fc.boolean());
const RUNS = { numRuns: 400 };
const allows = ({ verdicts }: JudgedPrice, action: string) =>
  verdicts.some((verdict) => verdict.action === action && verdict.allowed);

describe('exits of a token, in whatever order rounds and quotes come', () => {
  it('stop a position only after two looks beyond the stop, and never against the quote', () => {
    fc.assert(
      fc.property(histories, ([all, trailing]) => {
        for (const { aggregate, judged, sale } of looks(all, trailing)) {
          const ruling = ruleExit(aggregate, judged, sale);
          if (ruling.kind !== 'SELL' || ruling.role !== 'STOP_LOSS') continue;
          const stop = stopInForce(aggregate.trade)!;
          expect(judged.price!.lessThanOrEqualTo(stop)).toBe(true);
          const [before, last] = judged.recent.slice(-2);
          expect(before!.at.getTime()).toBeLessThan(last!.at.getTime());
          for (const look of [before, last]) expect(look!.price.lessThanOrEqualTo(stop)).toBe(true);
          if (sale.kind === 'QUOTED') expect(sale.price.lessThanOrEqualTo(stop)).toBe(true);
          expect(sale.kind).not.toBe('NO_ROUTE');
        }
      }),
      RUNS,
    );
  });

  it('stop it always when two looks, the price and the quote are beyond the stop', () => {
    fc.assert(
      fc.property(histories, ([all, trailing]) => {
        for (const { aggregate, judged, sale } of looks(all, trailing)) {
          const stop = stopInForce(aggregate.trade)!;
          const isBeyond = (value: Decimal) => value.lessThanOrEqualTo(stop);
          const two = judged.recent.slice(-2);
          const reached = two.length === 2 && two.every((look) => isBeyond(look.price));
          if (!reached || !judged.price || !isBeyond(judged.price)) continue;
          if (sale.kind !== 'QUOTED' || !isBeyond(sale.price)) continue;
          if (!allows(judged, 'STOP_LOSS')) continue;
          expect(ruleExit(aggregate, judged, sale)).toMatchObject({
            kind: 'SELL',
            limitPrice: null,
          });
        }
      }),
      RUNS,
    );
  });

  it('take a profit only where the quote meets the target, all fees off', () => {
    fc.assert(
      fc.property(histories, ([all, trailing]) => {
        for (const { aggregate, judged, sale } of looks(all, trailing)) {
          const ruling = ruleExit(aggregate, judged, sale);
          if (ruling.kind !== 'SELL' || ruling.role !== 'TAKE_PROFIT') continue;
          expect(ruling.limitPrice).toEqual(TARGET);
          expect(judged.price!.greaterThanOrEqualTo(TARGET)).toBe(true);
          expect(allows(judged, 'TAKE_PROFIT')).toBe(true);
          if (sale.kind !== 'QUOTED') throw new Error('A target was sold without a quote.');
          const brings = sale.price.times(HELD).minus(FEE);
          expect(brings.greaterThanOrEqualTo(TARGET.times(HELD))).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('never loosen a trail, and follow only what was accepted', () => {
    fc.assert(
      fc.property(histories, ([all]) => {
        let before = STOP;
        for (const { aggregate, judged } of looks(all, true)) {
          const stop = stopInForce(aggregate.trade)!;
          expect(stop.greaterThanOrEqualTo(before)).toBe(true);
          if (stop.greaterThan(before)) {
            const best = aggregate.trade.trail!.best!;
            expect(judged.recent.some((look) => look.price.equals(best))).toBe(true);
          }
          before = stop;
        }
      }),
      RUNS,
    );
  });

  it('do all of that: each ruling comes up', () => {
    const found = new Set<string>();
    for (const [all, trailing] of fc.sample(histories, { numRuns: 400, seed: 7 }))
      for (const { aggregate, judged, sale } of looks(all, trailing)) {
        const ruling = ruleExit(aggregate, judged, sale);
        found.add(ruling.kind === 'SELL' ? ruling.role : ruling.kind);
      }
    expect([...found].sort()).toEqual([
      'CONTRADICTED',
      'HOLD',
      'NO_ROUTE',
      'SHORT_OF_TARGET',
      'STOP_LOSS',
      'TAKE_PROFIT',
    ]);
  });
});
