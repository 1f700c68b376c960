import type { TradeId } from '../../domain/ids.ts';
import type { UserSettings } from '../../domain/account/settings.ts';
import { daysToExpiry } from '../../domain/calendar/market-calendar.ts';
import { isOption, isToken } from '../../domain/instrument/instrument.ts';
import { markOf } from '../../domain/market/mark-rules.ts';
import type { Mark } from '../../domain/market/mark.ts';
import { FILL_MODEL_VERSION } from '../../domain/matching/fill-model.ts';
import { idPrefix } from '../../domain/mode.ts';
import { describeOrder } from '../../domain/order/describe-order.ts';
import { makeTrade } from '../../domain/ticket/make-trade.ts';
import { farFromMark } from '../../domain/ticket/ticket-money.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { TradeDraft } from '../../domain/trade/trade-draft.ts';
import { VENUES, type VenueName } from '../../domain/venue.ts';
import type { Broker } from '../../ports/broker.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { entrySubmission } from '../orders/entry-submission.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { newTag } from '../steps/new-tag.ts';
import { actorName } from '../steps/refuse.ts';
import type { TicketMarket } from './entry-check.ts';

/** A ticket with all that it meets. */
export interface Entering {
  readonly actor: Actor;
  readonly ticket: Ticket;
  readonly broker: Broker;
  readonly venue: VenueName;
  readonly market: TicketMarket;
  readonly settings: UserSettings;
  readonly twinOf: TradeId | null;
  readonly now: Date;
}

/** A new trade with its orders as they are stored before anything is sent. */
export function draftEntry(
  { book, ids }: Pick<BookDeps, 'book' | 'ids'>,
  { actor, ticket, broker, venue, market, settings, twinOf, now }: Entering,
): TradeDraft {
  const { fillModel } = settings;
  const { instrument, side, bracket } = ticket;
  const model = !VENUES[broker.venue].simulated ? null : isToken(instrument) ? 'QUOTE' : fillModel;
  const trade = makeTrade(ticket, {
    id: `${idPrefix(book.mode)}${ids.next()}`,
    mode: book.mode,
    username: actor.username,
    venue,
    venueAccount: broker.account,
    fillModel: model,
    fillModelVersion: model && FILL_MODEL_VERSION[model],
    dteAtEntry: isOption(instrument) ? daysToExpiry(instrument.expiration, now) : null,
    twinOf,
    strategyRun: null,
    at: now,
  });
  const mark: Mark | null = market.quote ? markOf(market.quote, instrument, side) : null;
  const tag = newTag(ids);
  const { slippagePct = null, pays = null } = market.swap ?? {};
  const identity = { nextId: () => ids.next(), tag, at: now, slippagePct, pays };
  const orders = entrySubmission(trade, broker.rules, identity);
  const draft = new TradeDraft(null, { trade: { ...trade, mark }, orders }, now, actorName(actor));
  for (const why of farFromMark(bracket, side, mark?.mid ?? null)) {
    draft.alert('FAR_FROM_MARK', 'WARNING', `An exit ${why}. It was placed as typed.`);
  }
  draft.record('INTENT_STORED', `Intent stored, tag ${tag}.`);
  if (!broker.rules.restingOrders && ticket.orderType === 'LIMIT') holdAtDesk(draft);
  return draft;
}

/** Nothing is sent until the price is met: what it pays is reckoned then. */
function holdAtDesk(draft: TradeDraft): void {
  for (const { id } of draft.orders) {
    const held = draft.setOrder(id, { status: 'ACCEPTED', pays: null });
    draft.record('ORDER_ACCEPTED', `${describeOrder(held)} waits at the desk for its price.`);
  }
}
