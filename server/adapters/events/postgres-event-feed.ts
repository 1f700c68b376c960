import type { Username } from '../../domain/ids.ts';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TradingMode } from '../../domain/mode.ts';
import type { EventFeed, Wake } from '../../ports/event-feed.ts';
import type { Log } from '../../ports/log.ts';
import type { LocalEventFeed } from './local-event-feed.ts';
import { notesOf, parseNote } from './wake-codec.ts';

export interface PostgresFeedOptions {
  /** Must reach the server directly: LISTEN does not work behind a transaction pooler. */
  readonly url: string;
  /** The channel of one desk: letters and underscores only. */
  readonly channel: string;
  readonly retryMs?: number;
}

/**
 * Relays wakes between the servers of one Postgres by LISTEN and NOTIFY, on a connection of its own. A wake
 * of this server is delivered here at once. While the connection is down nothing is relayed; when it is back,
 * every subscriber on every server reads again.
 */
export class PostgresEventFeed implements EventFeed {
  readonly #self = randomUUID();
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #stopped = false;
  /** Queues the queries, because a connection takes one at a time. */
  #sending: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly local: LocalEventFeed,
    private readonly options: PostgresFeedOptions,
    private readonly log: Log,
  ) {}

  /** Resolves once it listens, or once the first attempt has failed and a retry is planned. */
  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.url,
      application_name: 'twinbook-feed',
      keepAlive: true,
    });
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, null));
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(this.options.channel)}`);
    } catch (error) {
      this.#lost(client, error);
      return;
    }
    if (this.#stopped) return client.end();
    this.#client = client;
    this.local.wakeAll();
    this.#send(null);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#retry) clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = null;
    await this.#sending;
    await client?.end();
  }

  publish(wake: Wake): void {
    this.local.publish(wake);
    this.#send(wake);
  }

  subscribe(mode: TradingMode, username: Username, onWake: (wake: Wake) => void): () => void {
    return this.local.subscribe(mode, username, onWake);
  }

  #send(wake: Wake | null): void {
    const client = this.#client;
    if (!client) return;
    for (const note of notesOf(this.#self, wake))
      this.#sending = this.#sending
        .then(() => client.query('SELECT pg_notify($1, $2)', [this.options.channel, note]))
        .catch((error: unknown) => this.log.warn('A wake was not relayed.', { error }));
  }

  #hear(payload: string): void {
    const note = parseNote(payload);
    if (!note || note.from === this.#self) return;
    if (note.wake) this.local.publish(note.wake);
    else this.local.wakeAll();
  }

  /** Most failures call it twice; each connection is retried once. */
  #lost(client: pg.Client, error: unknown): void {
    if (client === this.#client) this.#client = null;
    if (this.#stopped || this.#retry) return;
    this.log.warn('The relay between servers is down; it is tried again.', { error });
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.start();
    }, this.options.retryMs ?? 1000);
    client.end().catch(() => undefined);
  }
}
