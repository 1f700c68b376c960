import { numberOf } from '../bars/bar-columns.ts';
import type { QuoteTable } from '../bars/quote-table.ts';
import type {
  StrategyBar,
  StrategyDesk,
  StrategyEntry,
  StrategyPosition,
  StrategyQuote,
} from '../strategy/strategy.ts';
import type { Account } from './account.ts';
import { exactText, power, QUANTITY_DIGITS } from './exact.ts';
import type { Market } from './market.ts';
import { randomOf } from './random.ts';
import type { RecordedRun } from './recorded-run.ts';
import type { View } from './view.ts';

export type Asked =
  | { readonly kind: 'ENTER'; readonly entry: StrategyEntry }
  | { readonly kind: 'EXIT' | 'CANCEL'; readonly symbol: string };

export interface DeskParts {
  readonly account: Account;
  readonly markets: ReadonlyMap<string, Market>;
  readonly views: ReadonlyMap<string, View>;
  /** Contracts by underlying, each sorted by symbol. */
  readonly chains: ReadonlyMap<string, readonly Market[]>;
  readonly quotes: QuoteTable | null;
  /** The record that answers in place of the present quotes; null: those answer. */
  readonly record: RecordedRun | null;
  readonly seed: number;
}

/** The desk of a run: it answers from what has happened so far, and collects the strategy's requests. */
export class RunDesk implements StrategyDesk {
  at = 0;
  asked: Asked[] = [];
  readonly random: () => number;
  /** The past is handed over whole. */
  readonly missed = false;

  constructor(private readonly parts: DeskParts) {
    this.random = randomOf(parts.seed);
  }

  get now(): Date {
    return new Date(this.at);
  }

  get cash(): string {
    const { cash, costs } = this.parts.account;
    return exactText(cash, costs.digits);
  }

  history(symbol: string, n: number): readonly StrategyBar[] {
    return this.parts.views.get(symbol)?.last(n) ?? [];
  }

  quote(symbol: string): StrategyQuote | null {
    if (this.parts.record) return this.parts.record.quote(symbol, this.at);
    const market = this.parts.markets.get(symbol);
    return market && this.parts.quotes ? quoteOf(market, this.parts.quotes) : null;
  }

  chain(underlying: string): readonly StrategyQuote[] {
    const { chains, quotes, record } = this.parts;
    if (record) return record.chain(underlying, this.at);
    const listed = (quotes && chains.get(underlying)) ?? [];
    return listed
      .filter(({ endsAt }) => this.at < endsAt)
      .map((market) => quoteOf(market, quotes!))
      .filter((quote) => quote !== null);
  }

  position(symbol: string): StrategyPosition | null {
    const market = this.parts.markets.get(symbol);
    if (!market || market.net === 0n) return null;
    const { costs } = this.parts.account;
    let cost = 0n;
    for (const { entryValue, open, filled } of market.trades)
      if (open > 0n) cost += (entryValue * open) / filled;
    const held = market.net < 0n ? -market.net : market.net;
    const size = held * BigInt(market.instrument.multiplier);
    const average = (cost * power(QUANTITY_DIGITS)) / size;
    return {
      quantity: exactText(market.net, QUANTITY_DIGITS),
      averagePrice: Number(exactText(average, costs.digits)),
    };
  }

  log(text: string): void {
    this.parts.account.ledger.log(this.at, String(text));
  }

  enter(entry: StrategyEntry): void {
    this.asked.push({ kind: 'ENTER', entry });
  }

  exit(symbol: string): void {
    this.asked.push({ kind: 'EXIT', symbol });
  }

  cancel(symbol: string): void {
    this.asked.push({ kind: 'CANCEL', symbol });
  }
}

/** A market's present quote; null: it has had none. */
export function quoteOf(market: Market, quotes: QuoteTable): StrategyQuote | null {
  const { row, symbol, quoteAt, bid, ask, digits } = market;
  if (row < 0) return null;
  const price = (units: number) => (Number.isNaN(units) ? null : numberOf(units, digits));
  const known = (column: Float64Array | null) => {
    const value = column?.[row];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  return {
    symbol,
    at: new Date(quoteAt),
    bid: price(bid),
    ask: price(ask),
    iv: known(quotes.iv),
    delta: known(quotes.delta),
    underlyingPrice: known(quotes.underlyingPrice),
  };
}
