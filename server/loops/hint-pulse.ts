import type { Username } from '../domain/ids.ts';
import type { Book } from '../ports/book.ts';
import type { VenueName } from '../domain/venue.ts';
import type { Log } from '../ports/log.ts';
import type { HintTally, VenueHints } from '../ports/venue-hints.ts';

const LOOK_MS = 5_000;
/** An order's fill, the end of its sibling and of its parent arrive as several events at once. */
const DEBOUNCE_MS = 300;

export interface HintPulseOptions {
  readonly venue: VenueName;
  readonly book: Pick<Book, 'usersAt'>;
  readonly hintsTo: (onHint: (username: Username) => void) => VenueHints;
  readonly sync: (username: Username) => Promise<void>;
  readonly log: Log;
}

/**
 * Brings a user's sync forward when the venue hints at a change. Listens only for users with a PENDING or
 * OPEN trade there. The scheduled sync finds everything without hints, too.
 */
export class HintPulse {
  readonly #hints: VenueHints;
  readonly #due = new Map<string, NodeJS.Timeout>();
  readonly #syncing = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | null = null;
  #look: Promise<void> = Promise.resolve();

  constructor(private readonly options: HintPulseOptions) {
    this.#hints = options.hintsTo((username) => this.#hint(username));
  }

  start(): void {
    this.#timer = setTimeout(() => {
      this.#look = this.follow().finally(() => this.#timer && this.start());
    }, LOOK_MS);
  }

  tally(): HintTally {
    return this.#hints.tally();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#look;
    await this.#hints.stop();
    for (const timer of this.#due.values()) clearTimeout(timer);
    this.#due.clear();
    await Promise.all(this.#syncing.values());
  }

  /** Looks up which users have trades at the venue and listens for them. */
  async follow(): Promise<void> {
    const { book, venue, log } = this.options;
    try {
      await this.#hints.follow(await book.usersAt(venue));
    } catch (error) {
      log.warn('The venue’s hints are not followed for now', { error });
    }
  }

  /** However many hints arrive during a sync, one more sync follows. */
  #hint(username: Username): void {
    if (this.#due.has(username)) return;
    const later = async () => {
      await this.#syncing.get(username);
      // `stop` may have removed it meanwhile.
      if (!this.#due.delete(username)) return;
      const mine = this.options.sync(username).catch((error: unknown) => {
        this.options.log.warn('A hinted sync waits for the schedule', { error });
      });
      this.#syncing.set(username, mine);
      await mine;
      if (this.#syncing.get(username) === mine) this.#syncing.delete(username);
    };
    this.#due.set(
      username,
      setTimeout(() => void later(), DEBOUNCE_MS),
    );
  }
}
