import type { Cache, DataFields, Variables } from '@urql/exchange-graphcache';
import type { TradePhase, TradingMode } from '../gql/graphql.ts';

interface FiledTrade {
  __typename: 'Trade';
  id: string;
  mode: TradingMode;
  phase: TradePhase;
}

/** Whether a cached list takes new trades: same book, unfiltered, first page. */
function takes(list: Variables | null, trade: FiledTrade): boolean {
  if (list?.['mode'] !== trade.mode || list['filter'] || list['after']) return false;
  return true;
}

/**
 * Moves each trade that an event changed into the lists of its phase and out of the others. The trade's fields
 * are already in the cache by then. A list that lacks a field of a new row is loaded once more.
 */
export function fileTrades(batch: DataFields, _args: Variables, cache: Cache): void {
  const changes = batch['tradesChanged'] as { changed: FiledTrade[] | null } | null;
  const trades = changes?.changed ?? [];
  const lists = cache.inspectFields('Query').filter((field) => field.fieldName === 'trades');
  for (const list of lists) {
    const connection = cache.resolve('Query', list.fieldKey);
    if (typeof connection !== 'string') continue;
    const keys = cache.resolve(connection, 'nodes') as string[] | null;
    if (!Array.isArray(keys)) continue;
    const next = [...keys];
    for (const trade of trades) {
      if (!takes(list.arguments, trade)) continue;
      const key = cache.keyOfEntity({ __typename: 'Trade', id: trade.id });
      if (key) file(next, key, belongs(list.arguments, trade));
    }
    const same = next.length === keys.length && next.every((key, i) => key === keys[i]);
    if (!same) cache.link(connection, 'nodes', next);
  }
}

function belongs(list: Variables | null, trade: FiledTrade): boolean {
  const phase = list?.['phase'];
  return phase === undefined || phase === null || phase === trade.phase;
}

function file(keys: string[], key: string, wanted: boolean): void {
  const at = keys.indexOf(key);
  if (wanted && at < 0) keys.unshift(key);
  if (!wanted && at >= 0) keys.splice(at, 1);
}
