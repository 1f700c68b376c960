import type { QueryBuilder } from 'objection';
import { symbolForms } from '../../../domain/instrument/symbol-forms.ts';
import type { TradeFilter, TradeOutcome } from '../../../ports/book-page.ts';
import type { TradeRow } from './trade-row.ts';

const NET_SIGN: Record<TradeOutcome, number> = { WIN: 1, LOSS: -1, SCRATCH: 0 };

/** Filters by equality: the name of the filter and the name of the column. */
const EQUAL = [
  ['assetClass', 'asset_class'],
  ['strategy', 'strategy'],
  ['aiModel', 'ai_model'],
] as const;

const SPANS = [
  ['openedFrom', '>=', 'opened_at'],
  ['openedTo', '<', 'opened_at'],
  ['closedFrom', '>=', 'closed_at'],
  ['closedTo', '<', 'closed_at'],
] as const;

/** Only a closed trade with a fill has an outcome. */
export function applyFilter(
  query: QueryBuilder<TradeRow, TradeRow[]>,
  filter: TradeFilter,
  postgres: boolean,
): void {
  for (const [name, column] of EQUAL) {
    const value = filter[name];
    if (value != null) void query.where(column, value);
  }
  if (filter.symbol != null) void query.whereIn('symbol', [...symbolForms(filter.symbol)]);
  if (filter.underlying != null)
    void query.whereIn('underlying', [...symbolForms(filter.underlying)]);
  for (const [name, comparison, column] of SPANS) {
    const time = filter[name];
    if (time != null) void query.where(column, comparison, time.getTime());
  }
  if (filter.status != null) void query.whereIn('status', [...filter.status]);
  if (filter.outcome != null) void query.where('net_sign', NET_SIGN[filter.outcome]);
  if (filter.tag != null) void query.whereRaw(hasTag(postgres), [filter.tag]);
  if (filter.text != null) void query.whereRaw(CONTAINS_TEXT, [containing(filter.text)]);
}

function hasTag(postgres: boolean): string {
  return postgres
    ? 'jsonb_exists(trades.tags::jsonb, ?)'
    : 'EXISTS (SELECT 1 FROM json_each(trades.tags) WHERE value = ?)';
}

/** Needs a pattern made by `containing`. */
export const CONTAINS_TEXT = `search_text LIKE ? ESCAPE '!'`;

export function containing(text: string): string {
  return `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
}
