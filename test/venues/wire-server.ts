import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/** A request as it arrived, with the status of its answer; null before an answer, or without one. */
export interface Arrived {
  readonly route: string;
  readonly method: string;
  readonly path: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The query, including names that occur more than once. */
  readonly search: URLSearchParams;
  readonly form: Readonly<Record<string, string>>;
  readonly body: string;
  readonly token: string | null;
  readonly headers: IncomingHttpHeaders;
  status: number | null;
}

export interface Answer {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  /** Method and pattern, e.g. `GET /orders/:id`; tests use it as the route's name. */
  readonly name: string;
  readonly handle: (request: Arrived) => Answer;
}

/**
 * What goes wrong with a request. `afterCommit`: the venue does the work, then fails; `slowMs`: all goes
 * well, but this late; `late`: the venue does the work when `arrive` is called.
 */
export interface Misfortune extends Answer {
  readonly late?: boolean;
  readonly silent?: boolean;
  readonly hangUp?: boolean;
  readonly afterCommit?: boolean;
  readonly slowMs?: number;
}

export const MAINTENANCE: Misfortune = {
  status: 503,
  html: '<html><body><h1>Down for maintenance</h1></body></html>',
};
/** The work is done, but the answer never arrives. */
export const LOST_RESPONSE: Misfortune = { hangUp: true, afterCommit: true };

/** No answer comes now; the request is under way until `arrive`. */
export const ARRIVES_LATE: Misfortune = { hangUp: true, late: true };

export interface WireServerOptions {
  readonly prefix: string;
  readonly routes: readonly Route[];
  /** Names a request by its body, if one path serves all; routes then have no verb and no pattern. */
  readonly nameOf?: (body: string) => string;
  /** Runs before the route; if it answers, the request ends. */
  readonly gate?: (request: Arrived) => Answer | null;
  readonly headersFor?: (request: Arrived) => Readonly<Record<string, string>>;
  /** The time of the Date header, in epoch milliseconds. */
  readonly now?: () => number;
  /** Handles WebSockets; if undefined, none are accepted. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** A real HTTP server on a free port that records requests and fails on demand. */
export class WireServer {
  readonly requests: Arrived[] = [];
  readonly #misfortunes = new Map<string, Misfortune[]>();
  readonly #onTheWay: (() => Answer)[] = [];
  readonly #server: Server;
  readonly #forms: readonly RouteForm[];

  private constructor(private readonly options: WireServerOptions) {
    this.#server = createServer((incoming, response) => void this.#receive(incoming, response));
    this.#forms = options.routes.map(formOf);
    if (options.upgrade) this.#server.on('upgrade', options.upgrade);
  }

  static async listen(options: WireServerOptions): Promise<WireServer> {
    const wire = new WireServer(options);
    await new Promise<void>((resolve) => wire.#server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${this.options.prefix}`;
  }

  /** Makes the next `times` requests of a route meet this; `*` is any route. */
  fail(route: string, misfortune: Misfortune, times = 1): void {
    const queue = this.#misfortunes.get(route) ?? [];
    queue.push(...Array.from({ length: times }, () => misfortune));
    this.#misfortunes.set(route, queue);
  }

  heal(): void {
    this.#misfortunes.clear();
  }

  /** Lets requests under way arrive now, in the order in which they were sent. */
  arrive(): void {
    for (const work of this.#onTheWay.splice(0)) work();
  }

  count(route: string): number {
    return this.requests.filter((request) => request.route === route).length;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #receive(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', 'http://venue');
    const path = url.pathname.replace(this.options.prefix, '');
    const method = incoming.method ?? 'GET';
    const body = await bodyOf(incoming);
    const { route, parts } = this.#routeOf(method, path, body);
    const request: Arrived = {
      route: route?.name ?? `${method} ${path}`,
      method,
      path,
      parts,
      query: Object.fromEntries(url.searchParams),
      search: url.searchParams,
      form: Object.fromEntries(new URLSearchParams(body)),
      body,
      token: incoming.headers.authorization?.replace(/^Bearer /, '') ?? null,
      headers: incoming.headers,
      status: null,
    };
    this.requests.push(request);

    const misfortune = this.#misfortuneOf(request.route);
    const work = () => this.options.gate?.(request) ?? route?.handle(request) ?? { status: 404 };
    if (!misfortune) return this.#reply(request, response, work());
    if (misfortune.slowMs) {
      const answer = work();
      await wait(misfortune.slowMs);
      return this.#reply(request, response, answer);
    }
    if (misfortune.afterCommit) work();
    if (misfortune.late) this.#onTheWay.push(work);
    if (misfortune.silent) return;
    if (misfortune.hangUp) return void incoming.socket.destroy();
    this.#reply(request, response, misfortune);
  }

  #misfortuneOf(route: string): Misfortune | undefined {
    return this.#misfortunes.get(route)?.shift() ?? this.#misfortunes.get('*')?.shift();
  }

  #routeOf(method: string, path: string, body: string) {
    const named = this.options.nameOf?.(body);
    if (named !== undefined) {
      const route = this.options.routes.find(({ name }) => name === named) ?? null;
      return { route, parts: {} };
    }
    for (const { route, verb, form } of this.#forms) {
      const match = verb === method ? form.exec(path) : null;
      if (match) return { route, parts: { ...match.groups } };
    }
    return { route: null, parts: {} };
  }

  #reply(request: Arrived, response: ServerResponse, answer: Answer): void {
    const { status = 200, json, text, html, headers } = answer;
    request.status = status;
    const type = html ? 'text/html' : json === undefined ? 'text/plain' : 'application/json';
    response.sendDate = false;
    response.writeHead(status, {
      date: new Date(this.options.now?.() ?? Date.now()).toUTCString(),
      'content-type': type,
      ...this.options.headersFor?.(request),
      ...headers,
    });
    response.end(html ?? text ?? (json === undefined ? '' : JSON.stringify(json)));
  }
}

interface RouteForm {
  readonly route: Route;
  readonly verb: string;
  readonly form: RegExp;
}

function formOf(route: Route): RouteForm {
  const [verb = '', pattern = ''] = route.name.split(' ');
  const parts = pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)');
  return { route, verb, form: new RegExp(`^(?:/accounts/(?<account>[^/]+))?${parts}$`) };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  // Nearly all requests have no body.
  if (incoming.headers['content-length'] === undefined && !incoming.headers['transfer-encoding'])
    return '';
  let body = '';
  for await (const chunk of incoming) body += String(chunk);
  return body;
}
