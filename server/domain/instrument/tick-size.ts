import { dec, Decimal } from '../decimal.ts';
import type { Instrument, OptionContract } from './instrument.ts';
import { isAdjustedRoot } from './occ-symbol.ts';

export type TickDirection = 'down' | 'up' | 'nearest';

/** A tick below the limit, another from it on. */
interface TickRule {
  readonly limit: Decimal;
  readonly below: Decimal;
  readonly from: Decimal;
}

const rule = (limit: string, below: string, from: string): TickRule => ({
  limit: dec(limit),
  below: dec(below),
  from: dec(from),
});

/** Regulation NMS, Rule 612. */
const EQUITY = rule('1', '0.0001', '0.01');
const PENNY_PROGRAM = rule('3', '0.01', '0.05');
const PENNIES = rule('3', '0.01', '0.01');
const NICKELS_AND_DIMES = rule('3', '0.05', '0.10');
/** A swap has any price: the finest step that our decimals tell apart. */
const ANY_PRICE = rule('1', '1e-18', '1e-18');

const BY_UNDERLYING: ReadonlyMap<string, TickRule> = new Map([
  ...['SPY', 'QQQ', 'IWM'].map((name) => [name, PENNIES] as const),
  ...['SPX', 'NDX', 'RUT', 'OEX', 'XEO'].map((name) => [name, NICKELS_AND_DIMES] as const),
  ['XSP', PENNIES],
]);
/** In the penny program since its first years, and its most traded classes. */
const SURELY_IN_PROGRAM: ReadonlySet<string> = new Set([
  ...['AAPL', 'AMD', 'AMZN', 'BAC', 'F', 'META', 'MSFT', 'NVDA', 'TSLA'],
]);

const ROUNDING = {
  down: Decimal.ROUND_FLOOR,
  up: Decimal.ROUND_CEIL,
  nearest: Decimal.ROUND_HALF_UP,
} satisfies Record<TickDirection, number>;

/**
 * The step of prices that the desk chooses itself, in dollars, of single orders on the US exchanges (Cboe
 * Rule 6.42, now 5.4). It is the coarser one where a class may have either.
 *
 * Options on SPY, QQQ, IWM and XSP go by pennies; those of the penny program by 0.01 below 3.00 and 0.05
 * from there; all others by 0.05 and 0.10. The program's few hundred classes change twice a year and
 * include the most traded ones, such as AAPL, AMD, AMZN, BAC, F, META, MSFT, NVDA and TSLA. We keep no
 * list of them: any class but the indexes named here is taken to be in the program, as most of the
 * volume is. Where one is not, the venue refuses the finer price and says so. What a person asks for is
 * judged by `onTick`.
 */
export function tickSize(instrument: Instrument, price: Decimal): Decimal {
  const { limit, below, from } = ruleOf(instrument);
  return price.lt(limit) ? below : from;
}

/**
 * False only where every venue surely refuses the price. Which classes trade in cents changes by program and
 * by index: of one that is not sure to go by coarser steps, any whole cent is left to the venue.
 */
export function onTick(instrument: Instrument, price: Decimal): boolean {
  const { limit, below, from } = finestRule(instrument);
  return price.mod(price.lt(limit) ? below : from).isZero();
}

/** Down may come to 0, which is no price of an order. Halves go up. */
export function roundToTick(
  instrument: Instrument,
  price: Decimal,
  direction: TickDirection,
): Decimal {
  return price.toNearest(tickSize(instrument, price), ROUNDING[direction]);
}

function finestRule(instrument: Instrument): TickRule {
  switch (instrument.assetClass) {
    case 'EQUITY':
      return EQUITY;
    case 'TOKEN':
      return ANY_PRICE;
    case 'OPTION':
      return finestOptionRule(instrument);
  }
}

function finestOptionRule({ underlying, root }: OptionContract): TickRule {
  if (isAdjustedRoot(root)) return PENNIES;
  if (SURELY_IN_PROGRAM.has(underlying)) return PENNY_PROGRAM;
  return BY_UNDERLYING.get(underlying) ?? PENNIES;
}

function ruleOf(instrument: Instrument): TickRule {
  switch (instrument.assetClass) {
    case 'EQUITY':
      return EQUITY;
    case 'TOKEN':
      return ANY_PRICE;
    case 'OPTION':
      return BY_UNDERLYING.get(instrument.underlying) ?? PENNY_PROGRAM;
  }
}
