import { dec } from '../../domain/decimal.ts';
import type { Mint } from '../../domain/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { OraclePrice, Told, TokenOracle, TokenUrgency } from '../../ports/token-market.ts';
import type { JsonHost } from '../wire/json-host.ts';
import { untold } from '../wire/told.ts';
import { PYTH_FEEDS } from './pyth-feeds.ts';
import { updateRow, updatesReply, type UpdatePrice } from './pyth-schema.ts';

const LATEST = '/v2/updates/price/latest';

type Parameter = [name: string, value: string];
/** With these, a feed that Hermes does not know does not lose the other feeds. */
const TERMS: readonly Parameter[] = [
  ['parsed', 'true'],
  ['ignore_invalid_price_ids', 'true'],
];

/** Pyth's latest prices of the mints that have a feed: what exchanges and market makers publish, and how sure they are. */
export class PythPrices implements TokenOracle {
  constructor(
    private readonly host: JsonHost,
    private readonly clock: Clock,
    private readonly feeds = PYTH_FEEDS,
  ) {}

  async oraclePrices(
    mints: readonly Mint[],
    urgency: TokenUrgency,
  ): Promise<ReadonlyMap<Mint, Told<OraclePrice>>> {
    // Sorted, so that equal sets of mints make the same request.
    const asked = [...new Set(mints)].filter((mint) => this.feeds.has(mint)).sort();
    if (asked.length === 0) return new Map();
    try {
      return await this.#latest(asked, urgency);
    } catch (error) {
      const none = untold(error, this.clock.now());
      return new Map(asked.map((mint) => [mint, none]));
    }
  }

  async #latest(mints: readonly Mint[], urgency: TokenUrgency) {
    const ids = mints.map((mint): Parameter => ['ids[]', this.feeds.get(mint)!]);
    const { json, receivedAt } = await this.host.get(LATEST, [...ids, ...TERMS], urgency);
    const reply = updatesReply.safeParse(json);
    const { read, unread } = this.host.rows.of(
      LATEST,
      updateRow,
      reply.success ? reply.data.parsed : [],
    );
    const byFeed = new Map(read.map((row) => [row.id, row.price]));
    const why = reply.success && unread.length === 0 ? 'ABSENT' : 'MALFORMED';
    const told = mints.map((mint): [Mint, Told<OraclePrice>] => {
      const row = byFeed.get(this.feeds.get(mint)!);
      return [mint, row ? { value: priceIn(row), receivedAt } : { value: null, why, receivedAt }];
    });
    return new Map(told);
  }
}

function priceIn({ price, conf, expo, publish_time }: UpdatePrice): OraclePrice {
  const unit = dec(10).pow(expo);
  return {
    price: dec(price).times(unit),
    confidence: dec(conf).times(unit),
    publishedAt: new Date(publish_time * 1_000),
  };
}
