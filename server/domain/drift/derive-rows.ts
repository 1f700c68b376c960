import { ZERO, type Decimal } from '../decimal.ts';
import type { TradeId } from '../ids.ts';
import type { OrderSide } from '../order/order.ts';
import type { TradeStatus } from '../trade/trade-status.ts';
import { splitOf, type DriftSplit } from './drift-cause.ts';
import { gapOf, type DriftGap } from './drift-gap.ts';
import { netOf, type DriftTrade } from './drift-trade.ts';
import { pairTrades } from './pair-trades.ts';
import { splitPair, type EndedTrade } from './split-pair.ts';

/** What became of an entry that has not filled. WAITING: it may still fill. */
export type Unfilled = 'WAITING' | 'REFUSED' | 'LAPSED';

/** An entry that was asked for and became no position. */
export interface UnfilledEntry {
  readonly id: string;
  readonly symbol: string;
  readonly side: OrderSide;
  readonly decidedAt: number;
  readonly ordinal: number;
  readonly unfilled: Unfilled;
}

/** One trade and its reference. */
export interface DriftRow {
  /** Unique within a run. */
  readonly key: string;
  /** Null: only the reference made it. */
  readonly tradeId: TradeId | null;
  readonly symbol: string;
  readonly side: OrderSide;
  /** When the trade was entered; the reference's entry where only that exists. Milliseconds since 1970 UTC. */
  readonly at: number;
  /** When the same trade ended. */
  readonly endedAt: number;
  readonly reason: TradeStatus;
  /** Dollars after fees; 0 for a side that made no trade. */
  readonly expected: Decimal;
  readonly actual: Decimal;
  /** Dollars that went into the trade: the larger of both sides. */
  readonly size: Decimal;
  readonly split: DriftSplit;
  /** Why its expected result is unknown, and all of it UNEXPLAINED; null: the reference gives it. */
  readonly problem: string | null;
}

export interface Compared {
  readonly expected: readonly DriftTrade[];
  /** Why there is no reference, so that nothing of a trade is explained; null: there is one. */
  readonly problem: string | null;
  /** Times in which the reference is unknown; left out: none. */
  readonly gaps?: readonly DriftGap[];
  readonly actual: readonly DriftTrade[];
  readonly unfilled: readonly UnfilledEntry[];
  /** How far apart, in milliseconds, the two sides of one decision may be. */
  readonly nearMs: number;
}

/** A row for each trade whose two sides have ended: none while a side is open, or may still fill. */
export function deriveRows(compared: Compared): readonly DriftRow[] {
  const { expected, actual, unfilled, nearMs, problem, gaps = [] } = compared;
  if (problem !== null) return actual.filter(isEnded).map((trade) => blindRow(trade, problem));
  const asked: readonly (DriftTrade | UnfilledEntry)[] = [...actual, ...unfilled];
  return pairTrades(expected, asked, nearMs).flatMap(({ expected: one, actual: other }) => {
    if (other === null) return isKnown(one) ? [rowOf(one, null, 'MISSED')] : [];
    if ('unfilled' in other) {
      if (one === null || !isKnown(one) || other.unfilled === 'WAITING') return [];
      return [rowOf(one, null, other.unfilled === 'REFUSED' ? 'REJECTED' : 'MISSED')];
    }
    if (!isEnded(other)) return [];
    const why = one?.unknown ?? other.unknown;
    if (why !== undefined) return [blindRow(other, why)];
    if (one === null) return [aloneRow(other, gaps)];
    return isEnded(one) ? [{ ...rowOf(one, other, 'MISSED'), split: splitPair(one, other) }] : [];
  });
}

function isEnded(trade: DriftTrade): trade is EndedTrade {
  return trade.result !== null;
}

function isKnown(trade: DriftTrade): trade is EndedTrade {
  return isEnded(trade) && trade.unknown === undefined;
}

/** The row of a trade that the reference did not make. */
function aloneRow(trade: EndedTrade, gaps: readonly DriftGap[]): DriftRow {
  const gap = gapOf(trade, gaps);
  return gap ? blindRow(trade, gap.why) : rowOf(null, trade, 'MISSED');
}

function blindRow(trade: EndedTrade, problem: string): DriftRow {
  return { ...rowOf(null, trade, 'UNEXPLAINED'), problem };
}

/** `cause`: why only one side made the trade. */
function rowOf(
  one: EndedTrade | null,
  other: EndedTrade | null,
  cause: 'MISSED' | 'REJECTED' | 'UNEXPLAINED',
): DriftRow {
  const shown = (other ?? one)!;
  const [expected, actual] = [one ? netOf(one) : ZERO, other ? netOf(other) : ZERO];
  const total = actual.minus(expected);
  const sizes = [one, other].map((each) => each?.cost.abs() ?? ZERO);
  return {
    key: other ? other.id : `expected ${shown.id}`,
    tradeId: other?.id ?? null,
    ...{ symbol: shown.symbol, side: shown.side, expected, actual },
    at: shown.leg.at ?? shown.decidedAt,
    endedAt: shown.result.leg.at ?? shown.decidedAt,
    reason: shown.result.reason,
    size: sizes[0]!.greaterThan(sizes[1]!) ? sizes[0]! : sizes[1]!,
    split: splitOf(total, cause === 'UNEXPLAINED' ? {} : { [cause]: total }),
    problem: null,
  };
}
