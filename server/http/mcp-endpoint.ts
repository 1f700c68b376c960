import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Principal } from '../graphql/books/principal.ts';
import { mcpServer } from '../mcp/mcp-server.ts';
import type { McpDeps } from '../mcp/tool.ts';
import { TOOLS } from '../mcp/tools.ts';
import type { Authenticator } from './authenticator.ts';
import { addressOf, deviceOf } from './caller.ts';
import { LARGEST_BODY } from './graphql-endpoint.ts';
import type { OurPlaces } from './our-places.ts';

export interface McpParts extends McpDeps {
  readonly authenticator: Authenticator;
  readonly places: OurPlaces;
  readonly version: string;
}

const INVALID_REQUEST = -32_600;
const REFUSED = -32_001;

/**
 * `POST /mcp`: streamable HTTP without sessions and without streams, so that any server of a database answers any
 * request. A header proves who asks; a cookie never does, or any page could make a browser call tools.
 */
export function mcpEndpoint(parts: McpParts): readonly (RequestHandler | ErrorRequestHandler)[] {
  const { authenticator, places } = parts;
  const tools = TOOLS.map((make) => make(parts));
  const principals = new WeakMap<Request, Principal>();
  const admit: RequestHandler = async (request, response, next) => {
    const { origin, authorization } = request.headers;
    if (origin !== undefined && !places.isOrigin(origin)) {
      return answer(response, 403, { message: 'This origin is not ours; see PUBLIC_URL' });
    }
    if (request.method !== 'POST') {
      const message = 'POST alone: there are no sessions and no streams';
      return answer(response.set('Allow', 'POST'), 405, { message });
    }
    const found = authorization === undefined ? null : await authenticator.byHeader(authorization);
    if (!found) return challenge(response, authorization !== undefined);
    principals.set(request, found);
    next();
  };
  const serve: RequestHandler = async (request, response) => {
    const principal = principals.get(request);
    if (!principal) throw new Error('A call was not authenticated');
    if (Array.isArray(request.body)) {
      return answer(response, 400, { message: 'One message a request', code: INVALID_REQUEST });
    }
    const from = { address: addressOf(request), device: deviceOf(request) };
    const server = mcpServer(tools, { desk: parts, principal, ...from }, parts.version);
    await send(response, await exchange(server, request));
  };
  return [admit, express.json({ limit: LARGEST_BODY }), serve, unreadable(parts)];
}

/** Runs one message through the SDK's own transport. The transport is set to answer JSON alone. */
async function exchange(
  server: ReturnType<typeof mcpServer>,
  request: Request,
): Promise<globalThis.Response> {
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  const version = request.get('mcp-protocol-version');
  const headers = {
    accept: 'application/json, text/event-stream',
    'content-type': request.get('content-type') ?? '',
    ...(version !== undefined && { 'mcp-protocol-version': version }),
  };
  const asked = new globalThis.Request('http://twinbook/mcp', { method: 'POST', headers });
  try {
    const parsedBody: unknown = request.body ?? null;
    return await transport.handleRequest(asked, { parsedBody });
  } finally {
    await server.close();
  }
}

async function send(response: Response, answered: globalThis.Response): Promise<void> {
  const text = await answered.text();
  response.status(answered.status);
  if (text === '') return void response.end();
  response.type('application/json').send(text);
}

function challenge(response: Response, wasGiven: boolean): void {
  const how = wasGiven ? 'Bearer error="invalid_token"' : 'Bearer';
  const message = wasGiven
    ? 'The token is unknown, revoked or expired'
    : 'Send Authorization: Bearer TOKEN';
  answer(response.set('WWW-Authenticate', how), 401, { message });
}

function answer(
  response: Response,
  status: number,
  error: { readonly message: string; readonly code?: number },
): void {
  const body = { jsonrpc: '2.0', error: { code: REFUSED, ...error }, id: null };
  response.status(status).json(body);
}

/** Answers bodies that are too large or not JSON, and unforeseen errors. */
function unreadable({ errors }: McpDeps): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const { status, type } = error as { readonly status?: unknown; readonly type?: unknown };
    if (typeof status !== 'number' || status >= 500) {
      const { message } = errors.internal(error);
      return answer(response, 500, { message, code: -32_603 });
    }
    const message = type === 'entity.too.large' ? 'A body has at most 256 KB' : 'Not readable';
    answer(response, status, { message, code: INVALID_REQUEST });
  };
}
