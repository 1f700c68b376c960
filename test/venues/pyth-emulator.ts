import { PYTH_FEEDS } from '../../server/adapters/pyth/pyth-feeds.ts';
import { EMULATED_TOKENS, type EmulatedToken } from './tokens/emulated-token.ts';
import { WireServer, type Answer, type Arrived, type Misfortune } from './wire-server.ts';

const LATEST = 'GET /v2/updates/price/latest';
const EXPO = -10;
/** The fraction of the price by which honest publishers differ. */
const HONEST_CONF = 0.0005;

export interface PythUpdate {
  readonly id: string;
  readonly price: {
    readonly price: string;
    readonly conf: string;
    readonly expo: number;
    readonly publish_time: number;
  };
  readonly [more: string]: unknown;
}

/** Hermes' route of latest prices, over real HTTP. */
export class PythEmulator {
  /** The key that requests need; null if they need none, as at one's own Hermes. */
  key: string | null = null;
  /** Requests in ten seconds; more are refused for a minute. */
  limit = 30;
  /** Epoch milliseconds; a test may run it faster. */
  now: () => number = Date.now;
  #taken: number[] = [];
  #refusedUntil = 0;
  readonly #tokens = new Map<string, EmulatedToken>();
  readonly #twisted = new Map<string, (honest: PythUpdate) => unknown>();
  #wire!: WireServer;

  static async start(tokens = EMULATED_TOKENS): Promise<PythEmulator> {
    const emulator = new PythEmulator();
    for (const token of tokens) emulator.list(token);
    emulator.#wire = await WireServer.listen({
      prefix: '',
      gate: (request) => emulator.#gate(request),
      now: () => emulator.now(),
      routes: [{ name: LATEST, handle: ({ search }) => emulator.#latest(search) }],
    });
    return emulator;
  }

  /** The value of `PYTH_URL`. */
  get url(): string {
    return this.#wire.url;
  }

  get requests(): readonly Arrived[] {
    return this.#wire.requests;
  }

  fail(misfortune: Misfortune, times = 1): void {
    this.#wire.fail(LATEST, misfortune, times);
  }

  heal(): void {
    this.#wire.heal();
    this.#twisted.clear();
  }

  close(): Promise<void> {
    return this.#wire.close();
  }

  /** Publishes a token's price, or changes it, if the token has a feed. */
  list(token: EmulatedToken): void {
    const feed = PYTH_FEEDS.get(token.mint);
    if (feed) this.#tokens.set(feed, token);
  }

  /** Changes a mint's update by `into` from now on; a result of undefined leaves the update out. */
  twist(mint: string, into: (honest: PythUpdate) => unknown): void {
    this.#twisted.set(PYTH_FEEDS.get(mint) ?? mint, into);
  }

  #latest(search: URLSearchParams): Answer {
    const ids = search.getAll('ids[]').map((id) => id.replace(/^0x/, ''));
    if (ids.some((id) => !/^[0-9a-f]{64}$/.test(id))) return { status: 400, text: 'Invalid id' };
    const unknown = ids.filter((id) => !this.#tokens.has(id));
    if (unknown.length > 0 && search.get('ignore_invalid_price_ids') !== 'true')
      return {
        status: 404,
        text: `Price ids not found: ${unknown.map((id) => `0x${id}`).join(', ')}`,
      };
    const parsed = ids.flatMap((id) => this.#update(id));
    const binary = { encoding: 'hex', data: ['504e4155'] };
    return { json: search.get('parsed') === 'false' ? { binary } : { binary, parsed } };
  }

  #update(id: string): readonly unknown[] {
    const token = this.#tokens.get(id);
    if (!token) return [];
    const publish_time = Math.floor(this.now() / 1_000);
    const price = {
      price: inUnits(token.price),
      conf: inUnits(token.price * HONEST_CONF),
      ...{ expo: EXPO, publish_time },
    };
    const metadata = { slot: 290_000_000, proof_available_time: publish_time + 1 };
    const honest = { id, price, ema_price: price, metadata };
    const told = this.#twisted.has(id) ? this.#twisted.get(id)!(honest) : honest;
    return told === undefined ? [] : [told];
  }

  #gate({ token }: Arrived): Answer | null {
    if (this.key !== null && token !== this.key) return { status: 401, text: 'unauthorized' };
    const now = this.now();
    this.#taken = [...this.#taken.filter((at) => at > now - 10_000), now];
    if (this.#taken.length > this.limit) this.#refusedUntil = now + 60_000;
    return now < this.#refusedUntil ? { status: 429, text: 'Too Many Requests' } : null;
  }
}

function inUnits(dollars: number): string {
  return String(Math.round(dollars * 10 ** -EXPO));
}
