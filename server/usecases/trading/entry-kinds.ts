import type { Decimal } from '../../domain/decimal.ts';
import { daysToExpiry } from '../../domain/calendar/market-calendar.ts';
import type { TradeId, Username } from '../../domain/ids.ts';
import { isOption } from '../../domain/instrument/instrument.ts';
import { markOf } from '../../domain/market/mark-rules.ts';
import type { Mark } from '../../domain/market/mark.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { FilledBy } from '../../domain/matching/fill-model.ts';
import { idPrefix, type TradingMode } from '../../domain/mode.ts';
import { describeOrder } from '../../domain/order/describe-order.ts';
import type { PreparedSwap } from '../../domain/order/prepared-swap.ts';
import { endUnfilled } from '../../domain/reports/after-report.ts';
import { makeTrade } from '../../domain/ticket/make-trade.ts';
import { farFromMark } from '../../domain/ticket/ticket-money.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { StrategyMark } from '../../domain/trade/strategy-mark.ts';
import { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { VenueName } from '../../domain/venue.ts';
import type { VenueRules } from '../../ports/broker.ts';
import type { Ids } from '../../ports/ids.ts';
import { entrySubmission } from '../orders/entry-submission.ts';
import type { BeginKind, DecidedBy } from '../steps/decision.ts';
import { newTag } from '../steps/new-tag.ts';

/** All that decides what is stored of an entry. */
export interface EntryGiven {
  readonly ticket: Ticket;
  readonly mode: TradingMode;
  readonly username: Username;
  readonly venue: VenueName;
  readonly account: string;
  readonly rules: VenueRules;
  readonly fills: FilledBy;
  /** The market that it meets; null where no source gives one. */
  readonly quote: Quote | null;
  /** For a swap: see `Order`. */
  readonly slippagePct: Decimal | null;
  readonly pays: Decimal | null;
  readonly twinOf: TradeId | null;
  readonly strategyRun: StrategyMark | null;
  /** For a swap that was inspected before it is stored; null for others. */
  readonly prepared: PreparedSwap | null;
}

/** A new trade with its orders as they are stored before anything is sent. */
export const PLACE_ENTRY: BeginKind<EntryGiven> = { name: 'PLACE_ENTRY', begin: draftEntry };

/** A strategy's entry that these rules stopped, as it would have been placed. */
export const DENY_ENTRY: BeginKind<{
  readonly entry: EntryGiven;
  readonly rules: readonly string[];
  readonly reason: string;
}> = {
  name: 'DENY_ENTRY',
  begin: (by, { entry, rules, reason }, ids) => {
    const { trade, orders } = PLACE_ENTRY.begin(by, entry, ids).after;
    const extra = { ...(trade.context.extra as object), deniedBy: rules };
    const entries = orders.filter(({ role }) => role === 'ENTRY');
    const denied = { ...trade, version: 0, context: { ...trade.context, extra } };
    const kept = new TradeDraft(null, { trade: denied, orders: entries }, by.at, by.actor);
    for (const { id } of entries) {
      const order = kept.setOrder(id, { status: 'DENIED', reason });
      kept.record('ORDER_DENIED', `The entry was not sent: ${reason}`);
      endUnfilled(kept, order);
    }
    return kept;
  },
};

function draftEntry(
  { at, actor }: DecidedBy,
  { ticket, fills, quote, rules, prepared, ...given }: EntryGiven,
  ids: Ids,
): TradeDraft {
  const { instrument, side, bracket } = ticket;
  const { mode, username, venue, account, twinOf, strategyRun, slippagePct, pays } = given;
  const trade = makeTrade(ticket, {
    id: `${idPrefix(mode)}${ids.next()}`,
    mode,
    username,
    venue,
    venueAccount: account,
    ...fills,
    dteAtEntry: isOption(instrument) ? daysToExpiry(instrument.expiration, at) : null,
    twinOf,
    strategyRun,
    at,
  });
  const mark: Mark | null = quote ? markOf(quote, instrument, side) : null;
  const tag = newTag(ids);
  const identity = { nextId: () => ids.next(), tag, at, slippagePct, pays };
  const orders = entrySubmission(trade, rules, identity);
  const draft = new TradeDraft(null, { trade: { ...trade, mark }, orders }, at, actor);
  for (const why of farFromMark(bracket, side, mark?.mid ?? null)) {
    draft.alert('FAR_FROM_MARK', 'WARNING', `An exit ${why}. It was placed as typed.`);
  }
  draft.record('INTENT_STORED', `Intent stored, tag ${tag}.`);
  if (!rules.restingOrders && ticket.orderType === 'LIMIT') holdAtDesk(draft);
  const [first] = draft.orders;
  if (prepared && first) draft.setOrder(first.id, { swap: prepared });
  return draft;
}

/** Nothing is sent until the price is met: what it pays is reckoned then. */
function holdAtDesk(draft: TradeDraft): void {
  for (const { id } of draft.orders) {
    const held = draft.setOrder(id, { status: 'ACCEPTED', pays: null });
    draft.record('ORDER_ACCEPTED', `${describeOrder(held)} waits at the desk for its price.`);
  }
}
