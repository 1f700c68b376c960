import type { TradeFacts } from '../../../domain/statistics/trade-facts.ts';

/** Columns of `trades` that filters compare. */
export const FACT_COLUMNS = [
  ...['id', 'symbol', 'underlying', 'asset_class', 'strategy', 'ai_model', 'status'],
  ...['opened_at', 'closed_at', 'net_sign', 'tags'],
].map((column) => `trades.${column}`);

export interface FactsRow {
  readonly id: string;
  readonly symbol: string;
  readonly underlying: string | null;
  readonly asset_class: string;
  readonly strategy: string | null;
  readonly ai_model: string | null;
  readonly status: string;
  readonly opened_at: number | null;
  readonly closed_at: number | null;
  readonly net_sign: number | null;
  readonly tags: string;
}

export function factsFromRow(row: FactsRow): TradeFacts {
  return {
    id: row.id,
    symbol: row.symbol,
    underlying: row.underlying,
    assetClass: row.asset_class,
    strategy: row.strategy,
    aiModel: row.ai_model,
    status: row.status,
    openedAt: row.opened_at === null ? null : new Date(row.opened_at),
    closedAt: row.closed_at === null ? null : new Date(row.closed_at),
    outcome: row.net_sign,
    tags: JSON.parse(row.tags) as readonly string[],
  };
}
