import {
  occSymbol,
  optionJson,
  stamp,
  strikeJson,
  type StrikeSetting,
  type Timestamps,
  type UnderlyingSetting,
} from './orats/orats-rows.ts';
import { WireServer, type Answer, type Arrived, type Misfortune } from './wire-server.ts';

const MOST_TICKERS = 10;
const RANKS = ['iv', 'ivRank1m', 'ivPct1m', 'ivRank1y', 'ivPct1y'];
const CORES = ['clsHv30d', 'orHv30d', 'nextErn'];

export interface UnderlyingFacts {
  readonly iv?: number;
  readonly ivRank1m?: number;
  readonly ivPct1m?: number;
  readonly ivRank1y?: number;
  readonly ivPct1y?: number;
  readonly clsHv30d?: number | null;
  readonly orHv30d?: number | null;
  readonly nextErn?: string;
}

/** The part of ORATS' data API that the desk uses, over real HTTP. */
export class OratsEmulator {
  /** The access of each token: a `delayed` one gets 403 from the live product. */
  readonly tokens = new Map<string, 'live' | 'delayed'>([['orats-token', 'live']]);
  readonly token = 'orats-token';
  timestamps: Timestamps = 'iso';
  /** The (undocumented) parameter by which the live product takes OCC symbols; null if it takes none. */
  liveByOcc: 'tickers' | null = 'tickers';
  /** Fields that rows lack, as for thinly traded underlyings. */
  readonly missingFields = new Set<string>();
  now = new Date();
  #wire!: WireServer;
  readonly #strikes = new Map<string, StrikeSetting>();
  readonly #underlyings = new Map<string, UnderlyingSetting>();
  readonly #facts = new Map<string, UnderlyingFacts>();

  static async start(now?: Date): Promise<OratsEmulator> {
    const emulator = new OratsEmulator();
    if (now) emulator.now = now;
    emulator.#wire = await WireServer.listen({
      prefix: '/datav2',
      gate: (request) => emulator.#gate(request),
      routes: [
        { name: 'GET /live/strikes/monthly', handle: ({ query }) => emulator.#monthly(query) },
        { name: 'GET /strikes/options', handle: ({ query }) => emulator.#options(query) },
        { name: 'GET /live/strikes/options', handle: ({ query }) => emulator.#liveOptions(query) },
        { name: 'GET /ivrank', handle: ({ query }) => emulator.#figures(query, RANKS) },
        { name: 'GET /cores', handle: ({ query }) => emulator.#figures(query, CORES) },
      ],
    });
    return emulator;
  }

  /** The value of `ORATS_URL`. */
  get url(): string {
    return this.#wire.url;
  }

  get requests(): readonly Arrived[] {
    return this.#wire.requests;
  }

  /** Requests of `GET /live/strikes/monthly` or `GET /strikes/options` so far. */
  count(route: string): number {
    return this.#wire.count(route);
  }

  fail(route: string, misfortune: Misfortune, times = 1): void {
    this.#wire.fail(route, misfortune, times);
  }

  heal(): void {
    this.#wire.heal();
  }

  close(): Promise<void> {
    return this.#wire.close();
  }

  setStrike(setting: StrikeSetting): void {
    this.#strikes.set(`${occSymbol(setting, 'C')} ${setting.expiryTod ?? ''}`, setting);
  }

  setUnderlying(ticker: string, setting: UnderlyingSetting): void {
    this.#underlyings.set(ticker, setting);
  }

  /** Sets the figures of `ivrank` and `cores`: percent points, and the next earnings date. */
  setFigures(ticker: string, figures: UnderlyingFacts): void {
    this.#facts.set(ticker, figures);
  }

  clear(): void {
    this.#strikes.clear();
    this.#underlyings.clear();
  }

  #monthly({ ticker, expiry = '' }: Arrived['query']): Answer {
    const expiries = expiry.split(',');
    const rows = [...this.#strikes.values()]
      .filter(
        (row) => row.ticker === ticker && expiries.includes(row.expiry) && !this.#isAdjusted(row),
      )
      .map((row) => strikeJson(row, this.#stamp(row.quotedAt)));
    return data(rows);
  }

  #options({ tickers = '' }: Arrived['query']): Answer {
    const asked = tickers.split(',');
    if (asked.length > MOST_TICKERS) return { status: 400, json: { message: 'Too many tickers' } };
    return data(asked.flatMap((symbol) => this.#row(symbol) ?? []));
  }

  #liveOptions(query: Arrived['query']): Answer {
    if (this.liveByOcc === null || !query[this.liveByOcc]) {
      return { status: 400, json: { message: 'ticker is required' } };
    }
    return this.#options(query);
  }

  #figures({ ticker = '' }: Arrived['query'], names: readonly string[]): Answer {
    const facts = this.#facts.get(ticker) as Record<string, unknown> | undefined;
    const given = names.filter(
      (name) => facts?.[name] !== undefined && !this.missingFields.has(name),
    );
    const row = Object.fromEntries(given.map((name) => [name, facts?.[name]]));
    return data(facts ? [{ ticker, tradeDate: this.now.toISOString().slice(0, 10), ...row }] : []);
  }

  #row(symbol: string): object | null {
    const share = this.#underlyings.get(symbol);
    if (share) {
      const { bid, ask, stockPrice, quotedAt } = share;
      const at = this.#stamp(quotedAt);
      return { ticker: symbol, stockPrice, bid, ask, volume: 1, quoteDate: at, updatedAt: at };
    }
    for (const row of this.#strikes.values()) {
      const right = (['C', 'P'] as const).find((one) => occSymbol(row, one) === symbol);
      if (right) return optionJson(row, right, this.#stamp(row.quotedAt));
    }
    return null;
  }

  /** Adjusted roots such as `AAPL7` are not on the grid of strikes. */
  #isAdjusted({ root = '' }: StrikeSetting): boolean {
    return /\d$/.test(root);
  }

  #stamp(at = this.now): string {
    return stamp(at, this.timestamps);
  }

  #gate({ path, query }: Arrived): Answer | null {
    const right = this.tokens.get(query.token ?? '');
    if (!right) return { status: 401, json: { message: `Unknown token ${query.token}` } };
    const denied = path.startsWith('/live/') && right === 'delayed';
    return denied ? { status: 403, json: { message: `Forbidden for ${query.token}` } } : null;
  }
}

/** ORATS answers 404 when it has no rows. */
function data(rows: object[]): Answer {
  return rows.length > 0
    ? { json: { data: rows } }
    : { status: 404, json: { message: 'Not found' } };
}
