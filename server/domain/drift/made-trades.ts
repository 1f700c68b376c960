import { sum, ZERO, type Decimal } from '../decimal.ts';
import { instrumentOf } from '../bars/instrument-of.ts';
import { isBuy, type OrderSide } from '../order/order.ts';
import type { TradeId } from '../ids.ts';
import { marketAt, type FillSeen } from '../statistics/fill-seen.ts';
import type { NoTradeCode, RunDecision } from '../strategy/run-decision.ts';
import type { FilledTrade } from '../trade/filled-trade.ts';
import type { Unfilled, UnfilledEntry } from './derive-rows.ts';
import type { DriftLeg, DriftResult, DriftTrade } from './drift-trade.ts';
import { numbered } from './numbered.ts';

/** Decimal places of an average of several markets; those of tokens are tiny. */
const MARKET_DIGITS = 18;

type TradeFillSeen = FillSeen & { readonly tradeId: TradeId };

/** What a run did, as its book has it. */
export interface RunRecord {
  readonly decisions: readonly RunDecision[];
  /** Trades that have filled, closed or not. */
  readonly trades: readonly FilledTrade[];
  /** Ids of trades that may still fill. */
  readonly pending: ReadonlySet<TradeId>;
  readonly fills: readonly TradeFillSeen[];
}

export interface MadeTrades {
  readonly trades: readonly DriftTrade[];
  readonly unfilled: readonly UnfilledEntry[];
}

const SPLIT = 'Its shares were split while it was held, and the bars of a run tell no ratio.';

/** The trades and the unfilled entries of a run. */
export function madeTrades({ decisions, trades, pending, fills }: RunRecord): MadeTrades {
  const filled = new Set(trades.map(({ id }) => id));
  const entries = decisions.filter(({ ask }) => ask.action === 'ENTER');
  const exits = lastOf(decisions.filter(({ ask }) => ask.action === 'EXIT'));
  const byTrade = lastOf(entries);
  const unfilled = entries.filter(({ tradeId }) => tradeId === null || !filled.has(tradeId));
  return numbered({
    trades: trades.map((trade) => {
      const own = fills.filter(({ tradeId }) => tradeId === trade.id);
      return madeTrade(trade, own, byTrade.get(trade.id), exits.get(trade.id));
    }),
    unfilled: unfilled.map((decision) => ({
      ...{ id: decision.key, symbol: decision.symbol, side: sideOf(decision) },
      ...{ decidedAt: decision.barEnd.getTime(), ordinal: place(decision) },
      unfilled: fateOf(decision, pending),
    })),
  });
}

/** A decision's place in the order of asking, over all that a run asked for. */
function place({ sequence, ordinal }: RunDecision): number {
  return sequence * 10_000 + ordinal;
}

function lastOf(decisions: readonly RunDecision[]): ReadonlyMap<TradeId, RunDecision> {
  return new Map(
    decisions.flatMap((each) => (each.tradeId === null ? [] : [[each.tradeId, each] as const])),
  );
}

function madeTrade(
  trade: FilledTrade,
  fills: readonly TradeFillSeen[],
  entry: RunDecision | undefined,
  exit: RunDecision | undefined,
): DriftTrade {
  const entries = fills.filter(({ role }) => role === 'ENTRY');
  const at = trade.openedAt ?? trade.placedAt;
  return {
    ...(trade.split && { unknown: SPLIT }),
    ...{ id: trade.id, symbol: trade.instrument.symbol, side: trade.side },
    multiplier: trade.instrument.multiplier,
    decidedAt: (entry?.barEnd ?? trade.placedAt).getTime(),
    ordinal: entry ? place(entry) : trade.placedAt.getTime(),
    ...{ quantity: trade.filledQuantity, cost: trade.entryCost },
    leg: { at: at.getTime(), market: middle(entries), lateMs: latenessOf(entry) },
    result: resultOf(
      trade,
      fills.filter(({ role }) => role !== 'ENTRY'),
      exit,
    ),
  };
}

function resultOf(
  trade: FilledTrade,
  exits: readonly TradeFillSeen[],
  exit: RunDecision | undefined,
): DriftResult | null {
  const { phase, closedAt, settlement, realizedPnl, entryCost, fees } = trade;
  if (phase !== 'CLOSED' || closedAt === null) return null;
  const bySettlement: DriftLeg | null = settlement && {
    ...{ at: settlement.settledAt.getTime(), market: settlement.intrinsic, lateMs: 0 },
  };
  const byFills = trade.exitFilled.equals(trade.exitedQuantity) && trade.review === null;
  return {
    leg: bySettlement ?? {
      at: byFills ? closedAt.getTime() : null,
      market: middle(exits),
      lateMs: trade.closeReason === 'MANUAL_CLOSE' ? latenessOf(exit) : 0,
    },
    proceeds: realizedPnl.plus(entryCost),
    fees,
    reason: trade.closeReason ?? trade.status,
  };
}

/** Milliseconds from the end of the bar to the call that decided. */
function latenessOf(decision: RunDecision | undefined): number {
  if (!decision) return 0;
  return Math.max(0, decision.decidedAt.getTime() - decision.barEnd.getTime());
}

/** The average mid of the market at the fills, weighted by their sizes; null: a fill has no market. */
function middle(fills: readonly TradeFillSeen[]): Decimal | null {
  const parts = fills.flatMap((fill) => {
    const market = marketAt(fill, 0);
    return market ? [market.bid.plus(market.ask).div(2).times(fill.quantity)] : [];
  });
  if (parts.length === 0 || parts.length < fills.length) return null;
  const size = sum(fills.map(({ quantity }) => quantity));
  return size.greaterThan(ZERO) ? sum(parts).div(size).toDecimalPlaces(MARKET_DIGITS) : null;
}

function sideOf({ ask, symbol }: RunDecision): OrderSide {
  const side = ask.action === 'ENTER' ? ask.entry.side : 'BUY';
  if (!instrumentOf(symbol).contract) return side;
  return isBuy(side) ? 'BUY_TO_OPEN' : 'SELL_TO_OPEN';
}

/** Codes with which the desk, a rule or the venue refused the entry. */
const REFUSED: ReadonlySet<NoTradeCode> = new Set([
  ...(['RISK_DENIED', 'STRATEGY_BUDGET', 'PROMOTION', 'REAL_NOT_ARMED', 'KILL_SWITCH'] as const),
  ...(['MARKET_CLOSED', 'PRICE_UNTRUSTED', 'BAD_ORDER', 'VENUE_REJECTED'] as const),
]);

function fateOf({ state, noTrade, tradeId }: RunDecision, pending: ReadonlySet<TradeId>): Unfilled {
  if (state === 'WAITING' || (tradeId !== null && pending.has(tradeId))) return 'WAITING';
  return noTrade && REFUSED.has(noTrade.code) ? 'REFUSED' : 'LAPSED';
}
