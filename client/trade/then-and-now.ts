import type { TradeDetailFragment } from '../gql/graphql.ts';
import { age, fixed, money, price, share, UNKNOWN, words } from '../lib/format.ts';
import { isShort } from './trade-figures.ts';

const at = (value: string | null | undefined) => (value ? price(value) : UNKNOWN);
const ratio = (value: number | null | undefined, decimals = 2, times = 1, unit = '') =>
  value === null || value === undefined
    ? UNKNOWN
    : fixed(value * times, decimals, { sign: unit === '' }) + unit;
const signed = (value: string | null | undefined) =>
  value ? fixed(value, 2, { sign: true }) : UNKNOWN;

/** One trade at one instant, as the rows of a column; `now` is that instant, ms. */
export function stateRows(trade: TradeDetailFragment, now: number): readonly [string, string][] {
  const { mark } = trade;
  const closed = trade.phase === 'CLOSED';
  const greeks = closed ? trade.exitGreeks : mark;
  const seen = mark?.sourceTime ?? mark?.receivedAt ?? null;
  const exit = (level: string | null | undefined) =>
    closed && level ? `${price(level)}, ended` : at(level);
  return [
    ['Status', words(trade.status)],
    ['Stop', exit(trade.stopLoss)],
    ['Target', exit(trade.takeProfit)],
    ...trailing(trade),
    ['Protection', words(trade.protection)],
    ['Price, exit side', at(trade.exitPrice ?? mark?.price)],
    ['Bid × ask', mark?.bid && mark.ask ? `${price(mark.bid)} × ${price(mark.ask)}` : UNKNOWN],
    ['Mid', closed ? UNKNOWN : at(mark?.mid)],
    ['Mark age', closed ? 'final' : seen ? age((now - Date.parse(seen)) / 1000) : UNKNOWN],
    ['P&L', pnl(trade, closed)],
    ['Underlying', at(trade.settlement?.price ?? mark?.underlyingPrice)],
    ['Delta', ratio(greeks?.delta)],
    ['Theta a day', ratio(greeks?.theta)],
    ['Vega a point', ratio(greeks?.vega)],
    ['IV', ratio(greeks?.iv, 1, 100, '%')],
    ['Best so far', signed(trade.maxFavorableExcursion)],
    ['Worst so far', signed(trade.maxAdverseExcursion)],
    ['Source', `${mark?.source ?? UNKNOWN}${mark?.delayed ? ', delayed' : ''}`],
    ['Fill model', trade.fillModelVersion ?? trade.fillModel ?? UNKNOWN],
  ];
}

function trailName({ trailingPct }: TradeDetailFragment): string {
  return `Stop, trails ${trailingPct ? share(trailingPct) : ''}`;
}

function trailing(trade: TradeDetailFragment): [string, string][] {
  if (!trade.trailingPct) return [];
  const stop = trade.phase === 'CLOSED' ? trade.stopLoss : trade.trailingStop;
  return [
    [trailName(trade), at(stop)],
    [isShort(trade.side) ? 'Lowest ask' : 'Highest bid', at(trade.highWaterMark)],
  ];
}

function pnl(trade: TradeDetailFragment, closed: boolean): string {
  const amount = closed ? trade.netPnl : trade.unrealizedPnl;
  return amount ? money(amount, { sign: true }) : UNKNOWN;
}

/** What the entry was made at, in the same rows; empty where an entry has none. */
export function entryRows(trade: TradeDetailFragment): ReadonlyMap<string, string> {
  const { entryGreeks } = trade;
  return new Map([
    ...(trade.trailingPct
      ? ([[trailName(trade), at(trade.trailingStart)]] as const)
      : ([] as const)),
    ['Price, exit side', at(trade.entryPrice)],
    ['Delta', ratio(entryGreeks?.delta)],
    ['Theta a day', ratio(entryGreeks?.theta)],
    ['Vega a point', ratio(entryGreeks?.vega)],
    ['IV', ratio(entryGreeks?.iv, 1, 100, '%')],
  ]);
}
