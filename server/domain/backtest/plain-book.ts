import type { ColumnarForm } from '../strategy/definition.ts';
import { asciiOf } from './ascii-lines.ts';
import { describeEntry } from './entry-terms.ts';
import {
  exactText,
  power,
  PRICE_DIGITS,
  QUANTITY_DIGITS,
  readExact,
  shortText,
  SHORT_DIGITS,
} from './exact.ts';
import { HeldTrade } from './held-trade.ts';
import type { Market } from './market.ts';
import { PlainTrades } from './plain-trades.ts';
import type { Run } from './run.ts';
import { WholeBook, type Book } from './whole-book.ts';

/** Half of what a double holds as a whole number: the sum of two values up to this is still exact. */
const MOST = 2 ** 52;
/** The most cash, and the most that one entry may cost: far below `MOST`. */
const FULL = 2 ** 50;
const FILLED = asciiOf('FILLED|');
const NOTHING: readonly Market[] = [];

/**
 * The account of a run that buys and sells one quantity at the market, whose prices, fees and cash are whole
 * millionths of a dollar: doubles add them exactly. The same fills, in the same words, as `Account` books them.
 */
export class PlainBook implements Book {
  #cash: number;
  #decidedAt = 0;
  #entryAt = 0;
  #entry = 0;
  #held = NOTHING;
  readonly #market: readonly Market[];
  readonly #enters: string;
  readonly #exits: string;
  /** The parts that many lines share: what is asked for; between a fill's instant and price; after its price. */
  readonly #entersWords: Uint8Array;
  readonly #exitsWords: Uint8Array;
  readonly #bought: Uint8Array;
  readonly #sold: Uint8Array;
  readonly #feeWords: Uint8Array;
  readonly #trades: PlainTrades;

  private constructor(
    private readonly run: Run,
    private readonly market: Market,
    private readonly entry: ColumnarForm['entry'],
    private readonly quantity: bigint,
    /** Millionths of a dollar for one unit of a price, and for one fill's fee. */
    private readonly weight: number,
    private readonly fee: number,
    /** One millionth in the digits of money. */
    private readonly unit: bigint,
  ) {
    this.#cash = Number(run.account.cash / unit);
    const { symbol, digits } = market;
    this.#exits = `EXIT ${symbol}`;
    this.#market = [market];
    const size = exactText(quantity, QUANTITY_DIGITS);
    this.#bought = asciiOf(`|${symbol}|BUY|${size}|`);
    this.#sold = asciiOf(`|${symbol}|SELL|${size}|`);
    this.#feeWords = asciiOf(`|${shortText(fee)}`);
    this.#enters = describeEntry({ symbol, ...entry });
    this.#entersWords = asciiOf(`|${this.#enters}`);
    this.#exitsWords = asciiOf(`|${this.#exits}`);
    const terms = { symbol, quantity: size, digits, weight, fees: 2 * fee };
    this.#trades = new PlainTrades(terms);
    run.account.closed.plain = this.#trades;
  }

  /** The book of a run; null when one of its figures is not a whole number of millionths. */
  static of(run: Run, market: Market, entry: ColumnarForm['entry']): PlainBook | null {
    const { costs, cash } = run.account;
    const size = readExact(entry.quantity, QUANTITY_DIGITS);
    const { assetClass } = market.instrument;
    if (!isPlain(market) || !costs.isFlat || entry.side !== 'BUY' || size === null || size <= 0n)
      return null;
    if (assetClass !== 'TOKEN' && size % power(QUANTITY_DIGITS) !== 0n) return null;
    const unit = power(costs.digits - SHORT_DIGITS);
    const fee = costs.feeOf(assetClass, size, 0n);
    const one = costs.valueOf(
      costs.fillPrice(power(PRICE_DIGITS - market.digits), true, false),
      size,
      1,
    );
    const parts = [fee, cash, one];
    if (parts.some((part) => part % unit !== 0n || part / unit > BigInt(FULL))) return null;
    return new PlainBook(run, market, entry, size, Number(one / unit), Number(fee / unit), unit);
  }

  get isFull(): boolean {
    return Math.abs(this.#cash) > FULL;
  }

  ask(end: number, isHeld: boolean): void {
    const { ledger } = this.run;
    if (isHeld) return ledger.decideAgain(end, this.#exits, this.#exitsWords);
    this.#decidedAt = end;
    ledger.decideAgain(end, this.#enters, this.#entersWords);
  }

  /** Fills at a bar's open. @throws {RangeError} for a price so high that doubles would not hold it. */
  fill(at: number, open: number): void {
    const value = open * this.weight;
    if (value > MOST) throw new RangeError(`${this.market.symbol} is too dear to be reckoned`);
    if (this.#held.length > 0) this.#sell(at, open, value);
    else this.#buy(at, open, value);
  }

  #buy(at: number, open: number, value: number): void {
    const { run, market, fee } = this;
    if (value + fee > this.#cash) {
      const { ledger } = run;
      ledger.write('UNPAID', at, market.symbol);
      ledger.warn(`The cash does not pay for an entry in ${market.symbol}: it is not made`);
      return;
    }
    this.#entryAt = at;
    this.#entry = open;
    this.#held = this.#market;
    market.net = this.quantity;
    this.#book(at, this.#bought, open, -value - fee);
  }

  #sell(at: number, open: number, value: number): void {
    this.#held = NOTHING;
    this.market.net = 0n;
    this.#book(at, this.#sold, open, value - this.fee);
    this.#trades.add(this.#decidedAt, this.#entryAt, this.#entry, at, open);
  }

  handOver(): Book {
    const { market, quantity, run, entry, unit } = this;
    const whole = new WholeBook(run, market, entry);
    if (this.#held.length === 0) return whole;
    const terms = { quantity, limit: null, stop: null, target: null, trailPct: null };
    const { fillModel, fillFit = null } = run.input;
    const rule = { fillModel, fillFit };
    const trade = new HeldTrade(market, 'BUY', terms, rule, 0, this.#decidedAt);
    trade.waits = false;
    [trade.filled, trade.entryFills, trade.entryAt] = [quantity, 1, this.#entryAt];
    trade.entryValue = BigInt(this.#entry * this.weight) * unit;
    trade.fees = BigInt(this.fee) * unit;
    const price = BigInt(this.#entry) * power(PRICE_DIGITS - market.digits);
    trade.entryPrice = run.account.costs.fillPrice(price, true, false);
    run.account.add(trade);
    return whole;
  }

  #book(at: number, way: Uint8Array, price: number, change: number): void {
    const { account, equity, ledger } = this.run;
    this.#cash += change;
    account.setCash(this.#cash, this.unit);
    account.changes += 1;
    equity.tell(this.#cash, this.#held, this.weight);
    const line = ledger.line();
    line.words(FILLED);
    line.whole(at);
    line.words(way);
    line.decimal(price, this.market.digits);
    line.words(this.#feeWords);
    line.end();
  }
}

/** Whether its lines are short and ASCII, without a sign before an instant. */
function isPlain({ symbol, bars }: Market): boolean {
  return /^[\x20-\x7e]{1,64}$/.test(symbol) && bars !== null && !(bars.at[0]! < 0);
}
