import {
  BLIND_AFTER_MS,
  blindCauseOf,
  blindWords,
  type BlindCause,
} from '../domain/trade/watch-blind.ts';
import type { Trade } from '../domain/trade/trade.ts';
import type { BookDeps } from './book-deps.ts';

interface Blind {
  readonly cause: BlindCause;
  /** Epoch milliseconds. */
  readonly since: number;
}

/**
 * Tells of each trade that only the desk protects while it cannot see or act: after a minute, once, for as
 * long as it lasts. A trade that is well costs no write.
 */
export class TellBlind {
  readonly #blind = new Map<string, Blind>();
  /** Trades of which an alert stands, by user. */
  readonly #told = new Map<string, Map<string, BlindCause | null>>();
  #standing: Promise<void> | null = null;

  constructor(private readonly deps: Pick<BookDeps, 'book' | 'clock'>) {}

  async note(username: string, trade: Trade, cause: BlindCause | null): Promise<void> {
    await this.#remember();
    if (!cause) return this.#over(username, trade.id);
    const now = this.deps.clock.now();
    const known = this.#blind.get(trade.id);
    const blind = known?.cause === cause ? known : { cause, since: known?.since ?? now.getTime() };
    this.#blind.set(trade.id, blind);
    if (now.getTime() - blind.since < BLIND_AFTER_MS) return;
    if (this.#toldOf(username).get(trade.id) === cause) return;
    const message = `Only the desk holds to the stop of ${trade.instrument.symbol}, and ${blindWords(cause)}.`;
    const alert = { kind: 'WATCH_BLIND', severity: 'CRITICAL', tradeId: trade.id } as const;
    await this.deps.book.change(username, (change) =>
      change.raise({ ...alert, message, condition: cause }, now),
    );
    this.#toldOf(username).set(trade.id, cause);
  }

  /** Of a user's trades only these need the desk now. */
  async onlyThese(username: string, watched: ReadonlySet<string>): Promise<void> {
    await this.#remember();
    for (const id of [...this.#toldOf(username).keys()])
      if (!watched.has(id)) await this.#over(username, id);
  }

  async #over(username: string, id: string): Promise<void> {
    this.#blind.delete(id);
    if (!this.#toldOf(username).has(id)) return;
    const at = this.deps.clock.now();
    await this.deps.book.change(username, (change) => change.resolve('WATCH_BLIND', id, at));
    this.#toldOf(username).delete(id);
  }

  #toldOf(username: string): Map<string, BlindCause | null> {
    const known = this.#told.get(username) ?? new Map<string, BlindCause | null>();
    this.#told.set(username, known);
    return known;
  }

  /** What an earlier process told stands still; it is told anew only where its cause is another. */
  #remember(): Promise<void> {
    this.#standing ??= (async () => {
      for (const { username, about, condition } of await this.deps.book.standing('WATCH_BLIND'))
        this.#toldOf(username).set(about, blindCauseOf(condition));
    })();
    return this.#standing;
  }
}
