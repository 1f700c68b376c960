import type { Username } from '../../domain/ids.ts';
import { REFUSED_ONCE, type AlertKind } from '../../domain/account/alert.ts';
import { describeAccount, type VenueAccount } from '../../domain/trade/venue-account.ts';
import type { BookDeps } from './book-deps.ts';
import { describeShut } from './describe-shut.ts';
import { StandingAlerts, type LastingAlert } from './standing-alerts.ts';

/** How long after the first refused read a second one counts as proof: a gateway’s fault lasts for seconds. */
const SECOND_READ_MS = 30_000;

/** The alert to a token that was refused for a send, or for more than one read. */
export function tokenRefused(place: VenueAccount, reason: string): LastingAlert {
  const message = `${place.venue} refuses the token that is stored for the account ${place.account} (${reason}). Until it is replaced in Settings, nothing is known of the account and no order can be sent.`;
  return {
    ...{ kind: 'TOKEN_REFUSED', severity: 'CRITICAL', message, tradeId: null },
    ...{ subject: describeAccount(place), condition: 'refused' },
  };
}

/** The lists that an account has. */
type List = 'orders' | 'positions';

/**
 * Alerts a user to what the desk cannot know about an account: its token is refused, or rows of its orders or
 * positions cannot be read. Each alert is raised once until its cause is gone; a healthy account costs no
 * write.
 */
export class AccountAlerts {
  readonly #alerts: StandingAlerts;

  constructor(deps: Pick<BookDeps, 'book' | 'clock'>) {
    const kinds = ['TOKEN_REFUSED', 'UNREADABLE_ROWS', 'ACCOUNT_UNREACHABLE'] as const;
    this.#alerts = new StandingAlerts(deps, kinds);
  }

  /** No stored token reaches an account with trades: nothing can be sent there or read. */
  unreachable(username: Username, place: VenueAccount, why: string): Promise<void> {
    const message = `${describeShut(place, why)} The desk can neither watch, move nor close anything there until a token of that account is stored.`;
    return this.#alerts.raise(username, {
      ...{ kind: 'ACCOUNT_UNREACHABLE', severity: 'CRITICAL', message, tradeId: null },
      ...{ subject: describeAccount(place), condition: 'shut' },
    });
  }

  reached(username: Username, place: VenueAccount): Promise<void> {
    return this.#alerts.end(username, 'ACCOUNT_UNREACHABLE', describeAccount(place));
  }

  /** A read was refused. If a send or another server met the refusal first, its alert exists already. */
  async tokenRefused(username: Username, place: VenueAccount, reason: string): Promise<void> {
    await this.#alerts.end(username, 'TOKEN_REFUSED', place.venue);
    const refused = tokenRefused(place, reason);
    const message = `${refused.message} One refusal may be a fault of the venue’s own: the desk asks again.`;
    const once = { ...refused, severity: 'WARNING', message, condition: REFUSED_ONCE } as const;
    return this.#alerts.follow(username, refused, (standing, now) => {
      if (!standing) return once;
      const waited = now.getTime() - standing.raisedAt.getTime();
      return standing.condition === REFUSED_ONCE && waited >= SECOND_READ_MS ? refused : null;
    });
  }

  /** The account returned its orders or positions, so the token is good; `unread` rows were unreadable. */
  async heard(username: Username, place: VenueAccount, list: List, unread: number): Promise<void> {
    const account = describeAccount(place);
    await this.#end(username, 'TOKEN_REFUSED', [account, place.venue]);
    const subject = `${account} ${list}`;
    await this.#end(username, 'UNREADABLE_ROWS', [`${place.venue} ${list}`]);
    if (unread === 0) return this.#end(username, 'UNREADABLE_ROWS', [subject]);
    const rows = unread === 1 ? '1 row' : `${unread} rows`;
    const message = `${account}: ${rows} of the account's ${list} cannot be read. The others are followed; what the list does not show is taken for unknown, not for gone.`;
    return this.#alerts.raise(username, {
      ...{ kind: 'UNREADABLE_ROWS', severity: 'WARNING', message, tradeId: null },
      ...{ subject, condition: String(unread) },
    });
  }

  /** Older alerts are about the venue, not an account; they end once an account there is looked at. */
  async #end(username: Username, kind: AlertKind, subjects: readonly string[]): Promise<void> {
    for (const subject of subjects) await this.#alerts.end(username, kind, subject);
  }
}
