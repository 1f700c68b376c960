import { SqlPulses } from '../adapters/database/book/sql-pulses.ts';
import { LocalEventFeed } from '../adapters/events/local-event-feed.ts';
import { PollingEventFeed } from '../adapters/events/polling-event-feed.ts';
import { PostgresEventFeed } from '../adapters/events/postgres-event-feed.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import type { EventFeed } from '../ports/event-feed.ts';
import type { Log } from '../ports/log.ts';
import type { Databases } from './databases.ts';

export interface RunningFeed {
  readonly feed: EventFeed;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Connects servers: by LISTEN and NOTIFY on Postgres, by checking the file every second on SQLite. */
export function composeFeed(config: SharedConfig, databases: Databases, log: Log): RunningFeed {
  const local = new LocalEventFeed(log);
  if (config.directDatabaseUrl) {
    const options = { url: config.directDatabaseUrl, channel: 'twinbook_wakes' };
    const feed = new PostgresEventFeed(local, options, log);
    return { feed, start: () => feed.start(), stop: () => feed.stop() };
  }
  const pulses = [new SqlPulses(databases.paper, 'PAPER'), new SqlPulses(databases.real, 'REAL')];
  const feed = new PollingEventFeed(local, pulses, log);
  return { feed, start: async () => feed.start(), stop: async () => feed.stop() };
}
