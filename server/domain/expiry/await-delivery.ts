import type { TradeId } from '../ids.ts';
import { isOption } from '../instrument/instrument.ts';
import { sessionHours, tradingDaysAfter } from '../calendar/market-calendar.ts';
import { sum, ZERO, type Decimal } from '../decimal.ts';
import { lastTradingDay } from '../instrument/last-trading.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import type { Trade } from '../trade/trade.ts';

/** Shares that a settled trade waits for, signed; 0 when it waits for none. */
export function awaitedShares({ settlement }: Trade): Decimal {
  return settlement?.delivery === 'AWAITED' ? (settlement.shares ?? ZERO) : ZERO;
}

/**
 * The awaited deliveries of one underlying that the venue shows, given how many shares it holds beyond the
 * book: all of them when they add up to exactly that; otherwise the oldest first, as far as the shares reach.
 * Incoming shares come first, because outgoing ones may be delivered out of them.
 */
export function shownDeliveries(awaited: readonly Trade[], beyond: Decimal): readonly Trade[] {
  const incoming = awaited.filter((trade) => awaitedShares(trade).greaterThan(0));
  const outgoing = awaited.filter((trade) => awaitedShares(trade).lessThan(0));
  if (sum(awaited.map(awaitedShares)).equals(beyond)) return [...incoming, ...outgoing];
  const shown: Trade[] = [];
  let left = beyond;
  for (const trade of beyond.greaterThan(0) ? incoming : outgoing) {
    const shares = awaitedShares(trade);
    if (shares.abs().greaterThan(left.abs())) break;
    shown.push(trade);
    left = left.minus(shares);
  }
  return shown;
}

/** Venues process exercise and assignment overnight: each shows them by the close of the next exchange day. */
export function isOverdue({ instrument }: Trade, now: Date): boolean {
  if (!isOption(instrument)) return false;
  const next = sessionHours(tradingDaysAfter(lastTradingDay(instrument), 1));
  return next !== null && next.close <= now;
}

/** Records that the venue shows the shares. `tradeIds`: the trades that they opened or reduced. */
export function confirmDelivery(draft: TradeDraft, tradeIds: readonly TradeId[]): void {
  const { settlement, instrument } = draft.trade;
  if (settlement?.delivery !== 'AWAITED') return;
  draft.set({ settlement: { ...settlement, delivery: 'DELIVERED' }, deliveredTo: tradeIds });
  const { shares } = settlement;
  const went = shares?.isNegative() ? 'delivered' : 'received';
  draft.record(
    'DELIVERED',
    `The venue shows it: ${shares?.abs().toFixed()} ${instrument.underlying} ${went}.`,
  );
}

/** Asks a person: the venue did not show the shares in time, or shows what the book cannot follow. */
export function missDelivery(draft: TradeDraft, evidence: string): void {
  const { settlement } = draft.trade;
  if (settlement?.delivery !== 'AWAITED' && settlement?.delivery !== 'MISSING') return;
  draft.askForReview(evidence, { settlement: { ...settlement, delivery: 'MISSING' } });
}
