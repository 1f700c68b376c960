import { GENESIS, type EmulatedChain } from './solana/emulated-chain.ts';
import { METHODS, RpcRefusal, type RpcView } from './solana/rpc-methods.ts';
import { WireServer, type Answer, type Arrived, type Misfortune } from './wire-server.ts';

/** Solana’s JSON-RPC over an emulated chain. Its routes are named by their methods: `getBalance`. */
export class SolanaRpcEmulator implements RpcView {
  genesis = GENESIS;
  behind = 0n;
  history = true;
  readonly denied = new Set<string>();
  /** The key in the URL's path, as providers have it. */
  readonly key = 'rpc-key-5f1e';
  #wire!: WireServer;

  private constructor(readonly chain: EmulatedChain) {}

  static async start(chain: EmulatedChain): Promise<SolanaRpcEmulator> {
    const emulator = new SolanaRpcEmulator(chain);
    emulator.#wire = await WireServer.listen({
      prefix: `/${emulator.key}`,
      nameOf: methodOf,
      routes: Object.keys(METHODS).map((name) => ({
        name,
        handle: (request: Arrived) => emulator.#answer(name, request),
      })),
    });
    return emulator;
  }

  /** The value of `SOLANA_RPC_URL`. */
  get url(): string {
    return this.#wire.url;
  }

  get requests(): readonly Arrived[] {
    return this.#wire.requests;
  }

  count(method: string): number {
    return this.#wire.count(method);
  }

  /** The next requests of a method meet this; `*` is any method. */
  fail(method: string, misfortune: Misfortune, times = 1): void {
    this.#wire.fail(method, misfortune, times);
  }

  heal(): void {
    this.#wire.heal();
    this.behind = 0n;
    this.history = true;
    this.genesis = GENESIS;
    this.denied.clear();
  }

  close(): Promise<void> {
    return this.#wire.close();
  }

  #answer(method: string, { body }: Arrived): Answer {
    const { id, params = [] } = JSON.parse(body) as { id: number; params?: unknown[] };
    try {
      return { json: { jsonrpc: '2.0', id, result: METHODS[method]!(this, params) } };
    } catch (error) {
      // A node answers this code to parameters that it cannot read.
      const { code } = error instanceof RpcRefusal ? error : { code: -32602 };
      const { message } = error as Error;
      return { json: { jsonrpc: '2.0', id, error: { code, message } } };
    }
  }
}

/** An error as a node answers it. */
export function rpcError(code: number, message = 'Node is behind'): Misfortune {
  return { json: { jsonrpc: '2.0', id: null, error: { code, message } } };
}

function methodOf(body: string): string {
  return (JSON.parse(body) as { method: string }).method;
}
