import { TradierClient, type TradierClientOptions } from './tradier-client.ts';

/**
 * One client per token and host, however many users, brokers and feeds share the token: Tradier counts
 * requests by token, so the budget must too.
 */
export class TradierClients {
  readonly #clients = new Map<string, TradierClient>();

  constructor(private readonly shared: Omit<TradierClientOptions, 'baseUrl' | 'token'>) {}

  of(baseUrl: string, token: string): TradierClient {
    const key = `${baseUrl} ${token}`;
    const client = this.#clients.get(key) ?? new TradierClient({ ...this.shared, baseUrl, token });
    this.#clients.set(key, client);
    return client;
  }
}
