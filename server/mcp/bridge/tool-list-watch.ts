import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import type { Forwarder } from './forwarder.ts';

/** Set in the list's `_meta` when the list changes with arming and disarming, so that it is worth checking. */
export const VARIES = 'twinbook/varies';

export const LOOK_MS = 3_000;

/**
 * Notices when the tools on offer have changed since the host last listed them. It asks for the list again: a
 * subscription would make the server look each second, need a second connection, and fail behind some
 * proxies. Only a token that may trade REAL has a list that changes; for other tokens it asks nothing.
 */
export class ToolListWatch {
  #known: string | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly forwarder: Forwarder,
    private readonly changed: () => void,
    private readonly everyMs: number,
  ) {}

  /** Call with each answer to the host's own request for the list. */
  seen(answer: JSONRPCMessage): void {
    const list = listIn(answer);
    if (!list) return;
    this.#known = list.names;
    if (list.varies) this.#timer ??= setInterval(() => void this.#look(), this.everyMs).unref();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Ignores a server that does not answer: the host's own next request shows that. */
  async #look(): Promise<void> {
    const before = this.#known;
    const request = { jsonrpc: '2.0', id: 'tools', method: 'tools/list' } as const;
    const list = listIn(await this.forwarder.send(request).catch(() => null));
    if (!list || list.names === this.#known || before !== this.#known) return;
    this.#known = list.names;
    this.changed();
  }
}

function listIn(answer: JSONRPCMessage | null) {
  if (!answer || !('result' in answer)) return null;
  const { tools, _meta } = answer.result as {
    readonly tools?: readonly { readonly name: string }[];
    readonly _meta?: Readonly<Record<string, unknown>>;
  };
  if (!tools) return null;
  return { names: tools.map(({ name }) => name).join(' '), varies: _meta?.[VARIES] === true };
}
