import type { TradeId, Username } from '../ids.ts';
import type { TradingMode } from '../mode.ts';
import type { VenueName } from '../venue.ts';
import { ZERO } from '../decimal.ts';
import { FEE_SCHEDULE_VERSION } from '../matching/fee-schedule.ts';
import type { FillModel } from '../matching/fill-model.ts';
import { isToken } from '../instrument/instrument.ts';
import { SWAP_SCHEDULE_VERSION } from '../swap/swap-costs.ts';
import type { Ticket } from './ticket.ts';
import type { StrategyMark } from '../trade/strategy-mark.ts';
import type { Trade } from '../trade/trade.ts';
import { newTrail } from '../trade/trail-stop.ts';

export interface TradeIdentity {
  readonly id: TradeId;
  readonly mode: TradingMode;
  readonly username: Username;
  readonly venue: VenueName;
  readonly venueAccount: string;
  readonly fillModel: FillModel | null;
  readonly fillModelVersion: string | null;
  readonly dteAtEntry: number | null;
  readonly twinOf: TradeId | null;
  readonly strategyRun: StrategyMark | null;
  readonly at: Date;
}

/** A trade right after its ticket was accepted: nothing sent, nothing held. */
export function makeTrade(ticket: Ticket, { at, ...identity }: TradeIdentity): Trade {
  const { instrument, side, quantity, orderType, limitPrice, stopPrice, timeInForce } = ticket;
  return {
    ...identity,
    instrument,
    side,
    quantity,
    orderType,
    limitPrice,
    stopPrice,
    timeInForce,
    version: 0,
    status: 'PENDING',
    phase: 'PENDING',
    filledQuantity: ZERO,
    openQuantity: ZERO,
    entryCost: ZERO,
    openCost: ZERO,
    exitProceeds: ZERO,
    exitedQuantity: ZERO,
    exitFilled: ZERO,
    realizedPnl: ZERO,
    fees: ZERO,
    feeSchedule: isToken(instrument) ? SWAP_SCHEDULE_VERSION : FEE_SCHEDULE_VERSION,
    cashFlow: ZERO,
    bracket: ticket.bracket,
    wantedBracket: null,
    trail: ticket.trailingPct && newTrail(ticket.trailingPct, ticket.bracket),
    closeRequest: null,
    review: null,
    doubt: null,
    split: null,
    protection: 'NONE',
    unprotectedSince: null,
    unprotectedSeconds: 0,
    context: ticket.context,
    notes: null,
    tags: ticket.context.tags,
    entryGreeks: null,
    exitGreeks: null,
    entryUnderlyingPrice: null,
    reason: null,
    placedAt: at,
    openedAt: null,
    closedAt: null,
    closeReason: null,
    settlement: null,
    adoptedAt: null,
    deliveredFrom: null,
    deliveredTo: [],
    maxFavorableExcursion: null,
    maxAdverseExcursion: null,
    excursionsComplete: true,
    mark: null,
  };
}
