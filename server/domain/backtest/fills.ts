import { dec } from '../decimal.ts';
import { stopBehind } from '../trade/trail-stop.ts';
import type { Account } from './account.ts';
import { exactText, power, PRICE_DIGITS, readExact } from './exact.ts';
import { freeCash, neededFor, type Finder } from './funds.ts';
import type { HeldTrade } from './held-trade.ts';
import { priceAt } from './order-price.ts';

/** The rules that bars and quotes share: entries that the cash must pay for, and trailing stops. */
export class Fills {
  constructor(
    readonly account: Account,
    private readonly find: Finder,
  ) {}

  /**
   * Fills an entry, or ends it when the cash does not pay for it. `price`: in `PRICE_DIGITS`.
   * @returns whether it filled.
   */
  enter(trade: HeldTrade, quantity: bigint, price: bigint, at: number, slips: boolean): boolean {
    const { account } = this;
    const fillPrice = account.costs.fillPrice(price, trade.buys, slips);
    const { needed, reserve } = neededFor(trade, quantity, fillPrice, account, this.find);
    if (needed > freeCash(account)) {
      const { symbol } = trade.market;
      account.ledger.write('UNPAID', at, symbol);
      account.ledger.warn(`The cash does not pay for an entry in ${symbol}: it is not made`);
      account.endEntry(trade);
      return false;
    }
    if (reserve > 0n) {
      trade.reserve += reserve;
      account.ledger.warn(`${trade.market.symbol} is sold short without shares that cover it`);
    }
    account.enter(trade, quantity, fillPrice, at);
    this.#startTrail(trade, price);
    return true;
  }

  /** Moves a stop behind a price in the market's units, if the price is the best since the fill. */
  follow(trade: HeldTrade, units: number): void {
    const { best, buys, market } = trade;
    if (Number.isNaN(units) || (buys ? units <= best : units >= best)) return;
    trade.best = units;
    this.#trail(trade, BigInt(units) * power(PRICE_DIGITS - market.digits));
  }

  /** A trail without a first stop starts behind the entry's first fill. */
  #startTrail(trade: HeldTrade, price: bigint): void {
    if (trade.terms.trailPct && !trade.stop) this.#trail(trade, price);
  }

  /** Moves the stop; never loosens it. */
  #trail(trade: HeldTrade, price: bigint): void {
    const { terms, market, side, buys } = trade;
    const held = { instrument: market.instrument.instrument, side };
    const stop = stopBehind(held, terms.trailPct!, dec(exactText(price, PRICE_DIGITS)));
    if (!stop) return;
    const exact = readExact(stop.toFixed(), PRICE_DIGITS)!;
    const now = trade.stop?.price.exact;
    if (now !== undefined && (buys ? exact <= now : exact >= now)) return;
    trade.setStop(priceAt(exact));
    this.account.ledger.write('STOP', market.symbol, stop.toFixed());
  }
}
