import type { Mark, Snapshot } from '../../domain/market/mark.ts';
import { isStale } from '../../domain/market/mark-rules.ts';
import { isOfFirstMinute } from '../../domain/market/phantom.ts';
import { ageSeconds, greeksOf, midOf, NO_GREEKS, type Quote } from '../../domain/market/quote.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { MarkType } from './mark.types.ts';
import type { QuoteType } from './quote.types.ts';
import type { SnapshotType } from './snapshot.types.ts';

/** A mark with its age at `now`. */
export function markView(mark: Mark, now: Date): MarkType {
  const firstMinute = isOfFirstMinute(mark);
  return { ...mark, ageSeconds: ageOf(mark, now), stale: isStale(mark, now), firstMinute };
}

/** A snapshot with the age that its price had when it was taken: history does not age. */
export function snapshotView(snapshot: Snapshot): SnapshotType {
  const { takenAt } = snapshot;
  return {
    ...snapshot,
    ageSeconds: ageOf(snapshot, takenAt),
    stale: isStale(snapshot, takenAt),
    firstMinute: isOfFirstMinute(snapshot),
  };
}

export interface AskedOf {
  readonly mode: TradingMode;
  readonly now: Date;
}

/** One row for a requested symbol, all nulls when nothing is known of it. */
export function quoteView(symbol: string, quote: Quote | null, { mode, now }: AskedOf): QuoteType {
  if (!quote) return { ...UNKNOWN_QUOTE, symbol, mode };
  const option = quote.assetClass === 'OPTION' ? quote : null;
  return {
    ...(option ? greeksOf(option.greeks) : NO_GREEKS),
    symbol,
    mode,
    assetClass: quote.assetClass,
    bid: quote.bid,
    ask: quote.ask,
    mid: midOf(quote),
    last: quote.last,
    volume: quote.volume,
    openInterest: option?.openInterest ?? null,
    source: quote.source,
    sourceTime: quote.sourceTime,
    receivedAt: quote.receivedAt,
    ageSeconds: ageSeconds(quote, now),
    delayed: quote.delayed,
    stale: isStale(quote, now),
  };
}

const UNKNOWN_QUOTE: Omit<QuoteType, 'symbol' | 'mode'> = {
  ...NO_GREEKS,
  assetClass: null,
  bid: null,
  ask: null,
  mid: null,
  last: null,
  volume: null,
  openInterest: null,
  source: null,
  sourceTime: null,
  receivedAt: null,
  ageSeconds: null,
  delayed: false,
  stale: true,
};

function ageOf(mark: Pick<Mark, 'sourceTime' | 'receivedAt'>, now: Date): number | null {
  const { sourceTime, receivedAt } = mark;
  return receivedAt ? ageSeconds({ sourceTime, receivedAt }, now) : null;
}
