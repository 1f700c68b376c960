import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Answer, Arrived, Route } from '../wire-server.ts';
import type { EmulatedOrder } from './emulated-order.ts';
import { remaining } from './emulated-order.ts';

const SESSION_MS = 5 * 60_000;

/** Account events over WebSocket: one session for each token, valid five minutes for connecting. */
export class AccountStream {
  /** Sends no events when orders change. */
  silent = false;
  /** Sends each event twice. */
  stutters = false;
  /** The field of the filled quantity, whose name two official pages give differently. */
  fillWord: 'exec_quantity' | 'executed_quantity' = 'exec_quantity';
  accepted = 0;
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, { token: string; madeAt: number }>();
  readonly #listening = new Map<string, WebSocket>();
  #made = 0;

  constructor(private readonly now: () => number) {}

  get route(): Route {
    return { name: 'POST /accounts/events/session', handle: (request) => this.#session(request) };
  }

  get open(): number {
    return this.#listening.size;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#sockets.handleUpgrade(request, socket, head, (ws) => {
      ws.once('message', (data: Buffer) => this.#subscribe(ws, data.toString()));
    });
  }

  order(account: string, order: EmulatedOrder): void {
    if (this.silent) return;
    const event = {
      id: order.id,
      event: 'order',
      status: order.status,
      type: order.type,
      avg_fill_price: 0,
      [this.fillWord]: order.filled.toNumber(),
      remaining_quantity: remaining(order).toNumber(),
      transaction_date: order.changedAt.toISOString(),
      account,
      ...(order.parent && { parent_id: order.parent.id }),
    };
    this.say(JSON.stringify(event));
    if (this.stutters) this.say(JSON.stringify(event));
  }

  heartbeat(): void {
    this.say(JSON.stringify({ event: 'heartbeat', status: 'active', timestamp: this.now() }));
  }

  /** Sends any text, even one that is not documented. */
  say(text: string): void {
    for (const ws of this.#listening.values()) ws.send(text);
  }

  drop(): void {
    for (const ws of this.#listening.values()) ws.terminate();
    this.#listening.clear();
  }

  #session({ token }: Arrived): Answer {
    this.#made += 1;
    const sessionid = `session-${this.#made}`;
    this.#sessions.set(sessionid, { token: token ?? '', madeAt: this.now() });
    // In places this is the market stream's format, so do not derive anything from it.
    return { json: { stream: { url: 'https://stream.tradier.com/v1/nowhere', sessionid } } };
  }

  #subscribe(ws: WebSocket, text: string): void {
    const { sessionid = '', events } = JSON.parse(text) as {
      sessionid?: string;
      events?: string[];
    };
    const session = this.#sessions.get(sessionid);
    this.#sessions.delete(sessionid);
    const good = session && this.now() - session.madeAt < SESSION_MS && events?.includes('order');
    if (!good) {
      ws.send(JSON.stringify({ error: 'session not found' }));
      return ws.close();
    }
    this.#listening.get(session.token)?.close();
    this.#listening.set(session.token, ws);
    this.accepted += 1;
    ws.on('close', () => {
      if (this.#listening.get(session.token) === ws) this.#listening.delete(session.token);
    });
  }
}
