import { SqlForecasts } from '../../../server/adapters/database/forecasts/sql-forecasts.ts';
import { composeForecasts } from '../../../server/compose/forecasts.ts';
import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import type { ForecastInput } from '../../../server/domain/forecast/forecast-input.ts';
import type { Candle, CandleRange } from '../../../server/domain/market/candle.ts';
import type { JudgedPrice } from '../../../server/domain/price/judged-price.ts';
import type { Quote } from '../../../server/domain/market/quote.ts';
import {
  MarketDataUnavailable,
  type MarketData,
  type OfficialClose,
} from '../../../server/ports/market-data.ts';
import type { PriceReader } from '../../../server/ports/price-reader.ts';
import type { Actor } from '../../../server/ports/trading-system.ts';
import { freshBook, type FreshBook } from '../databases/fresh-book.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { FakeClock, NOON } from '../fakes/fake-clock.ts';
import { MemorySettings } from '../fakes/memory-settings.ts';
import { SeqIds } from '../fakes/seq-ids.ts';

type Asked = Pick<MarketData, 'quotes' | 'candles' | 'officialClose'>;

/** Prices as the test sets them. */
export class ForecastMarket implements Asked {
  price: Decimal | null = dec(100);
  bars: readonly Candle[] = [];
  close: Decimal | null = null;
  silent = false;
  /** If set, thrown instead of an answer. */
  broken: Error | null = null;
  asked = 0;

  constructor(private readonly clock: FakeClock) {}

  async quotes(symbols: readonly string[]): Promise<ReadonlyMap<string, Quote>> {
    this.#answer();
    const { price } = this;
    const now = this.clock.now();
    const quote = (symbol: string): Quote => ({
      ...{ assetClass: 'EQUITY', symbol, bid: price!.minus('0.01'), ask: price!.plus('0.01') },
      ...{ last: price, volume: null, source: 'simulated', delayed: false },
      ...{ sourceTime: new Date(now.getTime() - 3000), receivedAt: now },
    });
    return new Map(price ? symbols.map((symbol) => [symbol, quote(symbol)]) : []);
  }

  async candles({ from, to }: CandleRange): Promise<readonly Candle[]> {
    this.#answer();
    return this.bars.filter(({ at }) => at >= from && at < to);
  }

  async officialClose(): Promise<OfficialClose | null> {
    this.#answer();
    return this.close && { price: this.close, source: 'the exchange', sourceTime: NOON };
  }

  /** Every token has the same price, and one of its two sources counts. */
  readonly tokens: Pick<PriceReader, 'priceInfo' | 'candles'> = {
    priceInfo: async () =>
      ({
        ...{ price: this.price, asOf: new Date(this.clock.now().getTime() - 3000) },
        sources: [
          { source: 'JUPITER', accepted: true },
          { source: 'DEXSCREENER', accepted: false },
        ],
      }) as unknown as JudgedPrice,
    candles: async ({ demo }, range) => (demo ? [] : this.candles(range)),
  };

  #answer(): void {
    this.asked += 1;
    if (this.broken) throw this.broken;
    if (this.silent) throw new MarketDataUnavailable('Nobody answers');
  }
}

export const actorOf = (username: string): Actor => ({ username, role: 'USER', demo: false });

/** Two servers over one database, which record and settle forecasts of ada and bob. */
export class ForecastDesk {
  readonly clock = new FakeClock();
  readonly market = new ForecastMarket(this.clock);
  readonly settings = new MemorySettings();
  readonly store: SqlForecasts;
  readonly servers: readonly ReturnType<typeof composeForecasts>[];
  #keys = 0;

  private constructor(readonly fresh: FreshBook) {
    this.store = new SqlForecasts(fresh.knex);
    this.servers = [fresh, fresh.another()].map((each, at) => this.#server(each, at));
  }

  static async start(open?: OpenTestDatabase): Promise<ForecastDesk> {
    return new ForecastDesk(await freshBook(['ada', 'bob'], open));
  }

  #server({ book, knex }: Pick<FreshBook, 'book' | 'knex'>, at: number) {
    const { clock, settings } = this;
    const market = this.market as unknown as MarketData;
    const sources = { of: async () => market, snapshotsFor: async () => market };
    return composeForecasts(
      { databases: { paper: knex }, shared: { settings, clock, ids: new SeqIds(`s${at}-`) } },
      {
        paper: { book: book as never, sources, turns: undefined },
        prices: { reader: this.market.tokens },
      },
    );
  }

  input(parts: Partial<ForecastInput> = {}): ForecastInput {
    return {
      ...{ symbol: 'SPY', claim: 'TARGET_FIRST', level: dec(105), stop: dec(95) },
      ...{ horizon: new Date(this.clock.now().getTime() + 3_600_000), probability: 0.65 },
      ...{ verdict: 'BUY', model: 'm1', idempotencyKey: `forecast-${(this.#keys += 1)}` },
      ...parts,
    };
  }

  record(parts: Partial<ForecastInput> = {}, username = 'ada', server = 0) {
    return this.servers[server]!.api.record.execute(actorOf(username), this.input(parts));
  }

  /** Both servers look at once. */
  async settle(): Promise<void> {
    await Promise.all(this.servers.map(({ settle }) => settle.execute()));
  }

  async lines(username = 'ada') {
    const { items } = await this.fresh.book.read(username).log({ first: 500, after: null });
    return items.map(({ item }) => item).filter(({ action }) => action.includes('FORECAST'));
  }

  one(id: string, username = 'ada') {
    return this.store.one(username, id);
  }

  close(): Promise<void> {
    return this.fresh.close();
  }
}
