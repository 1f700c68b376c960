import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  ErrorCode,
  isJSONRPCRequest,
  type JSONRPCMessage,
  type JSONRPCRequest,
  type RequestId,
} from '@modelcontextprotocol/sdk/types.js';
import { NoAnswer, type Forwarder } from './forwarder.ts';
import { LOOK_MS, ToolListWatch } from './tool-list-watch.ts';

/** An error code that the protocol leaves to servers. */
const NO_SERVER = -32_000;

/** Passes a host's requests on to a server. When there is no answer, it says why in words. */
export class StdioBridge {
  readonly #waiting = new Map<RequestId, AbortController>();
  readonly #watch: ToolListWatch;
  #idle: () => void = () => undefined;

  /** `tell` writes a line for the person at the host; `lookMs`: how often a changing list is checked. */
  constructor(
    private readonly host: Transport,
    private readonly forwarder: Forwarder,
    private readonly tell: (line: string) => void,
    lookMs = LOOK_MS,
  ) {
    const changed = () =>
      void this.#say({ jsonrpc: '2.0', method: 'notifications/tools/list_changed' });
    this.#watch = new ToolListWatch(forwarder, changed, lookMs);
  }

  async start(): Promise<void> {
    this.host.onmessage = (message) => void this.#take(message);
    this.host.onerror = ({ message }) => this.tell(message);
    await this.host.start();
  }

  /** Ends the watch; resolves once all requests under way are answered. */
  async end(): Promise<void> {
    this.#watch.stop();
    if (this.#waiting.size > 0) await new Promise<void>((resolve) => (this.#idle = resolve));
  }

  async #take(message: JSONRPCMessage): Promise<void> {
    if (isJSONRPCRequest(message)) return this.#answer(message);
    const canceled = canceledBy(message);
    if (canceled !== null) this.#waiting.get(canceled)?.abort();
  }

  async #answer(request: JSONRPCRequest): Promise<void> {
    const { id, method } = request;
    if (method === 'ping') return this.#say({ jsonrpc: '2.0', id, result: {} });
    const canceled = new AbortController();
    this.#waiting.set(id, canceled);
    const answer = await this.#forward(request, canceled.signal);
    if (!canceled.signal.aborted) await this.#say(answer);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#idle();
  }

  async #forward(request: JSONRPCRequest, signal: AbortSignal): Promise<JSONRPCMessage> {
    const { id, method } = request;
    try {
      const answer = await this.forwarder.send(request, signal);
      if (method === 'tools/list') this.#watch.seen(answer);
      return method === 'initialize' ? withListChanges(answer) : answer;
    } catch (error) {
      if (signal.aborted) return { jsonrpc: '2.0', id, result: {} };
      const known = error instanceof NoAnswer;
      const message = known ? error.message : `The bridge has failed: ${String(error)}`;
      this.tell(message);
      return {
        jsonrpc: '2.0',
        id,
        error: { code: known ? NO_SERVER : ErrorCode.InternalError, message },
      };
    }
  }

  #say(message: JSONRPCMessage): Promise<void> {
    return this.host.send(message);
  }
}

function canceledBy(message: JSONRPCMessage): RequestId | null {
  if (!('method' in message) || message.method !== 'notifications/cancelled') return null;
  const { requestId } = (message.params ?? {}) as { readonly requestId?: RequestId };
  return requestId ?? null;
}

/** Over stdio, unlike HTTP, the bridge can announce a change of the tool list. */
function withListChanges(answer: JSONRPCMessage): JSONRPCMessage {
  if (!('result' in answer)) return answer;
  const { capabilities } = answer.result as { readonly capabilities?: object };
  const result = {
    ...answer.result,
    capabilities: { ...capabilities, tools: { listChanged: true } },
  };
  return { ...answer, result };
}
