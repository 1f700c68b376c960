import type { VenueName } from '../domain/book/mode.ts';
import type { NewAlert } from '../domain/book/alert.ts';
import { accountWords, type VenueAccount } from '../domain/trade/venue-account.ts';
import type { BookDeps } from './book-deps.ts';
import { shutWords } from './shut-words.ts';

type Kind = 'TOKEN_REFUSED' | 'UNREADABLE_ROWS' | 'ACCOUNT_UNREACHABLE';
/** What an account lists. */
type List = 'orders' | 'positions';

/**
 * Tells a user what the desk cannot know of an account: its token is refused, or so many rows of its orders
 * or positions cannot be read. Told once, until it is over; an account that is well costs no write.
 */
export class TellAccount {
  readonly #told = new Map<string, string>();
  #standing: Promise<void> | null = null;

  constructor(private readonly deps: Pick<BookDeps, 'book' | 'clock'>) {}

  /** No stored token answers for an account with trades: nothing can be sent there, or heard. */
  unreachable(username: string, place: VenueAccount, why: string): Promise<void> {
    const message = `${shutWords(place, why)} The desk can neither watch, move nor close anything there until a token of that account is stored.`;
    return this.#tell(username, {
      ...{ kind: 'ACCOUNT_UNREACHABLE', severity: 'CRITICAL', message, tradeId: null },
      ...{ subject: accountWords(place), condition: 'shut' },
    });
  }

  reached(username: string, place: VenueAccount): Promise<void> {
    return this.#end(username, 'ACCOUNT_UNREACHABLE', accountWords(place));
  }

  tokenRefused(username: string, venue: VenueName, reason: string): Promise<void> {
    const message = `${venue} refuses the token that is stored for it (${reason}). Until it is replaced in Settings, nothing is known of the account and no order can be sent.`;
    return this.#tell(username, {
      ...{ kind: 'TOKEN_REFUSED', severity: 'CRITICAL', message, tradeId: null },
      ...{ subject: venue, condition: 'refused' },
    });
  }

  /** The account told its orders or positions: the token is good, and so many rows could not be read. */
  async heard(username: string, venue: VenueName, list: List, unread: number): Promise<void> {
    await this.#end(username, 'TOKEN_REFUSED', venue);
    const subject = `${venue} ${list}`;
    if (unread === 0) return this.#end(username, 'UNREADABLE_ROWS', subject);
    const rows = unread === 1 ? '1 row' : `${unread} rows`;
    const message = `${venue}: ${rows} of the account's ${list} cannot be read. The others are followed; what the list does not show is taken for unknown, not for gone.`;
    return this.#tell(username, {
      ...{ kind: 'UNREADABLE_ROWS', severity: 'WARNING', message, tradeId: null },
      ...{ subject, condition: String(unread) },
    });
  }

  async #tell(
    username: string,
    alert: NewAlert & { kind: Kind; subject: string; condition: string },
  ): Promise<void> {
    await this.#remember();
    const key = keyOf(username, alert.kind, alert.subject);
    if (this.#told.get(key) === alert.condition) return;
    const { book, clock } = this.deps;
    await book.change(username, (change) => change.raise(alert, clock.now()));
    this.#told.set(key, alert.condition);
  }

  async #end(username: string, kind: Kind, subject: string): Promise<void> {
    await this.#remember();
    const key = keyOf(username, kind, subject);
    if (!this.#told.has(key)) return;
    const { book, clock } = this.deps;
    await book.change(username, (change) => change.resolve(kind, subject, clock.now()));
    this.#told.delete(key);
  }

  /** What an earlier process told stands still. */
  #remember(): Promise<void> {
    this.#standing ??= (async () => {
      for (const kind of ['TOKEN_REFUSED', 'UNREADABLE_ROWS', 'ACCOUNT_UNREACHABLE'] as const) {
        for (const { username, about } of await this.deps.book.standing(kind)) {
          this.#told.set(keyOf(username, kind, about), '');
        }
      }
    })();
    return this.#standing;
  }
}

function keyOf(username: string, kind: Kind, subject: string): string {
  return `${username} ${kind} ${subject}`;
}
