import { ZERO, sum, type Decimal } from '../decimal.ts';
import { isToken, type Instrument } from '../instrument/instrument.ts';
import { isStale } from '../market/mark-rules.ts';
import type { Mark } from '../market/mark.ts';
import { freeCash } from '../risk/reserved.ts';
import { toStopOf } from '../trade/trade-figures.ts';
import { type Trade, type TradeAggregate } from '../trade/trade.ts';
import { directionOf } from '../order/order.ts';
import type { Account, Position } from '../account/account.ts';
import type { TradingMode } from '../mode.ts';
import type { MarkedPosition, Portfolio } from './portfolio.ts';

/** Whether a mark may value a position: it has a price and, while its market is open, is fresh. */
export function isTrusted(mark: Mark | null, isOpen: boolean, now: Date): mark is Mark {
  return mark !== null && mark.price !== null && !(isOpen && isStale(mark, now));
}

export interface Valuation {
  readonly now: Date;
  /** Whether a trade's market is open now: outside its hours the last mark counts, however old. */
  readonly isOpen: (trade: Trade) => boolean;
}

/** Values each position at the newest mark of its trades. */
export function markPositions(
  positions: readonly Position[],
  active: readonly Trade[],
  { now, isOpen }: Valuation,
): readonly MarkedPosition[] {
  return positions.map((position) => {
    const trades = active.filter((trade) => trade.instrument.symbol === position.symbol);
    const trade = trades.reduce<Trade | null>(
      (best, each) => (newer(each.mark, best?.mark) ? each : best),
      trades[0] ?? null,
    );
    const multiplier = trade?.instrument.multiplier ?? 1;
    const size = position.quantity.times(multiplier);
    const trusted = trade && isTrusted(trade.mark, isOpen(trade), now) ? trade.mark : null;
    return {
      ...position,
      ...tokenFacts(trade?.instrument),
      mark: trade?.mark ?? null,
      averagePrice: size.isZero() ? ZERO : position.costBasis.div(size).toDecimalPlaces(10),
      unrealizedPnl: trusted?.price?.times(size).minus(position.costBasis) ?? null,
    };
  });
}

function tokenFacts(
  instrument: Instrument | undefined,
): Pick<MarkedPosition, 'ticker' | 'decimals'> {
  if (!instrument || !isToken(instrument)) return { ticker: null, decimals: null };
  return { ticker: instrument.ticker, decimals: instrument.decimals };
}

function newer(mark: Mark | null, than: Mark | null | undefined): boolean {
  if (!mark?.receivedAt) return false;
  return !than?.receivedAt || mark.receivedAt > than.receivedAt;
}

/** A trade at the start of the exchange day, with its exit-side price then, if known. */
export interface DayStart {
  readonly trade: Trade;
  readonly price: Decimal | null;
}

export interface BookValue {
  readonly mode: TradingMode;
  readonly account: Account;
  readonly positions: readonly MarkedPosition[];
  /** PENDING and OPEN trades. */
  readonly active: readonly TradeAggregate[];
  readonly closedToday: readonly Trade[];
  /** The day's start of each trade opened before the exchange day, by the trade's id. */
  readonly dayStart: ReadonlyMap<string, DayStart>;
  readonly valuation: Valuation;
}

export function valueBook(book: BookValue): Portfolio {
  const { account, positions, active, valuation } = book;
  const counted = positions.filter((position) => position.unrealizedPnl !== null);
  const openPnl = sum(counted.map((position) => position.unrealizedPnl ?? ZERO));
  const atCost = sum(positions.map((position) => position.costBasis));
  return {
    mode: book.mode,
    cash: account.cash,
    equity: account.cash.plus(atCost).plus(openPnl),
    unmarked: positions.length - counted.length,
    buyingPower: freeCash(account.cash, active),
    openPnl,
    dayPnl: dayPnl(book),
    ...stopsOf(active),
    realizedPnl: account.realizedPnl,
    fees: account.fees,
    deposits: account.deposits,
    asOf: valuation.now,
  };
}

function stopsOf(active: readonly TradeAggregate[]): Pick<Portfolio, 'toStops' | 'withoutStop'> {
  const open = active.map(({ trade }) => trade).filter((trade) => trade.phase === 'OPEN');
  const known = open.map(toStopOf).filter((dollars) => dollars !== null);
  return { toStops: sum(known), withoutStop: open.length - known.length };
}

/** What each trade gained since the exchange's midnight, after the fees of the day. */
function dayPnl({ active, closedToday, dayStart, valuation }: BookValue): Decimal {
  const open = active.map(({ trade }) => trade).filter((trade) => trade.phase === 'OPEN');
  const marked = open.filter((trade) =>
    isTrusted(trade.mark, valuation.isOpen(trade), valuation.now),
  );
  return sum(
    [...closedToday, ...marked].map((trade) => {
      const start = dayStart.get(trade.id);
      const now = gained(trade, trade.mark?.price ?? null);
      return start ? now.minus(gained(start.trade, start.price)) : now;
    }),
  );
}

/** Net P&L of a trade: realised, plus the gain of what is held at a price, or at cost, less fees. */
function gained(trade: Trade, price: Decimal | null): Decimal {
  return trade.realizedPnl.plus(heldGain(trade, price)).minus(trade.fees);
}

function heldGain(trade: Trade, price: Decimal | null): Decimal {
  if (!price || trade.openQuantity.isZero()) return ZERO;
  const value = price
    .times(trade.openQuantity)
    .times(trade.instrument.multiplier)
    .times(directionOf(trade.side));
  return value.minus(trade.openCost);
}
