import type { Knex } from 'knex';
import { dec } from '../../../domain/decimal.ts';
import type { Candle } from '../../../domain/market/candle.ts';
import type { BarsKey, SeenBars, SeenSpan } from '../../../ports/seen-bars.ts';
import { retryTransient } from '../sql/retry-transient.ts';

/** Time, prices and volume of a bar, money as text. */
type KeptBar = readonly [number, string, string, string, string, string | null];

interface SeenRow {
  readonly source: string;
  readonly symbol: string;
  readonly interval: string;
  readonly span_from: number;
  readonly whole: number;
  readonly body: string;
}

const KEY = ['source', 'symbol', 'interval', 'span_from'];

export class SqlSeenBars implements SeenBars {
  constructor(private readonly knex: Knex) {}

  async of(key: BarsKey, from: Date, to: Date): Promise<readonly SeenSpan[]> {
    const rows = await this.knex<SeenRow>('seen_bars')
      .where(keyOf(key))
      .where('span_from', '>=', from.getTime())
      .where('span_from', '<', to.getTime())
      .orderBy('span_from');
    return rows.map(({ span_from, whole, body }) => ({
      ...{ from: new Date(span_from), whole: whole === 1 },
      bars: (JSON.parse(body) as KeptBar[]).map(candleOf),
    }));
  }

  async put(key: BarsKey, spans: readonly SeenSpan[]): Promise<void> {
    for (const { from, whole, bars } of spans) {
      const body = JSON.stringify(bars.map(keptOf));
      const row = { ...keyOf(key), span_from: from.getTime(), whole: whole ? 1 : 0, body };
      await retryTransient(async () => {
        await this.knex('seen_bars').insert(row).onConflict(KEY).merge();
      });
    }
  }
}

function keyOf({ source, symbol, interval }: BarsKey) {
  return { source, symbol, interval };
}

function keptOf({ at, open, high, low, close, volume }: Candle): KeptBar {
  const prices = [open, high, low, close].map((price) => price.toFixed());
  const [first, top, bottom, last] = prices as [string, string, string, string];
  return [at.getTime(), first, top, bottom, last, volume?.toFixed() ?? null];
}

function candleOf([at, open, high, low, close, volume]: KeptBar): Candle {
  return {
    ...{ at: new Date(at), open: dec(open), high: dec(high), low: dec(low), close: dec(close) },
    volume: volume === null ? null : dec(volume),
  };
}
