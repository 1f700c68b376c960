import type { TradeId, Username } from '../../domain/ids.ts';
import { BLIND_AFTER_MS, describeBlind, type BlindCause } from '../../domain/exits/watch-blind.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { StandingAlerts } from '../steps/standing-alerts.ts';

/**
 * Alerts to each trade that only the desk protects while it cannot see or act: after a minute, once for as
 * long as it lasts. A healthy trade costs no write.
 */
export class BlindWatchAlerts {
  /** Since when the desk cannot see or act, in epoch milliseconds, by user and trade. */
  readonly #since = new Map<string, Map<string, number>>();
  readonly #alerts: StandingAlerts;

  constructor(private readonly deps: Pick<BookDeps, 'book' | 'clock'>) {
    this.#alerts = new StandingAlerts(deps, ['WATCH_BLIND']);
  }

  async note(username: Username, trade: Trade, cause: BlindCause | null): Promise<void> {
    if (!cause) return this.#over(username, trade.id);
    const now = this.deps.clock.now().getTime();
    const since = this.#sinceOf(username).get(trade.id) ?? now;
    this.#sinceOf(username).set(trade.id, since);
    // NO_ROUTE alerts at once: a sale is quoted only because an exit is reached.
    if (cause !== 'NO_ROUTE' && now - since < BLIND_AFTER_MS) return;
    const message = `Only the desk holds to the stop of ${trade.instrument.symbol}, and ${describeBlind(cause)}.`;
    const alert = { kind: 'WATCH_BLIND', severity: 'CRITICAL', tradeId: trade.id } as const;
    await this.#alerts.raise(username, { ...alert, message, condition: cause });
  }

  /** Ends the alerts of all users but these, who alone have a trade that needs the desk's watch now. */
  async onlyOf(usernames: ReadonlySet<Username>): Promise<void> {
    const standing = await this.#alerts.users('WATCH_BLIND');
    for (const username of new Set([...standing, ...this.#since.keys()]))
      if (!usernames.has(username)) await this.onlyThese(username, new Set());
  }

  /** Ends the alerts of all other trades of the user: only these need the desk's watch now. */
  async onlyThese(username: Username, watched: ReadonlySet<string>): Promise<void> {
    const standing = await this.#alerts.abouts(username, 'WATCH_BLIND');
    for (const id of new Set([...standing, ...this.#sinceOf(username).keys()]))
      if (!watched.has(id)) await this.#over(username, id);
    if (this.#since.get(username)?.size === 0) this.#since.delete(username);
  }

  async #over(username: Username, id: TradeId): Promise<void> {
    this.#sinceOf(username).delete(id);
    await this.#alerts.end(username, 'WATCH_BLIND', id);
  }

  #sinceOf(username: Username): Map<string, number> {
    const known = this.#since.get(username) ?? new Map<string, number>();
    this.#since.set(username, known);
    return known;
  }
}
