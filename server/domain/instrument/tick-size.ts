import { dec, Decimal } from '../decimal.ts';
import type { Instrument, OptionContract } from './instrument.ts';
import { isAdjustedRoot } from './occ-symbol.ts';

export type TickDirection = 'down' | 'up' | 'nearest';

/** One tick below the limit, another at and above it. */
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

/** SEC Regulation NMS, Rule 612. */
const EQUITY = rule('1', '0.0001', '0.01');
const PENNY_PROGRAM = rule('3', '0.01', '0.05');
const PENNIES = rule('3', '0.01', '0.01');
const NICKELS_AND_DIMES = rule('3', '0.05', '0.10');
/** A swap can have any price, so the tick is the finest step that our decimals have. */
const ANY_PRICE = rule('1', '1e-18', '1e-18');

const BY_UNDERLYING: ReadonlyMap<string, TickRule> = new Map([
  ...['SPY', 'QQQ', 'IWM'].map((name) => [name, PENNIES] as const),
  ...['SPX', 'NDX', 'RUT', 'OEX', 'XEO'].map((name) => [name, NICKELS_AND_DIMES] as const),
  ['XSP', PENNIES],
]);
/** Classes that have long been in the penny program, and its most traded ones. */
const SURELY_IN_PROGRAM: ReadonlySet<string> = new Set([
  ...['AAPL', 'AMD', 'AMZN', 'BAC', 'F', 'META', 'MSFT', 'NVDA', 'TSLA'],
]);

const ROUNDING = {
  down: Decimal.ROUND_FLOOR,
  up: Decimal.ROUND_CEIL,
  nearest: Decimal.ROUND_HALF_UP,
} satisfies Record<TickDirection, number>;

/**
 * The price step for orders whose price the desk chooses, in dollars, for single orders on the US exchanges
 * (Cboe Rule 6.42, now 5.4). It is the coarser step when a class may have either.
 *
 * Options on SPY, QQQ, IWM and XSP trade in pennies; those of the penny program in 0.01 below 3.00 and 0.05
 * from there; all others in 0.05 and 0.10. The program's few hundred classes change twice a year and include
 * the most traded ones, such as AAPL, AMD, AMZN, BAC, F, META, MSFT, NVDA and TSLA. We keep no list of them:
 * every class but the indexes named here is treated as in the program, like most of the volume. Where that is
 * wrong, the venue refuses the finer price and says so. `onTick` checks the prices that a person asks for.
 */
export function tickSize(instrument: Instrument, price: Decimal): Decimal {
  const { limit, below, from } = ruleOf(instrument);
  return price.lt(limit) ? below : from;
}

/**
 * False only when every venue surely refuses the price. Which classes trade in cents changes by program and
 * by index: unless coarser steps are certain, any whole cent is left to the venue.
 */
export function onTick(instrument: Instrument, price: Decimal): boolean {
  const { limit, below, from } = finestRule(instrument);
  return price.mod(price.lt(limit) ? below : from).isZero();
}

/** Rounding down may give 0, which is no valid order price. Halves go up. */
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
