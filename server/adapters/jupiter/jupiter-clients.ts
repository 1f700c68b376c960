import { JsonHost, type JsonHostOptions } from '../wire/json-host.ts';
import { MinuteCount } from '../wire/minute-count.ts';
import { realTime } from '../wire/real-time.ts';

/** Requests a minute until Jupiter states its limit: the least that any plan's key has, and without a key. */
const FREE = 60;
const KEYLESS = 30;

type Shared = Pick<JsonHostOptions, 'baseUrl' | 'clock' | 'log' | 'pulse' | 'timeoutMs' | 'time'>;

/** One client per key, however many users share it: Jupiter counts prices, tokens and quotes of a key together. */
export class JupiterClients {
  readonly #clients = new Map<string | null, JsonHost>();
  readonly #sent = new Map<string | null, MinuteCount>();

  constructor(private readonly shared: Shared) {}

  /** `apiKey` null: Jupiter also serves requests without a key. */
  of(apiKey: string | null): JsonHost {
    const client = this.#clients.get(apiKey) ?? this.#made(apiKey);
    this.#clients.set(apiKey, client);
    return client;
  }

  /** Counts swaps sent with a key. Jupiter counts them apart and allows more of them than a desk sends. */
  sentBy(apiKey: string | null): MinuteCount {
    const sent = this.#sent.get(apiKey) ?? new MinuteCount(this.shared.time ?? realTime);
    this.#sent.set(apiKey, sent);
    return sent;
  }

  #made(apiKey: string | null): JsonHost {
    return new JsonHost({
      ...this.shared,
      name: 'Jupiter',
      headers: apiKey === null ? {} : { 'x-api-key': apiKey },
      secret: apiKey,
      allowance: apiKey === null ? KEYLESS : FREE,
    });
  }
}
