import { armPhrase } from '../../domain/account/arm-phrase.ts';
import { VENUES, type VenueName } from '../../domain/venue.ts';
import { higherSwitch } from '../../domain/account/account.ts';
import { exchangeDate, sessionAt } from '../../domain/calendar/market-calendar.ts';
import { ageSeconds } from '../../domain/market/quote.ts';
import { MarketDataUnavailable, type SessionNow } from '../../ports/market-data.ts';
import { armedAmong } from '../steps/armed-for.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { SystemStatus } from '../../ports/desk-of-book.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { venueOf } from '../steps/venue-of.ts';

/** The status is that of the venue of options and shares. */
const LISTED = { assetClass: 'OPTION' } as const;
const OUR_CALENDAR = 'the desk’s calendar';

/** The status bar over every screen, for this book. */
export class ReadStatus {
  constructor(
    private readonly deps: BookDeps,
    private readonly about: { readonly version: string; readonly testClock: boolean },
  ) {}

  async execute(actor: Actor): Promise<SystemStatus> {
    const { book, clock, deskHalt } = this.deps;
    const now = clock.now();
    const venue = await venueOf(this.deps, actor, LISTED);
    const session = await this.#session(actor, venue, now);
    const reader = book.read(actor.username);
    const { account, ...figures } = await reader.openFigures(exchangeDate(now));
    const halt = deskHalt();
    const killSwitch = higherSwitch(account.killSwitch, halt);
    const { unprotectedTrades, unprotectedHalted } = figures;
    return {
      mode: book.mode,
      venue,
      simulated: VENUES[venue].simulated,
      marketSession: session.session,
      nextSessionChange: session.nextChange,
      sessionSource: session.source ?? OUR_CALENDAR,
      sessionUnconfirmed: session.unconfirmed ?? false,
      clock: now,
      testClock: this.about.testClock,
      dataAgeSeconds: ageOf(figures.oldestMark, now),
      ...(await this.#arming(actor, now)),
      killSwitch,
      ownKillSwitch: account.killSwitch,
      deskHalt: halt,
      switchCauses: await reader.switchCauses(),
      unknownOrders: figures.unknownOrders,
      unprotectedTrades: killSwitch === 'HALT_ALL' ? unprotectedHalted : unprotectedTrades,
      snapshotCompleteness: figures.completeness,
      version: this.about.version,
    };
  }

  async #arming({ username }: Actor, now: Date) {
    const { book, mayTrade, realMoney } = this.deps;
    const named = mayTrade && realMoney ? await realMoney.accounts.named(username) : [];
    const arming = named.length > 0 ? await book.read(username).arming() : null;
    const armed = armedAmong(arming, named, now).length > 0;
    return { armed, armedUntil: armed ? arming!.until : null, armPhrase: armPhrase(named) };
  }

  /** The venue's own session, or else our calendar's. */
  async #session(actor: Actor, venue: VenueName, now: Date): Promise<SessionNow> {
    try {
      return await (await this.deps.sources.of(actor.username, venue)).session();
    } catch (error) {
      if (error instanceof MarketDataUnavailable) {
        return {
          ...sessionAt(now),
          source: `${OUR_CALENDAR} (${error.message})`,
          unconfirmed: true,
        };
      }
      throw error;
    }
  }
}

function ageOf(mark: Date | null, now: Date): number | null {
  return mark && ageSeconds({ sourceTime: mark, receivedAt: mark }, now);
}
