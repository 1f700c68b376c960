import { EMULATED_TOKENS, type EmulatedToken } from './tokens/emulated-token.ts';
import {
  BAD_KEY,
  OPAQUE,
  orderJson,
  priceJson,
  quoteJson,
  swapBetween,
  tokenJson,
  type EmulatedSwap,
} from './tokens/jupiter-wire.ts';
import type { EmulatedSwaps } from './solana/emulated-swaps.ts';
import { SlidingQuota } from './tokens/sliding-quota.ts';
import { WireServer, type Answer, type Arrived, type Misfortune } from './wire-server.ts';

const MOST_PRICES = 50;
const KEYLESS = 30;
const SLOT_MS = 400;

/** Fields that replace those of a token's entry in an answer about prices; null leaves the entry out. */
type Spoiled = Readonly<Record<string, unknown>> | null;

/** The part of Jupiter's API that the desk reads, over real HTTP. It executes nothing. */
export class JupiterEmulator {
  readonly key = 'jup_emulated';
  /** Allowed requests a minute, by key. */
  readonly plans = new Map<string, number>([[this.key, 60]]);
  keyless = KEYLESS;
  readonly quota = new SlidingQuota();
  platformFeeBps = 10;
  /** If true, V2's `priceImpact` is a ratio, as it was in V1. */
  impactAsRatio = false;
  /** V1's error by mint, for tokens without a route. V2 answers an opaque 500, as for all it cannot trade. */
  readonly unroutable = new Map<string, string>();
  /** A swap of less than these dollars has no route. */
  leastUsd = 0.01;
  /** Answers about prices lag by this many slots. */
  slotsBehind = 0;
  now = () => Date.now();
  readonly #tokens = new Map<string, EmulatedToken>();
  readonly #spoiled = new Map<string, Spoiled>();
  readonly #rows = new Map<string, Readonly<Record<string, unknown>>>();
  #swaps: EmulatedSwaps | null = null;
  #wire!: WireServer;

  static async start(tokens = EMULATED_TOKENS): Promise<JupiterEmulator> {
    const emulator = new JupiterEmulator();
    for (const token of tokens) emulator.list(token);
    emulator.#wire = await WireServer.listen({
      prefix: '',
      gate: (request) => emulator.#gate(request),
      headersFor: (request) => emulator.#headers(request),
      now: () => emulator.quota.now(),
      routes: [
        { name: 'GET /price/v3', handle: ({ query }) => emulator.#prices(query) },
        { name: 'GET /tokens/v2/search', handle: ({ query }) => emulator.#search(query) },
        { name: 'GET /swap/v2/order', handle: ({ query }) => emulator.#order(query) },
        { name: 'POST /swap/v2/execute', handle: ({ body }) => emulator.#execute(body) },
        { name: 'GET /swap/v1/quote', handle: ({ query }) => emulator.#quote(query) },
      ],
    });
    return emulator;
  }

  /** Gives orders with a taker a transaction from now on. */
  trade(swaps: EmulatedSwaps): void {
    this.#swaps = swaps;
  }

  /** How orders are made and executed. */
  get swaps(): EmulatedSwaps {
    if (!this.#swaps) throw new Error('it trades on no chain');
    return this.#swaps;
  }

  /** The value of `JUPITER_URL`. */
  get url(): string {
    return this.#wire.url;
  }

  get requests(): readonly Arrived[] {
    return this.#wire.requests;
  }

  count(route: string): number {
    return this.#wire.count(route);
  }

  fail(route: string, misfortune: Misfortune, times = 1): void {
    this.#wire.fail(route, misfortune, times);
  }

  heal(): void {
    this.#wire.heal();
    this.#spoiled.clear();
    this.#rows.clear();
    this.unroutable.clear();
    this.impactAsRatio = false;
    this.slotsBehind = 0;
  }

  close(): Promise<void> {
    return this.#wire.close();
  }

  /** Lists a token, or replaces its data. */
  list(token: EmulatedToken): void {
    this.#tokens.set(token.mint, token);
  }

  unlist(mint: string): void {
    this.#tokens.delete(mint);
  }

  /** Makes a token's price `factor` times the true one; quotes stay honest. */
  misprice(mint: string, factor: number): void {
    const { price = Number.NaN } = this.#tokens.get(mint) ?? {};
    this.spoil(mint, { usdPrice: price * factor });
  }

  /** Replaces fields of a token's entry among prices; `undefined` leaves a field out, null the whole entry. */
  spoil(mint: string, fields: Spoiled): void {
    this.#spoiled.set(mint, fields);
  }

  /** Replaces fields of a token's row among tokens; `undefined` leaves a field out. */
  describe(mint: string, fields: Readonly<Record<string, unknown>>): void {
    this.#rows.set(mint, fields);
  }

  #prices({ ids = '' }: Arrived['query']): Answer {
    const mints = ids.split(',').filter((mint) => mint !== '');
    if (mints.length > MOST_PRICES) {
      return { status: 400, json: { error: `Too many ids, the most is ${MOST_PRICES}` } };
    }
    const blockId = Math.floor(this.now() / SLOT_MS) - this.slotsBehind;
    const entries = mints.flatMap((mint) => {
      const token = this.#tokens.get(mint);
      const spoiled = this.#spoiled.get(mint);
      if (!token || spoiled === null) return [];
      return [[mint, { ...priceJson(token, blockId), ...spoiled }]];
    });
    return { json: Object.fromEntries(entries) as object };
  }

  #search({ query = '' }: Arrived['query']): Answer {
    const asked = query.split(',');
    const named = (text: string) => text.toLowerCase().includes(query.toLowerCase());
    const found = [...this.#tokens.values()].filter(
      ({ mint, ticker, name }) => asked.includes(mint) || named(ticker) || named(name),
    );
    const rows = found.map((token) => ({ ...tokenJson(token), ...this.#rows.get(token.mint) }));
    return { json: rows };
  }

  #order(query: Arrived['query']): Answer {
    const swap = this.#swap(query);
    if (typeof swap === 'string') return OPAQUE;
    const json = orderJson(swap);
    const said = this.impactAsRatio ? { ...json, priceImpact: -swap.impactRatio } : json;
    if (query['taker'] === undefined || !this.#swaps) return { json: said };
    return { json: this.#swaps.order(said, query) };
  }

  #execute(body: string): Answer {
    return this.#swaps?.execute(body) ?? { status: 404 };
  }

  #quote(query: Arrived['query']): Answer {
    const swap = this.#swap(query);
    if (typeof swap !== 'string') return { json: quoteJson({ ...swap, platformFeeBps: 0 }) };
    return { status: 400, json: { error: `Could not quote: ${swap}`, errorCode: swap } };
  }

  /** A swap, or V1's error code when it cannot be traded. */
  #swap(query: Arrived['query']): EmulatedSwap | string {
    const { inputMint = '', outputMint = '' } = query;
    const [input, output] = [this.#tokens.get(inputMint), this.#tokens.get(outputMint)];
    const refused = this.unroutable.get(inputMint) ?? this.unroutable.get(outputMint);
    if (refused) return refused;
    if (!input || !output) return 'TOKEN_NOT_TRADABLE';
    const usd = (Number(query['amount']) / 10 ** input.decimals) * input.price;
    if (usd < this.leastUsd) return 'NO_ROUTES_FOUND';
    return swapBetween(input, output, query, this.platformFeeBps);
  }

  #gate({ headers }: Arrived): Answer | null {
    const key = headers['x-api-key'];
    if (key === undefined) return this.quota.take('', this.keyless);
    const limit = this.plans.get(String(key));
    return limit === undefined ? BAD_KEY : this.quota.take(String(key), limit);
  }

  /** Headers of an answer; only 200 and 429 have those of the quota. */
  #headers({ headers, status }: Arrived): Record<string, string> {
    const key = String(headers['x-api-key'] ?? '');
    const limit = key === '' ? this.keyless : this.plans.get(key);
    const id = { 'x-api-gateway-request-id': 'req-1' };
    if (limit === undefined || (status !== 200 && status !== 429)) return id;
    return { ...id, ...this.quota.headers(key, limit) };
  }
}
