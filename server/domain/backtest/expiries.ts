import type { BarColumns } from '../bars/bar-columns.ts';
import { officialClose } from '../bars/official-close.ts';
import { expiryInstant } from '../calendar/market-calendar.ts';
import { newYorkDate } from '../calendar/new-york-time.ts';
import { dec } from '../decimal.ts';
import type { OptionContract } from '../instrument/instrument.ts';
import { intrinsicValue } from '../instrument/intrinsic-value.ts';
import { isAdjusted, isCashSettled, isOpeningSettled } from '../instrument/option-product.ts';
import { AT_TOUCH } from '../matching/fill-model.ts';
import type { Account } from './account.ts';
import { exactText, power, PRICE_DIGITS, readExact } from './exact.ts';
import { freeCash, freeShares, wholeUnits, type Finder } from './funds.ts';
import { HeldTrade } from './held-trade.ts';
import type { Market } from './market.ts';

/** The close that settles a contract, in `PRICE_DIGITS`. */
type Close = bigint;

/** A contract that was paid out, the signed number held, and the close. */
interface Ended {
  readonly contract: OptionContract;
  readonly contracts: bigint;
  readonly close: Close;
}

/**
 * Ends contracts at the regular close of their expiry date, like the simulated venue: at intrinsic value by the
 * official close, at which shares change hands too.
 */
export class Expiries {
  readonly #due: { readonly at: number; readonly market: Market }[];
  #next = 0;

  constructor(
    markets: Iterable<Market>,
    private readonly bars: readonly BarColumns[],
    private readonly account: Account,
    private readonly find: Finder,
  ) {
    const contracts = [...markets].filter(({ instrument }) => instrument.contract);
    this.#due = contracts
      .map((market) => ({ at: expiryOf(market.instrument.contract!), market }))
      .sort((a, b) => a.at - b.at || (a.market.symbol < b.market.symbol ? -1 : 1));
  }

  /** The instant of the next expiry; infinite: there is none. */
  get next(): number {
    return this.#due[this.#next]?.at ?? Infinity;
  }

  /** Ends all contracts that expire up to an instant. Longs go first: they may bring what shorts deliver. */
  settle(until: number, placed: number): void {
    const due: Market[] = [];
    for (; this.next <= until; this.#next += 1) due.push(this.#due[this.#next]!.market);
    const held = due.filter(({ trades }) => trades.length > 0);
    for (const market of held) {
      for (const trade of market.trades) if (trade.waits) this.#endEntry(trade);
    }
    const ended = held.map((market) => this.#end(market, until)).filter((each) => each !== null);
    const longs = ended.filter(({ contracts }) => contracts > 0n);
    const shorts = ended.filter(({ contracts }) => contracts < 0n);
    for (const each of [...longs, ...shorts]) this.#exercise(each, until, placed);
  }

  #endEntry(trade: HeldTrade): void {
    const { symbol } = trade.market;
    if (trade.filled === 0n)
      this.account.ledger.warn(`An order in ${symbol} never filled before it expired`);
    this.account.endEntry(trade);
  }

  /** Pays out a holding at intrinsic value; null: there is nothing to exercise. */
  #end(market: Market, at: number): Ended | null {
    const contract = market.instrument.contract!;
    const { ledger } = this.account;
    const series = this.bars.filter(({ symbol }) => symbol === contract.underlying);
    const date = newYorkDate(new Date(expiryOf(contract)));
    const official = officialClose(series, date);
    for (const trade of market.trades) [trade.stop, trade.target, trade.closing] = [null, null, -1];
    if (!official) {
      ledger.warn(`${market.symbol} is not settled: no close of ${contract.underlying} is known`);
      return null;
    }
    if (isOpeningSettled(contract))
      ledger.warn(`${market.symbol} is settled by the close, though its product is by the opening`);
    const close = BigInt(official.units) * power(PRICE_DIGITS - official.digits);
    const worth = intrinsicValue(contract, dec(exactText(close, PRICE_DIGITS)));
    const value = readExact(worth.toFixed(), PRICE_DIGITS)!;
    const price = this.account.costs.fillPrice(value, false, false);
    const contracts = market.net;
    const reason = worth.isZero() ? 'EXPIRED_OTM' : 'EXPIRED_ITM';
    for (const trade of market.trades)
      this.account.exit(trade, trade.open, price, at, reason, false);
    const moves = !worth.isZero() && !isCashSettled(contract) && !isAdjusted(contract);
    return moves ? { contract, contracts, close } : null;
  }

  #exercise({ contract, contracts, close }: Ended, at: number, placed: number): void {
    const taken = this.#exercised(contract, contracts, close);
    const direction = contract.right === 'CALL' ? 1n : -1n;
    const shares = taken * BigInt(contract.multiplier) * direction;
    if (shares !== 0n) this.#deliver(contract.underlying, shares, close, at, placed);
  }

  /** The contracts exercised, signed as held: a long as far as the account can pay or has free shares to deliver. */
  #exercised(contract: OptionContract, held: bigint, close: Close): bigint {
    const { costs } = this.account;
    const multiplier = BigInt(contract.multiplier);
    const shares = this.find(contract.underlying);
    const whole = (quantity: bigint) => (quantity > 0n ? wholeUnits(quantity / multiplier) : 0n);
    if (held < 0n) {
      if (contract.right === 'PUT') return held;
      const most = whole(shares?.net ?? 0n);
      return -held < most ? held : -most;
    }
    const one = costs.valueOf(costs.fillPrice(close, false, false), 1n, 1);
    const payable = freeCash(this.account) / one;
    const most =
      contract.right === 'CALL'
        ? whole(payable)
        : whole(shares ? freeShares(shares, this.account) : 0n);
    return held < most ? held : most;
  }

  /** Takes shares in as a position of their own, or out of the oldest, at the close and without a fee. */
  #deliver(symbol: string, shares: bigint, close: Close, at: number, placed: number): void {
    const market = this.find(symbol);
    if (!market) return;
    const price = this.account.costs.fillPrice(close, false, false);
    let left = shares < 0n ? -shares : 0n;
    for (const trade of left > 0n ? market.trades : []) {
      const quantity = trade.open < left ? trade.open : left;
      if (quantity > 0n) this.account.exit(trade, quantity, price, at, 'MANUAL_CLOSE', false);
      left -= quantity;
    }
    if (shares <= 0n) return;
    const terms = { quantity: shares, limit: null, stop: null, target: null, trailPct: null };
    const trade = new HeldTrade(market, 'BUY', terms, AT_TOUCH, placed, at);
    this.account.add(trade);
    this.account.enter(trade, shares, price, at, false);
  }
}

function expiryOf(contract: OptionContract): number {
  return expiryInstant(contract.expiration).getTime();
}
