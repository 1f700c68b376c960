import http from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type RequestHandler } from 'express';
import { Admission } from './graphql/admission/admission.ts';
import { DeskApi, type DeskDeps } from './graphql/desk-api.ts';
import { WireErrors } from './graphql/errors.ts';
import { createSchema } from './graphql/schema.ts';
import { Authenticator } from './http/authenticator.ts';
import { dataEndpoint } from './http/data-endpoint.ts';
import { unforeseen } from './http/error-answer.ts';
import { graphqlEndpoint } from './http/graphql-endpoint.ts';
import { graphqlSocket } from './http/graphql-socket.ts';
import { readiness } from './http/health.ts';
import { type ReadinessCheck } from './ports/readiness.ts';
import { mcpEndpoint } from './http/mcp-endpoint.ts';
import { createMetrics, metricsHandler } from './http/metrics.ts';
import { OurPlaces } from './http/our-places.ts';
import { isLoopback } from './config/loopback.ts';
import { compressedAnswers } from './http/compressed-answers.ts';
import { dashboard } from './http/pages.ts';
import { playground } from './http/playground.ts';
import { securityHeaders } from './http/security-headers.ts';
import { watchSockets } from './http/socket-watch.ts';
import { Stopping, type StopSteps } from './http/stopping.ts';
import type { DataImport } from './ports/data-files.ts';
import type { Users } from './ports/desk.ts';
import type { Ids } from './ports/ids.ts';
import type { Log } from './ports/log.ts';
import type { PreparedOrders } from './ports/prepared-orders.ts';
import type { SessionTokens } from './ports/session-tokens.ts';
import type { HintTally } from './ports/venue-hints.ts';
import { PreparedRequests } from './usecases/assistants/prepared-requests.ts';

export interface HttpDeps {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** The origin that browsers use; null: where the server listens. */
  readonly publicUrl: string | null;
  /** The server's version. */
  readonly version: string;
  /** The built dashboard; null: none is served. */
  readonly clientDirectory: string | null;
  readonly desk: DeskDeps;
  readonly users: Users;
  readonly tokens: SessionTokens;
  /** Signs what assistants prepare. */
  readonly preparedOrders: PreparedOrders;
  readonly imports: DataImport;
  readonly readiness: readonly ReadinessCheck[];
  /** The tally of the venues' hints; left out where none are followed. */
  readonly hints?: () => HintTally;
  readonly ids: Ids;
  readonly log: Log;
}

export interface HttpServer {
  /** Where it listens, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly port: number;
  /** Lets running requests finish, for two seconds at most. */
  close(): Promise<void>;
}

/** Serves everything over one port: API, sockets, dashboard, playground, health. */
export async function startHttp(deps: HttpDeps): Promise<HttpServer> {
  // What arrives before all is built waits for it: the port decides which origins are ours.
  let built: (app: Express) => void = () => undefined;
  const app = new Promise<Express>((resolve) => (built = resolve));
  const stopping = new Stopping();
  const server = http.createServer((request, response) => {
    if (stopping.refuses(response)) return;
    void app.then((handle): void => void handle(request, response));
  });
  const port = await listen(server, deps.port, deps.host);
  const name = deps.host.includes(':') ? `[${deps.host}]` : deps.host;
  const url = new URL(`http://${name}:${port}`).origin;
  try {
    const places = new OurPlaces(deps.publicUrl ?? url, port);
    const { handle, stop } = await buildApp(deps, places, server);
    built(handle);
    return { url, port, close: () => stopping.stop(server, stop) };
  } catch (error) {
    server.close();
    throw error;
  }
}

async function buildApp(deps: HttpDeps, places: OurPlaces, server: http.Server) {
  const { desk, log, ids, clientDirectory } = deps;
  const { sessions, apiTokens } = desk.accounts;
  const api = new DeskApi(desk);
  const schema = await createSchema(api.resolvers);
  const errors = new WireErrors(ids, log, desk.clock, schema);
  const admission = new Admission(schema);
  const { users, tokens } = deps;
  const { clock } = desk;
  const authenticator = new Authenticator({ users, sessions, apiTokens, tokens, clock });
  const parts = { schema, api, admission, errors, authenticator, places, clock };

  const prepared = new PreparedRequests({ orders: deps.preparedOrders, clock });

  const endpoint = await graphqlEndpoint(parts);
  const sockets = graphqlSocket(server, parts);
  const unwatch = watchSockets(sockets.principals, { sessions, apiTokens }, clock, log);
  const registry = createMetrics(
    { open: () => sockets.principals.size, slowReaders: sockets.slowReaders },
    desk.jobs,
    deps.hints,
  );
  const handle = routes({
    places,
    ready: readiness(deps.readiness),
    metrics: metricsHandler(registry, isLoopback(deps.host), authenticator),
    endpoint: endpoint.handlers,
    mcp: mcpEndpoint({ ...parts, prepared, version: deps.version }),
    data: dataEndpoint({ ...parts, imports: deps.imports }),
    pages: clientDirectory === null ? null : dashboard(clientDirectory),
  }).use(unforeseen(errors));
  const stop: StopSteps = {
    whileAnswering: async () => {
      unwatch();
      await sockets.stop();
    },
    whenAnswered: async () => {
      await endpoint.stop();
      registry.clear();
    },
  };
  return { handle, stop };
}

interface Routes {
  readonly places: OurPlaces;
  readonly ready: RequestHandler;
  readonly metrics: RequestHandler;
  readonly endpoint: readonly RequestHandler[];
  readonly mcp: ReturnType<typeof mcpEndpoint>;
  readonly data: RequestHandler;
  readonly pages: RequestHandler | null;
}

function routes({ places, ready, metrics, endpoint, mcp, data, pages }: Routes): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  // Whatever NODE_ENV says, no stack trace leaves the server.
  app.set('env', 'production');
  app.use(securityHeaders(places));
  // Health is asked by address, whatever host name the request has.
  app.get('/healthz', (_request, response) => void response.json({ ok: true }));
  app.get('/readyz', ready);
  app.use((request, response, next) => {
    if (places.isHost(request.headers.host)) return next();
    response.status(403).type('text').send('This host is not served; see PUBLIC_URL\n');
  });
  app.use(['/graphql', '/mcp', '/metrics', '/playground'], compressedAnswers());
  app.get('/metrics', metrics);
  app.post('/graphql', ...endpoint);
  app.all('/graphql', (_request, response) => {
    response.status(405).set('Allow', 'POST').type('text').send('POST or a WebSocket\n');
  });
  app.all('/mcp', ...mcp);
  app.use('/data', data);
  app.use('/playground', playground(places));
  if (pages) app.use(pages);
  app.use((_request, response) => void response.status(404).type('text').send('Not found\n'));
  return app;
}

async function listen(server: http.Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return (server.address() as AddressInfo).port;
}
