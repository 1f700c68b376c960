import type { BarColumns } from '../bars/bar-columns.ts';
import { instrumentOf, type NamedInstrument } from '../bars/instrument-of.ts';
import { lastTradingInstant } from '../instrument/last-trading.ts';
import { ASSET_RULES } from '../instrument/instrument.ts';
import { isTradable } from '../matching/scaled-order.ts';
import type { HeldTrade, Place } from './held-trade.ts';

/** One symbol of a run: what is known of it at the present instant, and its held and waiting trades. */
export class Market implements Place {
  readonly instrument: NamedInstrument;
  /** When a contract stops trading; infinite for any other instrument. */
  readonly endsAt: number;
  /** Waiting and open trades, oldest first. */
  trades: readonly HeldTrade[] = [];
  /** The quantity held, signed, in `QUANTITY_DIGITS`. */
  net = 0n;
  /** Units of `digits`; NaN: no quote yet, or a side is missing. */
  bid = Number.NaN;
  ask = Number.NaN;
  quoteAt = Number.NaN;
  /** The row of the present quote in the table. */
  row = -1;
  bidSize = Number.NaN;
  askSize = Number.NaN;
  /** The last complete bar's close, in units of the bars; NaN: none yet. */
  close = Number.NaN;
  /** When the present bar was opened, as a number in the order of all events. */
  opened = -1;

  constructor(
    readonly symbol: string,
    /** The bars that fill orders; null: none are known. */
    readonly bars: BarColumns | null,
    /** Whether orders fill on quotes, and not on bars. */
    readonly quoted: boolean,
    /** Decimal places of the units of prices that orders meet. */
    readonly digits: number,
  ) {
    this.instrument = instrumentOf(symbol);
    const { contract } = this.instrument;
    this.endsAt = contract ? lastTradingInstant(contract).getTime() : Infinity;
  }

  /** Whether a bar that starts at an instant fills the market's orders: it has no quotes, and still trades. */
  fillsOn(start: number): boolean {
    return !this.quoted && start < this.endsAt;
  }

  /** Decimal places of the units of `mark`. */
  get markDigits(): number {
    return this.bars ? this.bars.digits : this.digits;
  }

  get tradable(): boolean {
    const { assetClass } = this.instrument;
    return isTradable(this.bid, this.ask, ASSET_RULES[assetClass]);
  }

  /** The last price: a bar's close, else the side of the quote at which the holding would be sold or bought back. */
  get mark(): number {
    if (this.bars) return this.close;
    const side = this.net < 0n ? this.ask : this.bid;
    return Number.isNaN(side) ? this.#known : side;
  }

  #known = Number.NaN;

  quote(at: number, row: number, bid: number, ask: number): void {
    const last = this.net < 0n ? this.ask : this.bid;
    if (!Number.isNaN(last)) this.#known = last;
    this.quoteAt = at;
    this.row = row;
    this.bid = bid;
    this.ask = ask;
  }
}
