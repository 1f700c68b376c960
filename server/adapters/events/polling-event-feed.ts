import type { Username } from '../../domain/ids.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { EventFeed, OwnNews, Pulse, PulseSource, Wake } from '../../ports/event-feed.ts';
import type { Log } from '../../ports/log.ts';
import type { Listened, LocalEventFeed } from './local-event-feed.ts';
import { OwnNumbers } from './own-numbers.ts';

/**
 * A feed for several processes on one SQLite file, which cannot notify each other. Checks every second
 * whether another process has changed a book that has a subscriber here. It knows its own changes by the
 * numbers of their transactions.
 */
export class PollingEventFeed implements EventFeed {
  readonly #seen = new Map<string, Pulse>();
  readonly #changes = new OwnNumbers();
  readonly #turns = new OwnNumbers();
  readonly own: OwnNews = {
    changed: (mode, username, change) => this.#changes.note(`${mode}:${username}`, change),
    marked: (mode, turn) => this.#turns.note(mode, turn),
  };

  #timer: NodeJS.Timeout | null = null;
  #stopped = true;

  constructor(
    private readonly local: LocalEventFeed,
    private readonly sources: readonly PulseSource[],
    private readonly log: Log,
    private readonly everyMs = 1000,
  ) {}

  start(): void {
    this.#stopped = false;
    this.#schedule();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  publish(wake: Wake): void {
    this.local.publish(wake);
  }

  subscribe(mode: TradingMode, username: Username, onWake: (wake: Wake) => void): () => void {
    return this.local.subscribe(mode, username, onWake);
  }

  /** Runs one check. */
  async poll(): Promise<void> {
    const listened = this.local.listened();
    this.#forget(listened);
    // Transactions noted by now show in the following pulses and in no later ones.
    const forget = [this.#changes.forgetter(), this.#turns.forgetter()];
    for (const source of this.sources) {
      const names = listened.filter(({ mode }) => mode === source.mode);
      if (names.length === 0) continue;
      const pulses = await source.pulses(names.map(({ username }) => username));
      for (const pulse of pulses) await this.#compare(source, pulse);
    }
    for (const each of forget) each();
  }

  /** The first check always wakes: a new subscriber may have missed changes since it read the book. */
  async #compare(source: PulseSource, now: Pulse): Promise<void> {
    const { mode } = source;
    const { username, changes, markTurn } = now;
    const key = `${mode}:${username}`;
    const before = this.#seen.get(key);
    this.#seen.set(key, now);
    if (!before) return this.local.publish({ mode, username, marked: [], alerts: [] });
    const changed = this.#changes.lacks(key, before.changes, changes);
    if (!changed && before.markTurn === markTurn) return;
    const news = await source.news(before);
    const alerts = news.alerts.filter(({ change }) => !this.#changes.has(key, change));
    const marked = news.marked.filter(({ turn }) => !this.#turns.has(mode, turn));
    const wake = { mode, username, marked: [], alerts: [] };
    if (changed) this.local.publish({ ...wake, alerts: alerts.map(({ alert }) => alert) });
    if (marked.length > 0) this.local.publish({ ...wake, marked: marked.map(({ id }) => id) });
  }

  #forget(listened: readonly Listened[]): void {
    const here = new Set(listened.map(({ mode, username }) => `${mode}:${username}`));
    for (const key of this.#seen.keys()) if (!here.has(key)) this.#seen.delete(key);
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.poll()
        .catch((error: unknown) => this.log.warn('Looking for news failed.', { error }))
        .finally(() => this.#schedule());
    }, this.everyMs);
    this.#timer.unref();
  }
}
