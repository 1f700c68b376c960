import type { TradeDetailFragment } from '../gql/graphql.ts';
import { ASSETS, isToken, marketPrice } from '../lib/asset-class.ts';
import { age, capital, fixed, money, price, share, UNKNOWN, words } from '../lib/format.ts';
import { guardOf } from '../figures/protection.ts';
import { isShort } from '../figures/trade-figures.ts';

const at = (value: string | null | undefined) => (value ? price(value) : UNKNOWN);
const ratio = (value: number | null | undefined, decimals = 2, times = 1, unit = '') =>
  value === null || value === undefined
    ? UNKNOWN
    : fixed(value * times, decimals, { sign: unit === '' }) + unit;
function moved({ assetClass }: TradeDetailFragment, by: string | null | undefined): string {
  if (!by) return UNKNOWN;
  const signed = { sign: true };
  return assetClass === 'TOKEN' ? ASSETS[assetClass].price(by, signed) : fixed(by, 2, signed);
}

type Row = readonly [string, string];

/** The rows of a column: one trade at the instant `now`, in ms. */
export function stateRows(trade: TradeDetailFragment, now: number): readonly Row[] {
  const closed = trade.phase === 'CLOSED';
  return [
    ['Status', words(trade.status)],
    ...exits(trade, closed),
    ['Protection', protection(trade, now)],
    ...prices(trade, closed, now),
    ['P&L', pnl(trade, closed)],
    ...(isToken(trade) ? [] : underlying(trade, closed)),
    ['Best so far', moved(trade, trade.maxFavorableExcursion)],
    ['Worst so far', moved(trade, trade.maxAdverseExcursion)],
    ['Source', source(trade, closed)],
    ['Fill model', trade.fillModelVersion ?? trade.fillModel ?? UNKNOWN],
  ];
}

function underlying(trade: TradeDetailFragment, closed: boolean): readonly Row[] {
  const { mark, settlement } = trade;
  return [
    ['Underlying', at(closed ? settlement?.price : mark?.underlyingPrice)],
    ...greeks(closed ? trade.exitGreeks : mark),
  ];
}

/** Where the price comes from: for a closed trade not the last mark but its settlement or fills. */
function source(
  { mark, settlement, filledQuantity }: TradeDetailFragment,
  closed: boolean,
): string {
  if (!closed) return `${mark?.source ?? UNKNOWN}${mark?.delayed ? ', delayed' : ''}`;
  if (settlement) return settlement.source;
  return Number(filledQuantity) > 0 ? 'its fills' : UNKNOWN;
}

/** Names a missing stop as such: it never looks as if it stood at the venue. */
function protection(trade: TradeDetailFragment, now: number): string {
  const guard = guardOf(trade, now);
  if (!guard && isToken(trade) && trade.protection === 'WATCHED') return 'held by the desk';
  if (!guard) return words(trade.protection);
  return `${guard.cause}, ${guard.watched ? 'watched by the desk' : 'not watched'}`;
}

function exits(trade: TradeDetailFragment, closed: boolean): readonly Row[] {
  const exit = (level: string | null | undefined) =>
    closed && level ? `${price(level)}, ended` : at(level);
  return [['Stop', exit(trade.stopLoss)], ['Target', exit(trade.takeProfit)], ...trailing(trade)];
}

function prices(trade: TradeDetailFragment, closed: boolean, now: number): readonly Row[] {
  const { exitPrice, mark } = trade;
  const { words: names } = ASSETS[trade.assetClass];
  const sides: Row[] = isToken(trade) ? [] : [['Bid × ask', closed ? UNKNOWN : bidAsk(trade)]];
  // The last mark is of another time than the exit, so none of it appears next to the exit price.
  const seen = mark?.sourceTime ?? mark?.receivedAt ?? null;
  const old = seen ? age((now - Date.parse(seen)) / 1000) : UNKNOWN;
  return [
    [names.price, marketPrice(trade, closed ? exitPrice : mark?.price)],
    ...sides,
    [capital(names.mid), closed ? UNKNOWN : marketPrice(trade, mark?.mid)],
    ['Mark age', closed ? 'final' : old],
  ];
}

function bidAsk({ mark }: TradeDetailFragment): string {
  return mark?.bid && mark.ask ? `${price(mark.bid)} × ${price(mark.ask)}` : UNKNOWN;
}

function greeks(known: TradeDetailFragment['exitGreeks'] | TradeDetailFragment['mark']): Row[] {
  return [
    ['Delta', ratio(known?.delta)],
    ['Theta a day', ratio(known?.theta)],
    ['Vega a point', ratio(known?.vega)],
    ['IV', ratio(known?.iv, 1, 100, '%')],
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
    [bestName(trade), marketPrice(trade, trade.highWaterMark)],
  ];
}

function bestName(trade: TradeDetailFragment): string {
  const { best } = ASSETS[trade.assetClass].words;
  return isShort(trade.side) ? `Lowest ${best.short}` : `Highest ${best.long}`;
}

function pnl(trade: TradeDetailFragment, closed: boolean): string {
  const amount = closed ? trade.netPnl : trade.unrealizedPnl;
  return amount ? money(amount, { sign: true }) : UNKNOWN;
}

/** The figures at entry, by row name; rows without one are missing. */
export function entryRows(trade: TradeDetailFragment): ReadonlyMap<string, string> {
  const { entryGreeks } = trade;
  return new Map([
    ...(trade.trailingPct
      ? ([[trailName(trade), at(trade.initialStopLoss)]] as const)
      : ([] as const)),
    [ASSETS[trade.assetClass].words.price, marketPrice(trade, trade.entryPrice)],
    ...greeks(entryGreeks),
  ]);
}
