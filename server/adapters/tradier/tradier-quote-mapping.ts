import { mapDecimal, type Decimal } from '../../domain/decimal.ts';
import { midOf, NO_GREEKS, type Greeks, type Quote } from '../../domain/market/quote.ts';
import type { OptionChainRow } from '../../ports/market-data.ts';
import type { QuoteRow } from './tradier-market-schema.ts';

export interface QuoteContext {
  readonly receivedAt: Date;
  readonly delayed: boolean;
  /** The price of an option's underlying. */
  readonly underlyingPrice: (underlying: string) => Decimal | null;
}

export function quoteOf(row: QuoteRow, context: QuoteContext): Quote {
  const priceTag = {
    symbol: row.symbol,
    ...sidesOf(row),
    last: aboveZero(row.last),
    volume: row.volume,
    source: 'tradier',
    sourceTime: sourceTimeOf(row),
    receivedAt: context.receivedAt,
    delayed: context.delayed,
  };
  if (row.type !== 'option') return { ...priceTag, assetClass: 'EQUITY' };
  return {
    ...priceTag,
    assetClass: 'OPTION',
    openInterest: row.open_interest,
    greeks: greeksOf(row),
    underlyingPrice: row.underlying ? context.underlyingPrice(row.underlying) : null,
  };
}

/** One row per strike and root: on some dates SPX and SPXW list the same strikes as different contracts. */
export function chainRows(rows: readonly QuoteRow[], context: QuoteContext): OptionChainRow[] {
  const found = new Map<string, OptionChainRow & { readonly root: string }>();
  for (const row of rows) {
    const quote = quoteOf(row, context);
    if (quote.assetClass !== 'OPTION' || !row.strike || !row.option_type) continue;
    const root = row.root_symbol ?? '';
    const key = `${row.strike.toString()} ${root}`;
    const strike = found.get(key) ?? { root, strike: row.strike, call: null, put: null };
    found.set(key, { ...strike, [row.option_type]: quote });
  }
  return [...found.values()]
    .sort((a, b) => a.strike.comparedTo(b.strike) || a.root.localeCompare(b.root))
    .map(({ strike, call, put }) => ({ strike, call, put }));
}

/** The current price of a share, for valuing its options. */
export function spotOf(quote: Quote | undefined): Decimal | null {
  return quote ? (midOf(quote) ?? quote.last) : null;
}

/** A bid of 0 with an ask is a market without buyers; 0 on both sides is no market. */
function sidesOf({ bid, ask }: QuoteRow): { bid: Decimal | null; ask: Decimal | null } {
  const offered = aboveZero(ask);
  return { bid: offered ? bid : aboveZero(bid), ask: offered };
}

function aboveZero(price: Decimal | null): Decimal | null {
  return mapDecimal(price, (value) => (value.isZero() ? null : value));
}

/** Tradier reports when each side last changed. The quote as a whole dates from the newer change. */
function sourceTimeOf({ bid_date, ask_date }: QuoteRow): Date | null {
  const times = [bid_date, ask_date].filter((time) => time !== null && time > 0) as number[];
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}

/** How far a delta may exceed its range: recorded deltas exceed it by less than 1e-13. */
const NOISE = 1e-6;

function greeksOf({ greeks, option_type }: QuoteRow): Greeks {
  if (!greeks) return NO_GREEKS;
  const { delta, gamma, theta, vega, mid_iv } = greeks;
  return {
    delta: delta === null ? null : deltaOf(delta, option_type === 'put'),
    gamma,
    theta,
    vega,
    // 0 means that none could be computed.
    iv: mid_iv !== null && mid_iv > 0 ? mid_iv : null,
  };
}

/**
 * Rows of puts already carry the put's delta. A positive delta on a put is the strike's, which is the call's:
 * put delta = call delta - 1 (put-call parity; exact over 157 recorded pairs). Null when it can be neither.
 */
function deltaOf(quoted: number, put: boolean): number | null {
  const delta = put && quoted > NOISE ? quoted - 1 : quoted;
  const [low, high] = put ? [-1, 0] : [0, 1];
  if (delta < low - NOISE || delta > high + NOISE) return null;
  return Math.min(Math.max(delta, low), high);
}
