import type { JSONRPCMessage, JSONRPCRequest } from '@modelcontextprotocol/sdk/types.js';

/** The address of a server, and the token to use there. */
export interface ServerAddress {
  readonly url: string;
  readonly token: string;
}

/** The reason why the server gave no answer, in words for the person at the host. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

const PATIENCE_MS = 60_000;

/** Sends requests to `POST /mcp` with the token, each on its own: the server keeps no session. */
export class Forwarder {
  #protocol: string | null = null;

  /** A text instead of an address says why there is no address. */
  constructor(private readonly address: ServerAddress | string) {}

  /** @throws {NoAnswer} */
  async send(request: JSONRPCRequest, canceled?: AbortSignal): Promise<JSONRPCMessage> {
    const { address } = this;
    if (typeof address === 'string') throw new NoAnswer(address);
    const { status, text } = await this.#post(address, request, canceled);
    const answer = messageIn(text);
    if (answer === null || !('id' in answer) || answer.id !== request.id) {
      throw new NoAnswer(wordsOf(status, address, answer));
    }
    if (request.method === 'initialize') this.#protocol = protocolIn(answer);
    return answer;
  }

  async #post({ url, token }: ServerAddress, request: JSONRPCRequest, canceled?: AbortSignal) {
    const late = AbortSignal.timeout(PATIENCE_MS);
    try {
      const response = await fetch(`${url}/mcp`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          authorization: `Bearer ${token}`,
          ...(this.#protocol !== null && { 'mcp-protocol-version': this.#protocol }),
        },
        body: JSON.stringify(request),
        signal: canceled ? AbortSignal.any([late, canceled]) : late,
      });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      if (late.aborted) throw new NoAnswer(`${url} has not answered for a minute. ${LOST}`);
      throw new NoAnswer(unreachable(url, error));
    }
  }
}

const LOST =
  'What was asked may have been done or not: the very same call again is done once, or look at trades.';

/** Codes with which nothing was sent. An error without a code means that fetch has not even tried. */
const NOT_SENT = new Set<unknown>([
  ...[undefined, 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  'UND_ERR_CONNECT_TIMEOUT',
]);

function unreachable(url: string, error: unknown): string {
  const { cause } = error as { readonly cause?: { readonly code?: unknown } };
  if (NOT_SENT.has(cause?.code)) {
    return `No Twinbook server is at ${url}. Start one with npm start, or say in TWINBOOK_URL where it is.`;
  }
  return `The connection to ${url} broke before the answer came. ${LOST}`;
}

function wordsOf(status: number, { url }: ServerAddress, answer: JSONRPCMessage | null): string {
  if (status === 401) {
    return `The server at ${url} does not know the token in TWINBOOK_TOKEN: it is wrong, revoked or expired. Make one on the dashboard, under Settings.`;
  }
  const told = answer && 'error' in answer ? answer.error.message : null;
  return told === null
    ? `What answers at ${url} with HTTP ${status} is no Twinbook server, or not one now.`
    : `The server at ${url} refused it: ${told}.`;
}

function messageIn(text: string): JSONRPCMessage | null {
  try {
    const parsed: unknown = JSON.parse(text);
    const isObject = typeof parsed === 'object' && parsed !== null;
    return isObject ? (parsed as JSONRPCMessage) : null;
  } catch {
    return null;
  }
}

function protocolIn(answer: JSONRPCMessage): string | null {
  if (!('result' in answer)) return null;
  const { protocolVersion } = answer.result;
  return typeof protocolVersion === 'string' ? protocolVersion : null;
}
