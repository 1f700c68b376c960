import type { TradeRowFragment } from '../gql/graphql.ts';
import { isUnprotected, unknownOrder } from '../figures/trade-figures.ts';

export type Severity = 'alarm' | 'caution' | 'waits' | 'well';

const RANK: Record<Severity, number> = { alarm: 0, caution: 1, waits: 2, well: 3 };

/** `alarm` (red): act. `caution` (amber): look. A trade that only waits is not lit. */
export function severityOf(trade: TradeRowFragment): Severity {
  if (unknownOrder(trade) || isUnprotected(trade) || !trade.accountReachable) return 'alarm';
  if (trade.status === 'NEEDS_REVIEW' || trade.mark?.stale) return 'caution';
  return trade.phase === 'PENDING' ? 'waits' : 'well';
}

export function bySeverity(a: TradeRowFragment, b: TradeRowFragment): number {
  return RANK[severityOf(a)] - RANK[severityOf(b)];
}
