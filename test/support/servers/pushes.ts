import type { Client } from 'graphql-ws';
import type { ApiClient } from './api-client.ts';
import { until } from '../values/until.ts';

/** What one subscription has received so far, over its own socket. */
export class Pushes<T> {
  readonly all: T[] = [];
  /** The answer that refused or ended it; null while it runs. */
  refusal: unknown = null;
  #stop: () => void = () => undefined;

  private constructor(private readonly client: Client) {}

  /** Resolves when the socket is connected; the subscription itself starts a moment later. */
  static async open<T>(
    api: ApiClient,
    token: string,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Pushes<T>> {
    const { client } = api.socket({ authorization: `Bearer ${token}` });
    await new Promise<void>((resolve) => client.on('connected', () => resolve()));
    const pushes = new Pushes<T>(client);
    pushes.#stop = client.subscribe<Record<string, T>>(
      { query, variables },
      {
        next: ({ data, errors }) => {
          if (errors) pushes.refusal = errors;
          else if (data) pushes.all.push(...Object.values(data));
        },
        error: (error) => (pushes.refusal = error),
        complete: () => undefined,
      },
    );
    return pushes;
  }

  /** The first matching message, among those received and those to come. */
  async one(what: string, wanted: (message: T) => boolean, within = 30_000): Promise<T> {
    return until(
      `a push: ${what}`,
      () => {
        if (this.refusal) throw new Error(JSON.stringify(this.refusal));
        return this.all.find(wanted);
      },
      { within, every: 20 },
    );
  }

  async close(): Promise<void> {
    this.#stop();
    await this.client.dispose();
  }
}
