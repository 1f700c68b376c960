import { ZERO, type Decimal } from '../decimal.ts';
import { isSameSymbol } from '../instrument/share-class.ts';
import { exchangeDate } from '../calendar/market-calendar.ts';
import type { AccountEvent, ClosedPosition } from './account-event.ts';
import { isBuy, type Order } from './order.ts';

/** The part of an account's statement that was read; null when the venue keeps none. */
export interface Statement {
  readonly events: readonly AccountEvent[] | null;
  readonly closed: readonly ClosedPosition[] | null;
}

/** What an account's history says about a symbol. */
export interface History {
  /** The history is written at night, so it is empty on the day itself and the desk reads it again later. */
  readonly isAwaited: boolean;
  /** One sentence. */
  readonly words: string;
}

const NOTHING_YET = 'The venue’s history says nothing about it yet.';
const NONE_KEPT = 'The venue keeps no history of this account.';
/** The most lines in a reason: the newest matter most, and a reason is read at a glance. */
const MOST_LINES = 3;

/** What the statement says about a symbol from an exchange date on, without our own orders' fills. */
export function describeStatement(
  symbol: string,
  { events, closed }: Statement,
  { from, own = [] }: { readonly from: string; readonly own?: readonly Order[] },
): History {
  if (!events && !closed) return { isAwaited: false, words: NONE_KEPT };
  const done = deedsOf(own);
  const foreign = (events ?? [])
    .filter((event) => isSameSymbol(event.symbol ?? '', symbol) && event.date >= from)
    .filter(({ kind, date, quantity }) => kind !== 'TRADE' || !done.takes(date, quantity ?? ZERO));
  const results = (closed ?? [])
    .filter((position) => isSameSymbol(position.symbol, symbol) && position.closedOn >= from)
    .filter(({ closedOn, quantity }) => !done.has(closedOn, quantity));
  const lines = [
    ...foreign.slice(-MOST_LINES).map(eventLine),
    ...results.slice(-MOST_LINES).map(resultLine),
  ];
  if (lines.length === 0) return { isAwaited: true, words: NOTHING_YET };
  return { isAwaited: false, words: `The venue’s history: ${lines.join('; ')}.` };
}

function eventLine({ date, kind, quantity, price, description }: AccountEvent): string {
  const what = kind === 'OTHER' ? (description ?? 'another entry') : kind.toLowerCase();
  const size = quantity ? ` of ${signed(quantity)}` : '';
  return `${date} ${what}${size}${price && !price.isZero() ? ` at ${price.toFixed()}` : ''}`;
}

function resultLine({ closedOn, quantity, gainLoss }: ClosedPosition): string {
  return `${closedOn} closed ${quantity.abs().toFixed()}, gain ${gainLoss.toFixed(2)}`;
}

function signed(quantity: Decimal): string {
  return `${quantity.greaterThan(0) ? '+' : ''}${quantity.toFixed()}`;
}

/** What our orders did on each day, signed. Venues list one line for each fill, or one for the order. */
function deedsOf(orders: readonly Order[]) {
  const deeds = orders.flatMap(({ side, fills }) => {
    const sign = isBuy(side) ? 1 : -1;
    const days = new Map<string, Decimal>();
    for (const { filledAt, quantity } of fills) {
      const date = exchangeDate(filledAt);
      days.set(date, (days.get(date) ?? ZERO).plus(quantity));
    }
    const whole = [...days].map(([date, quantity]) => ({ date, quantity: quantity.times(sign) }));
    const parts = fills.map((fill) => ({
      date: exchangeDate(fill.filledAt),
      quantity: fill.quantity.times(sign),
    }));
    return fills.length > 1 ? [...whole, ...parts] : whole;
  });
  const find = (date: string, fits: (quantity: Decimal) => boolean) =>
    deeds.findIndex((deed) => deed.date === date && fits(deed.quantity));
  return {
    has: (date: string, quantity: Decimal): boolean =>
      find(date, (ours) => ours.abs().equals(quantity.abs())) >= 0,
    /** Whether a fill of ours explains a line. Each explains one line: a second line of the same size is not ours. */
    takes(date: string, quantity: Decimal): boolean {
      const at = find(date, (ours) => ours.equals(quantity));
      if (at >= 0) deeds.splice(at, 1);
      return at >= 0;
    },
  };
}
