import WebSocket from 'ws';
import type { Log } from '../../ports/log.ts';
import { realTime, type RealTime } from '../wire/real-time.ts';
import type { TradierClient } from './tradier-client.ts';
import { sessionReply, streamEvent } from './tradier-stream-schema.ts';

export interface AccountStreamOptions {
  readonly client: Pick<TradierClient, 'send'>;
  readonly url: string;
  readonly account: string;
  readonly log: Log;
  readonly onHint: () => void;
  readonly time?: RealTime;
  /** Milliseconds of silence after which the line counts as dead. Heartbeats come once a minute. */
  readonly silence?: number;
}

const SILENCE_MS = 150_000;
const FIRST_WAIT_MS = 1_000;
/** The longest wait before a retry, also at a venue that has no stream or gives it to another server. */
const LONGEST_WAIT_MS = 300_000;
/** A connection that lasted this long counts as good. */
const GOOD_MS = 120_000;
const LONGEST_MESSAGE = 64 * 1024;

/**
 * The account-event stream of one token, reopened whenever it ends. Tradier labels it Beta and allows one
 * session per user: a second server takes it over, and without it both servers follow their schedules.
 */
export class TradierAccountStream {
  connects = 0;
  hints = 0;
  unreadable = 0;
  open = false;
  readonly #stopping = new AbortController();
  readonly #time: RealTime;
  readonly #running: Promise<void>;
  #socket: WebSocket | null = null;

  constructor(private readonly options: AccountStreamOptions) {
    this.#time = options.time ?? realTime;
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#socket?.terminate();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    const stopped = new Promise<void>((resolve) =>
      signal.addEventListener('abort', () => resolve(), { once: true }),
    );
    for (let wait = FIRST_WAIT_MS; !signal.aborted;) {
      const began = this.#time.now();
      const reason = await Promise.race([this.#listen(), stopped.then(() => 'stopped')]);
      if (signal.aborted) return;
      if (this.#time.now() - began > GOOD_MS) wait = FIRST_WAIT_MS;
      this.options.log.info('Tradier: the account stream ended', { reason, wait });
      await Promise.race([this.#time.sleep(wait), stopped]);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }

  /** Resolves to the reason it ended. */
  async #listen(): Promise<string> {
    let sessionid: string;
    try {
      const call = { method: 'POST', path: '/accounts/events/session' } as const;
      ({ sessionid } = (await this.options.client.send(call, sessionReply)).stream);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    if (this.#stopping.signal.aborted) return 'stopped';
    return new Promise((resolve) => this.#connect(sessionid, resolve));
  }

  #connect(sessionid: string, end: (reason: string) => void): void {
    const { url, silence = SILENCE_MS } = this.options;
    const socket = new WebSocket(url, { handshakeTimeout: 15_000, maxPayload: LONGEST_MESSAGE });
    this.#socket = socket;
    let reason = 'the line was closed';
    const quiet = setTimeout(() => {
      reason = 'nothing was heard';
      socket.terminate();
    }, silence);
    socket.on('open', () => {
      this.open = true;
      this.connects += 1;
      socket.send(JSON.stringify({ events: ['order'], sessionid, excludeAccounts: [] }));
      // The stream does not repeat events from while it was closed.
      this.#hint();
    });
    socket.on('message', (data: Buffer) => {
      quiet.refresh();
      for (const line of data.toString('utf8').split('\n')) this.#hear(line.trim());
    });
    socket.on('error', (error) => (reason = error.message));
    socket.on('close', () => {
      clearTimeout(quiet);
      this.open = false;
      end(reason);
    });
  }

  #hear(line: string): void {
    if (line === '') return;
    const read = streamEvent.safeParse(parsed(line));
    if (!read.success) {
      this.unreadable += 1;
      return;
    }
    const { event, account } = read.data;
    if (event === 'heartbeat' || (account && account !== this.options.account)) return;
    this.#hint();
  }

  #hint(): void {
    this.hints += 1;
    this.options.onHint();
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
