import type { Alert } from '../../domain/book/alert.ts';
import type { TradingMode } from '../../domain/book/mode.ts';
import type { BookReader } from '../../ports/book.ts';
import type { EventFeed } from '../../ports/event-feed.ts';
import { closable } from './closable.ts';
import { Wakes } from './wakes.ts';

const LOOK_BACK = { first: 100, after: null };

export interface AlertSource {
  readonly feed: EventFeed;
  readonly reader: BookReader;
  readonly mode: TradingMode;
  readonly username: string;
}

/** Alerts raised from now on, each once. */
export async function newAlerts(source: AlertSource): Promise<AsyncIterableIterator<Alert>> {
  const { feed, reader, mode, username } = source;
  const wakes = new Wakes(feed, mode, username);
  try {
    const seen = new Set((await newestAlerts(reader)).map(({ id }) => id));
    return closable(follow(reader, wakes, seen), () => wakes.close());
  } catch (error) {
    wakes.close();
    throw error;
  }
}

async function* follow(
  reader: BookReader,
  wakes: Wakes,
  before: ReadonlySet<string>,
): AsyncGenerator<Alert, void> {
  let seen = before;
  try {
    for (let waking = await wakes.next(); waking; waking = await wakes.next()) {
      if (!waking.alerted) continue;
      const newest = await newestAlerts(reader);
      for (const alert of newest.toReversed()) if (!seen.has(alert.id)) yield alert;
      // An alert that fell off the page is older than all on it and does not come back.
      seen = new Set(newest.map(({ id }) => id));
    }
  } finally {
    wakes.close();
  }
}

async function newestAlerts(reader: BookReader): Promise<readonly Alert[]> {
  const { items } = await reader.alerts(false, LOOK_BACK);
  return items.map(({ item }) => item);
}
