import type { Username } from '../../domain/ids.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { EventFeed, Pulse, PulseSource, Wake } from '../../ports/event-feed.ts';
import type { Log } from '../../ports/log.ts';
import type { Listened, LocalEventFeed } from './local-event-feed.ts';

/**
 * For several processes on one SQLite file, which cannot notify each other. Checks every second whether the
 * books that somebody here listens to have changed. A change by this process wakes twice.
 */
export class PollingEventFeed implements EventFeed {
  readonly #seen = new Map<string, Pulse>();
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

  /** One check. */
  async poll(): Promise<void> {
    const listened = this.local.listened();
    this.#forget(listened);
    for (const source of this.sources) {
      const names = listened.filter(({ mode }) => mode === source.mode);
      if (names.length === 0) continue;
      const pulses = await source.pulses(names.map(({ username }) => username));
      for (const pulse of pulses) await this.#compare(source, pulse);
    }
  }

  /** A new subscriber has read the book before this first check and may have missed what came in between. */
  async #compare(source: PulseSource, now: Pulse): Promise<void> {
    const { mode } = source;
    const { username, changes, lastMarkAt } = now;
    const key = `${mode}:${username}`;
    const before = this.#seen.get(key);
    this.#seen.set(key, now);
    if (!before) return this.local.publish({ mode, username, marked: [], alerts: [] });
    if (before.changes === changes && before.lastMarkAt === lastMarkAt) return;
    const { marked, alerts } = await source.news(before);
    if (before.changes !== changes) this.local.publish({ mode, username, marked: [], alerts });
    if (marked.length > 0) this.local.publish({ mode, username, marked, alerts: [] });
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
