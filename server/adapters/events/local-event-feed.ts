import type { Username } from '../../domain/ids.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { EventFeed, Wake } from '../../ports/event-feed.ts';
import type { Log } from '../../ports/log.ts';

export interface Listened {
  readonly mode: TradingMode;
  readonly username: Username;
}

type OnWake = (wake: Wake) => void;

interface Listeners extends Listened {
  readonly all: Set<OnWake>;
}

/**
 * The feed within this process. A subscriber that throws is logged and affects neither the others nor the
 * publisher.
 */
export class LocalEventFeed implements EventFeed {
  readonly #listeners = new Map<string, Listeners>();

  constructor(private readonly log: Log) {}

  publish(wake: Wake): void {
    const { all } = this.#listeners.get(keyOf(wake)) ?? { all: [] };
    for (const onWake of [...all]) this.#wake(onWake, wake);
  }

  subscribe(mode: TradingMode, username: Username, onWake: OnWake): () => void {
    const key = keyOf({ mode, username });
    const listeners = this.#listeners.get(key) ?? { mode, username, all: new Set<OnWake>() };
    this.#listeners.set(key, listeners);
    const mine: OnWake = (wake) => onWake(wake);
    listeners.all.add(mine);
    return () => {
      listeners.all.delete(mine);
      if (listeners.all.size === 0 && this.#listeners.get(key) === listeners)
        this.#listeners.delete(key);
    };
  }

  /** The users and books with a subscriber in this process. */
  listened(): readonly Listened[] {
    return [...this.#listeners.values()].map(({ mode, username }) => ({ mode, username }));
  }

  /** Makes every subscriber read again, when wakes may have been missed. */
  wakeAll(): void {
    for (const listened of this.listened()) this.publish({ ...listened, marked: [], alerts: [] });
  }

  #wake(onWake: OnWake, wake: Wake): void {
    try {
      onWake(wake);
    } catch (error) {
      this.log.error('A subscriber failed on a wake.', { error, mode: wake.mode });
    }
  }
}

function keyOf({ mode, username }: Listened): string {
  return `${mode}:${username}`;
}
