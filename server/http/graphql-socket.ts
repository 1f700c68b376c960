import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Admission } from '../graphql/admission/admission.ts';
import { OperationRefused } from '../graphql/admission/refused.ts';
import type { DeskApi } from '../graphql/desk-api.ts';
import type { WireErrors } from '../graphql/errors.ts';
import { Fanout } from '../graphql/fanout/fanout.ts';
import { LogStream } from '../graphql/fanout/log-stream.ts';
import { startStream } from '../graphql/fanout/start-stream.ts';
import type { Principal } from '../graphql/books/principal.ts';
import type { Authenticator } from './authenticator.ts';
import { addressOf, deviceOf, isFromOurPage } from './caller.ts';
import type { OurPlaces } from './our-places.ts';
import { SocketOutlet } from './socket-outlet.ts';
import { tokenInCookie } from './session-cookie.ts';
import { isUnsent } from './unsent.ts';

const LARGEST_MESSAGE = 256 * 1024;
/** Time for `connection_init`, on a slow link too: a server that was busy checks the time before it reads. */
const INIT_MS = 10_000;

export interface SocketParts {
  readonly schema: GraphQLSchema;
  readonly api: DeskApi;
  readonly admission: Admission;
  readonly errors: WireErrors;
  readonly authenticator: Authenticator;
  readonly places: OurPlaces;
}

export interface GraphqlSocket {
  /** The caller of each open socket, once authenticated. */
  readonly principals: ReadonlyMap<WebSocket, Principal>;
  /** How often a client read too slowly for what its subscriptions send, since the start. */
  readonly slowReaders: () => number;
  readonly stop: () => Promise<void>;
}

/** How long clients have to answer the close when the server stops; one that does not read never will. */
const PATIENCE_MS = 1_000;

/** `ws://…/graphql` in the protocol `graphql-transport-ws`. */
export function graphqlSocket(server: Server, parts: SocketParts): GraphqlSocket {
  const { schema, api, admission, errors } = parts;
  const principals = new Map<WebSocket, Principal>();
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: LARGEST_MESSAGE,
  });
  const format = (list: readonly GraphQLError[]) => list.map((each) => errors.format(each));
  const fanout = new Fanout(format);
  const { dispose } = useServer(
    {
      // Whatever NODE_ENV says, no message of an unforeseen error leaves the server.
      isProd: true,
      connectionInitWaitTimeout: INIT_MS,
      onConnect: async ({ connectionParams, extra: { request, socket } }) => {
        const proved = await prove(connectionParams?.authorization, request, parts);
        if (proved === 'bad') return false;
        if (proved && socket.readyState === socket.OPEN) principals.set(socket, proved);
        return true;
      },
      onPing: (_context, payload) => emptied(payload),
      onClose: ({ extra: { socket } }) => void principals.delete(socket),
      onSubscribe: (
        { extra: { request, socket } },
        _id,
        payload,
      ): ExecutionArgs | GraphQLError[] => {
        const principal = principals.get(socket) ?? null;
        try {
          const { document } = admission.admit(payload, principal);
          const address = addressOf(request);
          const device = deviceOf(request);
          const contextValue = api.context({ principal, address, device, cookie: null });
          const { operationName, variables: variableValues } = payload;
          return { schema, document, operationName, variableValues, contextValue };
        } catch (error) {
          return refusals(error);
        }
      },
      subscribe: startStream,
      onOperation: ({ extra: { socket } }, id, asked, args, stream) =>
        stream instanceof LogStream
          ? fanout.subscribe({ asked, args, stream, outlet: new SocketOutlet(socket, id) })
          : undefined,
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors ? { ...result, errors: format(result.errors) } : undefined,
      onError: (_context, _id, _payload, list) => (isUnsent(list) ? list : format(list)),
    },
    sockets,
  );
  // ws has closed it with the fitting code, such as 1009; nothing needs to go to standard error.
  sockets.on('connection', (socket) => {
    socket.removeAllListeners('error').on('error', () => undefined);
  });
  server.on('upgrade', (request, socket, head) => {
    const reason = refusalOf(request, parts.places);
    if (reason) return turnAway(socket, reason);
    sockets.handleUpgrade(request, socket, head, (open) =>
      sockets.emit('connection', open, request),
    );
  });
  const slowReaders = () => fanout.slowReaders;
  const stop = async () => {
    const late = setTimeout(() => sockets.clients.forEach((each) => each.terminate()), PATIENCE_MS);
    await dispose();
    clearTimeout(late);
  };
  return { principals, slowReaders, stop };
}

/** Authenticates by the token in `connection_init`, otherwise by the cookie of one of our pages. */
async function prove(
  authorization: unknown,
  request: IncomingMessage,
  { authenticator, places }: SocketParts,
): Promise<Principal | 'bad' | null> {
  if (authorization != null) {
    if (typeof authorization !== 'string') return 'bad';
    return (await authenticator.byHeader(authorization)) ?? 'bad';
  }
  const token = isFromOurPage(request, places) ? tokenInCookie(request) : null;
  return token === null ? null : authenticator.bySession(token);
}

/** A pong repeats its ping's payload: serialising it would recurse as deep as it is nested. */
function emptied(payload: Record<string, unknown> | undefined): void {
  for (const key of Object.keys(payload ?? {})) delete payload?.[key];
}

function refusals(error: unknown): GraphQLError[] {
  if (error instanceof OperationRefused) return [...error.errors];
  const originalError = error instanceof Error ? error : new Error(String(error));
  return [new GraphQLError('Not admitted', { originalError })];
}

function refusalOf(request: IncomingMessage, places: OurPlaces): string | null {
  const { origin, host } = request.headers;
  if (request.url?.split('?', 1)[0] !== '/graphql') return '404 Not Found';
  if (!places.isHost(host)) return '403 Forbidden';
  return origin === undefined || places.isOrigin(origin) ? null : '403 Forbidden';
}

function turnAway(socket: Duplex, status: string): void {
  socket.on('error', () => undefined);
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
