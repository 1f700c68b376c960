import { dec } from '../../../domain/decimal.ts';
import type { Mint } from '../../../domain/ids.ts';
import { CONFIDENCE_PARTS, type ConfidencePart } from '../../../domain/price/judged-price.ts';
import type { PriceMinute, PriceMinutes } from '../../../ports/price-rounds.ts';
import { chunksOf } from '../sql/chunks.ts';
import { idsOf, tokensAmong, type MarketTables } from './token-ids.ts';

type MinuteRow = Readonly<Record<ConfidencePart | 'confidence', number>> & {
  readonly at: number;
  readonly open: string | null;
  readonly high: string | null;
  readonly low: string | null;
  readonly close: string | null;
};

const THOUSANDTHS = 1_000;

export class SqlPriceMinutes implements PriceMinutes {
  constructor(private readonly tables: MarketTables) {}

  async beginning(at: Date, mints: readonly Mint[]): Promise<ReadonlyMap<Mint, PriceMinute>> {
    const rows = await this.#minutesOf(mints).where('at', at.getTime());
    return new Map(rows.map((row) => [row.mint, minuteFromRow(row.mint, row)]));
  }

  async put(minutes: readonly PriceMinute[]): Promise<void> {
    if (minutes.length === 0) return;
    const ids = await idsOf(
      this.tables,
      minutes.map(({ mint }) => mint),
    );
    const rows = minutes.map((each) => ({ token_id: ids.get(each.mint), ...minuteToRow(each) }));
    for (const some of chunksOf(rows))
      await this.tables.knex('price_minutes').insert(some).onConflict(['token_id', 'at']).merge();
  }

  async between(mint: Mint, from: Date, to: Date): Promise<readonly PriceMinute[]> {
    const rows = await this.#minutesOf([mint])
      .where('at', '>=', from.getTime())
      .where('at', '<', to.getTime())
      .orderBy('at');
    return rows.map((row) => minuteFromRow(mint, row));
  }

  #minutesOf(mints: readonly Mint[]) {
    return tokensAmong(this.tables, mints)
      .join('price_minutes', 'price_minutes.token_id', 'tokens.id')
      .select<(MinuteRow & { mint: Mint })[]>('tokens.mint', 'price_minutes.*');
  }
}

function minuteToRow({ at, bar, confidence, parts }: PriceMinute): MinuteRow {
  const scores = CONFIDENCE_PARTS.map((part) => [part, thousandths(parts[part])] as const);
  return {
    ...(Object.fromEntries(scores) as Record<ConfidencePart, number>),
    at: at.getTime(),
    confidence: thousandths(confidence),
    open: bar?.open.toFixed() ?? null,
    high: bar?.high.toFixed() ?? null,
    low: bar?.low.toFixed() ?? null,
    close: bar?.close.toFixed() ?? null,
  };
}

function minuteFromRow(mint: Mint, row: MinuteRow): PriceMinute {
  const { open, high, low, close } = row;
  const scores = CONFIDENCE_PARTS.map((part) => [part, row[part] / THOUSANDTHS] as const);
  const bar =
    open === null
      ? null
      : { open: dec(open), high: dec(high!), low: dec(low!), close: dec(close!) };
  return {
    ...{ mint, at: new Date(row.at), bar, confidence: row.confidence / THOUSANDTHS },
    parts: Object.fromEntries(scores) as Record<ConfidencePart, number>,
  };
}

function thousandths(fraction: number): number {
  return Math.round(fraction * THOUSANDTHS);
}
