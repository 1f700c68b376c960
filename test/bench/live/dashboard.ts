import { WebSocket } from 'ws';
import { fetchWithin } from './fetch-within.ts';

/** The texts of the dashboard's operations. */
export interface DashboardDocuments {
  readonly tradesChanged: string;
  /** The other subscriptions. */
  readonly others: readonly string[];
  /** The query sent over HTTP after each message of `tradesChanged`. */
  readonly figures: string;
}

export interface DashboardViewer {
  readonly token: string;
  /** A cursor of the viewer's log: the events after it come first. */
  readonly after: string | null;
  /** The number of equal subscriptions to the log on the socket. */
  readonly copies: number;
}

/** What one subscription to the log has received, over all its sockets. */
export interface Heard {
  readonly sequences: readonly number[];
  readonly messages: number;
}

interface Next {
  readonly errors?: unknown;
  readonly data?: {
    readonly tradesChanged?: {
      readonly cursor: string;
      readonly events: readonly { readonly sequence: number }[];
    };
  };
}

const MODE = { mode: 'PAPER' };
const RETRY_MS = 500;
const ANSWERS_WITHIN_MS = 60_000;

/** A dashboard of one user, which connects again whenever its socket ends, and continues from its cursor. */
export class Dashboard {
  /** Errors and unknown messages, which should never come. */
  readonly refusals: string[] = [];
  sockets = 0;
  #logs: { cursor: string | null; sequences: number[]; messages: number }[];
  #socket: WebSocket | null = null;
  #waits = RETRY_MS;
  #asking: 'no' | 'once' | 'again' = 'no';
  #isClosed = false;

  constructor(
    private readonly url: string,
    private readonly viewer: DashboardViewer,
    private readonly documents: DashboardDocuments,
  ) {
    this.#logs = Array.from({ length: viewer.copies }, () => ({
      ...{ cursor: viewer.after, sequences: [], messages: 0 },
    }));
  }

  get heard(): readonly Heard[] {
    return this.#logs;
  }

  /** Resolves once the server has acknowledged the first socket. */
  open(): Promise<void> {
    return new Promise((opened) => this.#connect(opened));
  }

  /** Drops the socket; the next one connects after so many milliseconds. */
  cut(ms: number): void {
    this.#waits = ms;
    this.#socket?.terminate();
  }

  /** Reads nothing for so many milliseconds. */
  stall(ms: number): void {
    const socket = this.#socket;
    if (socket?.readyState !== socket?.OPEN) return;
    socket?.pause();
    setTimeout(() => socket?.resume(), ms);
  }

  close(): void {
    this.#isClosed = true;
    this.#socket?.terminate();
  }

  #connect(acknowledged: () => void = () => undefined): void {
    const socket = new WebSocket(
      `${this.url.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
    );
    this.#socket = socket;
    this.sockets += 1;
    const say = (message: object): void => socket.send(JSON.stringify(message));
    const authorization = `Bearer ${this.viewer.token}`;
    socket.on('open', () => say({ type: 'connection_init', payload: { authorization } }));
    socket.on('message', (data: Buffer) => {
      const { type, id, payload } = JSON.parse(data.toString('utf8')) as Message;
      if (type === 'ping') say({ type: 'pong' });
      else if (type === 'next') this.#hear(id, payload as Next);
      else if (type === 'connection_ack') {
        this.#subscribe(say);
        acknowledged();
      } else this.refusals.push(`${type} ${JSON.stringify(payload ?? null)}`);
    });
    // An error is always followed by `close`, which connects again.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const again = (): void => (this.#isClosed ? undefined : this.#connect(acknowledged));
      setTimeout(again, this.#waits);
      this.#waits = RETRY_MS;
    });
  }

  #subscribe(say: (message: object) => void): void {
    const { tradesChanged, others } = this.documents;
    this.#logs.forEach(({ cursor }, at) => {
      const payload = { query: tradesChanged, variables: { ...MODE, after: cursor } };
      say({ id: `log-${at}`, type: 'subscribe', payload });
    });
    others.forEach((query, at) =>
      say({ id: `other-${at}`, type: 'subscribe', payload: { query, variables: MODE } }),
    );
  }

  #hear(id: string, { data, errors }: Next): void {
    if (errors) this.refusals.push(JSON.stringify(errors));
    const [, at] = /^log-(\d+)$/.exec(id) ?? [];
    const log = this.#logs[Number(at)];
    const batch = data?.tradesChanged;
    if (!log || !batch) return;
    log.messages += 1;
    log.cursor = batch.cursor;
    log.sequences.push(...batch.events.map(({ sequence }) => sequence));
    if (this.#asking === 'no') void this.#ask();
    else this.#asking = 'again';
  }

  /** Asks one query at a time, as the dashboard does. */
  async #ask(): Promise<void> {
    do {
      this.#asking = 'once';
      await this.#askOnce();
      // Another message may have arrived during the query.
    } while ((this.#asking as string) === 'again' && !this.#isClosed);
    this.#asking = 'no';
  }

  async #askOnce(): Promise<void> {
    try {
      const { text } = await fetchWithin(ANSWERS_WITHIN_MS, `${this.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${this.viewer.token}`,
        },
        body: JSON.stringify({ query: this.documents.figures, variables: MODE }),
      });
      const { errors } = JSON.parse(text) as Next;
      if (errors) this.refusals.push(JSON.stringify(errors));
    } catch {
      // The server is down; its next message causes another query.
    }
  }
}

interface Message {
  readonly type: string;
  readonly id: string;
  readonly payload?: unknown;
}
