import type { TradeId } from '../../domain/ids.ts';
import type { UserSettings } from '../../domain/account/settings.ts';
import { isToken, type Instrument } from '../../domain/instrument/instrument.ts';
import {
  BY_ITS_VENUE,
  filledBy,
  type FilledBy,
  type FillRule,
} from '../../domain/matching/fill-model.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { VENUES, type VenueName } from '../../domain/venue.ts';
import type { Broker } from '../../ports/broker.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { rulesOf } from '../orders/advance-kind.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { begin, type Decided } from '../steps/decision.ts';
import { actorName } from '../steps/refuse.ts';
import type { TicketMarket } from './entry-check.ts';
import { PLACE_ENTRY, type EntryGiven } from './entry-kinds.ts';
import { markOfRun, type StrategyTerms } from './strategy-entry.ts';

/** A ticket with the market, account and settings that it meets. */
export interface Entering {
  readonly actor: Actor;
  readonly ticket: Ticket;
  readonly broker: Broker;
  readonly venue: VenueName;
  readonly market: TicketMarket;
  readonly settings: UserSettings;
  readonly twinOf: TradeId | null;
  /** Null: a person enters. */
  readonly strategy: StrategyTerms | null;
  readonly now: Date;
}

/** A new trade with its orders as they are stored before anything is sent. */
export function decideEntry(
  { book, ids }: Pick<BookDeps, 'book' | 'ids'>,
  entering: Entering,
): Decided<void> {
  const { actor, now: at } = entering;
  return begin(PLACE_ENTRY, { at, actor: actorName(actor), ids }, givenOf(book.mode, entering));
}

export function givenOf(
  mode: TradingMode,
  { actor, ticket, broker, venue, market, settings, twinOf, strategy }: Entering,
): EntryGiven {
  const { slippagePct = null, pays = null } = market.swap ?? {};
  return {
    ...{ ticket, mode, username: actor.username, venue, account: broker.account },
    ...{ rules: rulesOf(broker), fills: fillsOf(broker.venue, ticket.instrument, settings) },
    ...{ quote: market.quote, slippagePct, pays, twinOf, strategyRun: markOfRun(strategy) },
    prepared: null,
  };
}

function fillsOf(venue: VenueName, instrument: Instrument, own: FillRule): FilledBy {
  if (!VENUES[venue].simulated) return BY_ITS_VENUE;
  return filledBy(isToken(instrument) ? { fillModel: 'QUOTE', fillFit: null } : own);
}
