import { dec } from '../../../domain/decimal.ts';
import type { Mint } from '../../../domain/ids.ts';
import { grouped } from '../../../domain/grouped.ts';
import {
  CONFIDENCE_PARTS,
  type AcceptedPrice,
  type ConfidencePart,
} from '../../../domain/price/judged-price.ts';
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
const MINUTE_MS = 60_000;
const FIVE_MINUTES_MS = 5 * MINUTE_MS;

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

  async closes(
    mints: readonly Mint[],
    { from, allFrom }: { readonly from: Date; readonly allFrom: Date },
  ): Promise<ReadonlyMap<Mint, readonly AcceptedPrice[]>> {
    const rows = await tokensAmong(this.tables, mints)
      .join('price_minutes', 'price_minutes.token_id', 'tokens.id')
      .where('at', '>=', from.getTime())
      .whereNotNull('close')
      .whereRaw('(at >= ? OR at % ? = 0)', [allFrom.getTime(), FIVE_MINUTES_MS])
      .orderBy('at')
      .select<{ mint: Mint; at: number; close: string }[]>('mint', 'at', 'close');
    const byMint = grouped(rows, ({ mint }) => mint);
    return new Map([...byMint].map(([mint, own]) => [mint, own.map(acceptedFromRow)]));
  }

  #minutesOf(mints: readonly Mint[]) {
    return tokensAmong(this.tables, mints)
      .join('price_minutes', 'price_minutes.token_id', 'tokens.id')
      .select<(MinuteRow & { mint: Mint })[]>('tokens.mint', 'price_minutes.*');
  }
}

/** A close is known to have been accepted only at the minute's end. */
function acceptedFromRow({ at, close }: { at: number; close: string }): AcceptedPrice {
  return { price: dec(close), at: new Date(at + MINUTE_MS - 1) };
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
