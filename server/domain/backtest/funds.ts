import type { Account } from './account.ts';
import type { Costs } from './costs.ts';
import { power, PRICE_DIGITS, QUANTITY_DIGITS, readExact } from './exact.ts';
import type { HeldTrade, Place } from './held-trade.ts';
import type { Market } from './market.ts';

/** Finds the market of a symbol; null: the data has none. */
export type Finder = (symbol: string) => Market | null;

/** A strike, in `PRICE_DIGITS`. */
export function strikeOf({ instrument }: Place): bigint {
  return readExact(instrument.contract!.strike.toFixed(), PRICE_DIGITS)!;
}

/** The last price of a market, in `PRICE_DIGITS`; null: none is known. */
export function lastPrice(market: Place): bigint | null {
  const { mark, markDigits } = market;
  return Number.isNaN(mark) ? null : BigInt(mark) * power(PRICE_DIGITS - markDigits);
}

/** The price at which an entry is likely to fill, as a fill price; null: unknown. */
export function expectedPrice({ market, terms, buys }: HeldTrade, costs: Costs): bigint | null {
  const units = buys ? market.ask : market.bid;
  const quoted = market.quoted && !Number.isNaN(units);
  const price = quoted ? BigInt(units) * power(PRICE_DIGITS - market.digits) : lastPrice(market);
  const at = terms.limit?.exact ?? price;
  return at === null ? null : costs.fillPrice(at, buys, false);
}

/**
 * Dollars free for new entries: the cash, less the strikes of short puts, the reserves of uncovered short
 * calls, and one and a half times the proceeds of short shares, as at the simulated venue.
 */
export function freeCash(account: Account): bigint {
  let free = account.cash;
  for (const trade of account.shorts) free -= reserveOf(trade, account);
  return free;
}

function reserveOf(trade: HeldTrade, { costs }: Account): bigint {
  const { contract, multiplier } = trade.market.instrument;
  if (!contract) return (trade.entryValue * 3n * trade.open) / (trade.filled * 2n);
  if (contract.right === 'CALL') return (trade.reserve * trade.open) / trade.filled;
  const strike = costs.fillPrice(strikeOf(trade.market), false, false);
  return costs.valueOf(strike, trade.open, multiplier);
}

/**
 * Dollars that a fill of an entry takes: its cost, or the collateral of a short. A short call that no shares
 * cover needs the money for them at the underlying's last price. `reserve`: the part for them.
 */
export function neededFor(
  trade: HeldTrade,
  quantity: bigint,
  fillPrice: bigint,
  account: Account,
  find: Finder,
): { readonly needed: bigint; readonly reserve: bigint } {
  const { market, buys } = trade;
  const { costs } = account;
  const { contract, assetClass, multiplier, underlying } = market.instrument;
  const value = costs.valueOf(fillPrice, quantity, multiplier);
  const fee = costs.feeOf(assetClass, quantity, value);
  if (buys) return { needed: value + fee, reserve: 0n };
  if (!contract) return { needed: value / 2n + fee, reserve: 0n };
  const strike = strikeOf(market);
  const at = (price: bigint, size: bigint) =>
    costs.valueOf(costs.fillPrice(price, false, false), size, multiplier);
  if (contract.right === 'PUT') return { needed: at(strike, quantity) + fee, reserve: 0n };
  const shares = find(underlying);
  const free = shares ? freeShares(shares, account) : 0n;
  const covered = free > 0n ? wholeUnits(free / BigInt(multiplier)) : 0n;
  const uncovered = covered >= quantity ? 0n : quantity - covered;
  const reserve = at((shares && lastPrice(shares)) ?? strike, uncovered);
  return { needed: reserve + fee, reserve };
}

/** Shares held that no short call needs, in `QUANTITY_DIGITS`. */
export function freeShares(shares: Place, { shorts }: Account): bigint {
  let free = shares.net;
  for (const { market, open } of shorts) {
    const { contract, multiplier } = market.instrument;
    const covers = contract?.right === 'CALL' && contract.underlying === shares.symbol;
    if (covers) free -= open * BigInt(multiplier);
  }
  return free;
}

/** The whole contracts or shares of a quantity. */
export function wholeUnits(quantity: bigint): bigint {
  return quantity - (quantity % power(QUANTITY_DIGITS));
}
