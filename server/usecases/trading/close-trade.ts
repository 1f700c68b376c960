import { marketClosedReason } from '../../domain/instrument/contract-hours.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  checkCloseInput,
  closeQuantity,
  closeTerms,
  type AskedClose,
} from '../../domain/ticket/close-terms.ts';
import { restOfEntry } from '../../domain/exits/beside-entry.ts';
import { hasExpired } from '../../domain/trade/has-expired.ts';
import type { CloseInput } from '../../domain/ticket/ticket.ts';
import type { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { Trade, TradeAggregate } from '../../domain/trade/trade.ts';
import { MarketDataUnavailable, type MarketData } from '../../ports/market-data.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { ChangeKind } from '../steps/decision.ts';
import type { KeyedChange } from '../orders/keyed-change.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { closableNow } from '../orders/venue-holding.ts';
import { brokerOfTrade } from '../steps/venue-of.ts';

/** `closable`: see `closableUnderReview`. `confirmedPrice`: see `CloseRequest`. */
export const REQUEST_CLOSE: ChangeKind<{
  readonly terms: AskedClose;
  readonly closable: Decimal | null;
  readonly confirmedPrice: Decimal | null;
}> = {
  name: 'REQUEST_CLOSE',
  take: (draft, { terms, closable, confirmedPrice }) =>
    requestClose(draft, terms, closable, confirmedPrice),
};

/**
 * Cancels the bracket, waits until that is confirmed, then sells (or buys back). A resting close is replaced
 * by another in the same way.
 */
export class CloseTrade {
  constructor(
    private readonly deps: BookDeps,
    private readonly keyedChange: KeyedChange,
  ) {}

  /** `unattended`: a strategy asks. */
  execute(actor: Actor, input: CloseInput, unattended = false): Promise<Trade> {
    const checkInput = (stored: TradeAggregate) => checkCloseInput(stored.trade, input);
    const call = { actor, operation: 'closeTrade', input, confirmed: true, unattended, checkInput };
    let closable: Decimal | null = null;
    const { quantity, orderType, limitPrice } = input;
    return this.keyedChange.execute(
      call,
      REQUEST_CLOSE,
      (confirmedPrice) => ({
        ...{ terms: { quantity, orderType, limitPrice }, closable, confirmedPrice },
      }),
      async (stored) => {
        closable = await closableUnderReview(this.deps, actor, stored);
        await this.#checkSession(actor, stored, input);
      },
    );
  }

  async #checkSession(actor: Actor, { trade }: TradeAggregate, input: CloseInput): Promise<void> {
    if (hasExpired(trade.instrument, this.deps.clock.now())) {
      const settled = 'what is held waits for its settlement';
      throw new Refusal(
        'MARKET_CLOSED',
        `${trade.instrument.symbol} no longer trades: ${settled}.`,
      );
    }
    if (input.orderType !== 'MARKET') return;
    const market = await this.deps.sources.of(actor.username, trade.venue);
    const closed = await whyClosed(market, trade, this.deps.clock.now());
    if (closed) throw new Refusal('MARKET_CLOSED', closed);
  }
}

/** Null also when it is not known whether the market is open: a person may close then too. */
export async function whyClosed(
  market: Pick<MarketData, 'session'>,
  { instrument }: Trade,
  now: Date,
): Promise<string | null> {
  try {
    return marketClosedReason(instrument, (await market.session()).session, now);
  } catch (error) {
    if (error instanceof MarketDataUnavailable) return null;
    throw error;
  }
}

/** @throws {Refusal} when there is nothing to close, or the request is for more than is held. */
export function requestClose(
  draft: TradeDraft,
  input: AskedClose,
  closable: Decimal | null = null,
  confirmedPrice: Decimal | null = null,
): void {
  const { trade, at } = draft;
  const held = closeQuantity(trade, input, closable);
  // A close of everything also covers what the entry may fill before its rest is canceled.
  const quantity = input.quantity || closable ? held : held.plus(restOfEntry(draft.after));
  const { orderType, limitPrice } = closeTerms(trade, input);
  // A trade under review stays there, whatever part of it can be closed.
  draft.become(closable ? 'NEEDS_REVIEW' : 'CLOSING', {
    closeRequest: {
      ...{ quantity, orderType, limitPrice, role: 'CLOSE', requestedAt: at },
      missing: closable && trade.openQuantity.minus(closable),
      confirmedPrice,
    },
  });
  const terms = limitPrice ? `at ${limitPrice.toFixed()} or better` : 'at the market';
  draft.record('CLOSE_REQUESTED', `Close of ${held.toString()} asked for, ${terms}.`);
}

/** What a trade under review can close at the venue now; null for any other trade. */
export async function closableUnderReview(
  deps: BookDeps,
  actor: Actor,
  stored: TradeAggregate,
): Promise<Decimal | null> {
  const { status, phase } = stored.trade;
  if (status !== 'NEEDS_REVIEW' || phase !== 'OPEN') return null;
  return closableNow(deps, await brokerOfTrade(deps, stored.trade), stored);
}
