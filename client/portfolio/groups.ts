import { ASSETS } from '../lib/asset-class.ts';
import type { TradeRowFragment } from '../gql/graphql.ts';
import { exact, sumKnown, type Exact } from '../lib/exact.ts';
import { instrumentName, root, underlyingName } from '../lib/instrument.ts';
import { expiryName } from '../lib/times.ts';
import { bySeverity, severityOf } from './severity.ts';

export type Grouping = 'need' | 'kind' | 'underlying' | 'expiry' | 'strategy';
export type SortKey = 'none' | 'symbol' | 'pnl' | 'age';

export interface Group {
  name: string;
  trades: TradeRowFragment[];
  pnl: Exact;
  notCounted: number;
}

const LAST = '\uffff';
const KINDS = {
  OPTION: { name: 'Options', order: '1' },
  EQUITY: { name: 'Shares', order: '2' },
  TOKEN: { name: 'Tokens', order: '3' },
} as const;

function groupName(trade: TradeRowFragment, by: Grouping): { name: string; order: string } {
  switch (by) {
    case 'need':
      if (severityOf(trade) !== 'well') return { name: 'Needs attention or waiting', order: '0' };
      return KINDS[trade.assetClass];
    case 'kind':
      return KINDS[trade.assetClass];
    case 'underlying':
      return { name: underlyingName(trade), order: root(trade) };
    case 'expiry':
      return trade.expiration
        ? { name: expiryName(trade.expiration), order: trade.expiration }
        : { name: 'No expiry', order: LAST };
    case 'strategy': {
      const name = trade.context.strategy ?? 'By hand';
      return { name, order: trade.context.strategy ?? LAST };
    }
  }
}

/** Whether a trade has every word of a filter, such as `tokens`; `<30d`: it expires in less than 30 days. */
export function matches(trade: TradeRowFragment, text: string, daysLeft: number | null): boolean {
  const said = [instrumentName(trade), trade.symbol, trade.status, trade.context.strategy ?? '']
    .concat(ASSETS[trade.assetClass].units, trade.right ?? '', trade.tags)
    .join(' ')
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => {
      const within = /^<(\d+)d$/.exec(word);
      if (within) return daysLeft !== null && daysLeft < Number(within[1]);
      return said.includes(word);
    });
}

function compareBy(key: SortKey): (a: TradeRowFragment, b: TradeRowFragment) => number {
  const pnl = (trade: TradeRowFragment) => Number(trade.unrealizedPnl ?? -Infinity);
  const seen = (trade: TradeRowFragment) => trade.mark?.sourceTime ?? trade.mark?.receivedAt ?? '';
  switch (key) {
    case 'symbol':
      return (a, b) => instrumentName(a).localeCompare(instrumentName(b));
    case 'pnl':
      return (a, b) => pnl(a) - pnl(b);
    case 'age':
      return (a, b) => seen(a).localeCompare(seen(b));
    case 'none':
      return (a, b) => bySeverity(a, b) || a.placedAt.localeCompare(b.placedAt);
  }
}

export function groupTrades(
  trades: readonly TradeRowFragment[],
  by: Grouping,
  sort: SortKey,
): Group[] {
  const groups = new Map<string, { order: string; trades: TradeRowFragment[] }>();
  for (const trade of [...trades].sort(compareBy(sort))) {
    const { name, order } = groupName(trade, by);
    const group = groups.get(name) ?? { order, trades: [] };
    group.trades.push(trade);
    groups.set(name, group);
  }
  return [...groups]
    .sort(([, a], [, b]) => a.order.localeCompare(b.order))
    .map(([name, { trades: rows }]) => groupOf(name, rows));
}

export function groupOf(name: string, trades: TradeRowFragment[]): Group {
  const { sum, missing } = sumKnown(trades.map((trade) => exact(trade.unrealizedPnl)));
  return { name, trades, pnl: sum, notCounted: missing };
}
