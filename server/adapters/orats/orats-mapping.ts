import type { Decimal } from '../../domain/decimal.ts';
import type { OptionContract, OptionRight } from '../../domain/instrument/instrument.ts';
import type { EquityQuote, Greeks, OptionQuote } from '../../domain/market/quote.ts';
import type { OptionRow, StrikeRow, UnderlyingRow } from './orats-schema.ts';

export interface OratsContext {
  readonly receivedAt: Date;
  /** True for the live product, false for the product that is 15 minutes delayed. */
  readonly live: boolean;
}

/** AM-settled index series. Their PM-settled siblings (SPXW, …) share dates and strikes with them. */
const AM_ROOTS: ReadonlySet<string> = new Set(['SPX', 'NDX', 'RUT']);

/** Whether a row is for exactly this contract. ORATS has no roots, but states the settlement of a series. */
export function isRowOf(row: StrikeRow, contract: OptionContract): boolean {
  if (row.expirDate !== contract.expiration || !row.strike.equals(contract.strike)) return false;
  if (!row.expiryTod || !AM_ROOTS.has(contract.underlying)) return true;
  return row.expiryTod === (AM_ROOTS.has(contract.root) ? 'am' : 'pm');
}

/** Marks come from bid and ask. `callValue` and `putValue` are model values, not quotes. */
export function strikeQuote(
  row: StrikeRow,
  { symbol, right }: OptionContract,
  context: OratsContext,
): OptionQuote {
  const call = right === 'CALL';
  return {
    ...priceTag(row, context),
    assetClass: 'OPTION',
    symbol,
    ...market(call ? row.callBidPrice : row.putBidPrice, call ? row.callAskPrice : row.putAskPrice),
    last: null,
    volume: call ? row.callVolume : row.putVolume,
    openInterest: call ? row.callOpenInterest : row.putOpenInterest,
    greeks: greeksOf(row, right, call ? row.callMidIv : row.putMidIv),
    underlyingPrice: row.spotPrice ?? row.stockPrice,
  };
}

export function optionQuote(row: OptionRow, context: OratsContext): OptionQuote {
  const right = row.optionType === 'Call' ? 'CALL' : 'PUT';
  return {
    ...priceTag(row, context),
    assetClass: 'OPTION',
    symbol: row.optionSymbol,
    ...market(row.bidPrice, row.askPrice),
    last: null,
    volume: row.volume,
    openInterest: row.openInterest,
    greeks: greeksOf(row, right, row.midIv),
    underlyingPrice: row.stockPrice,
  };
}

export function equityQuote(row: UnderlyingRow, context: OratsContext): EquityQuote {
  return {
    ...priceTag(row, context),
    assetClass: 'EQUITY',
    symbol: row.ticker,
    ...market(row.bid, row.ask),
    last: row.stockPrice,
    volume: row.volume,
  };
}

function priceTag(row: Pick<StrikeRow, 'quoteDate' | 'updatedAt'>, context: OratsContext) {
  return {
    source: context.live ? 'orats-live' : 'orats-delayed',
    sourceTime: row.quoteDate ?? row.updatedAt,
    receivedAt: context.receivedAt,
    delayed: !context.live,
  };
}

/** A bid of 0 with an ask is a market without buyers; 0 on both sides is no market. */
function market(bid: Decimal | null, ask: Decimal | null) {
  const offered = ask?.greaterThan(0) ? ask : null;
  return { bid: offered || bid?.greaterThan(0) ? bid : null, ask: offered };
}

/**
 * Greeks belong to the strike: put delta = call delta - 1, all others are shared. Rows of puts in
 * `strikes/options` carry the call's delta, too (seen in the documented sample). Source: orats.com/blog,
 * "Option Greeks are the same for calls and puts".
 */
function greeksOf(
  row: Pick<StrikeRow, 'delta' | 'gamma' | 'theta' | 'vega'>,
  right: OptionRight,
  iv: number | null,
): Greeks {
  const { delta, gamma, theta, vega } = row;
  return {
    delta: delta !== null && right === 'PUT' ? delta - 1 : delta,
    gamma,
    theta,
    vega,
    // 0 means that none could be computed.
    iv: iv !== null && iv > 0 ? iv : null,
  };
}
