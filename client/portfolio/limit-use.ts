import type { LimitPartsFragment, TradeRowFragment } from '../gql/graphql.ts';
import { Exact, exact } from '../lib/exact.ts';
import { money } from '../lib/format.ts';
import { instrumentName, root } from '../lib/instrument.ts';

export interface LimitUse {
  name: string;
  text: string;
  share: number | null;
  state: 'ok' | 'near' | 'over';
}

/** Amber when the next one would trip it, red when it refuses. */
function counted(name: string, used: number, limit: number | null | undefined): LimitUse {
  if (limit == null) return { name, text: `${used}, no limit`, share: null, state: 'ok' };
  const state = used > limit ? 'over' : used >= limit ? 'near' : 'ok';
  return { name, text: `${used} of ${limit}`, share: limit === 0 ? 1 : used / limit, state };
}

function dollars(name: string, used: Exact | null, limit: string | null | undefined): LimitUse {
  if (!used) return { name, text: '—', share: null, state: 'ok' };
  if (limit == null) return { name, text: `${money(used)}, no limit`, share: null, state: 'ok' };
  const share = new Exact(limit).isZero() ? 1 : used.div(limit).toNumber();
  const state = share >= 1 ? 'over' : share >= 0.8 ? 'near' : 'ok';
  return { name, text: `${money(used)} of ${money(limit)}`, share, state };
}

function mostHeld(trades: readonly TradeRowFragment[]): [string, number] {
  const counts = new Map<string, number>();
  for (const trade of trades) counts.set(root(trade), (counts.get(root(trade)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['Trades', 0];
}

function dearest(trades: readonly TradeRowFragment[]): { name: string; cost: Exact | null } {
  let found: { name: string; cost: Exact | null } = { name: '', cost: null };
  for (const trade of trades) {
    const cost = exact(trade.costBasis)?.abs() ?? null;
    if (cost && (!found.cost || cost.gt(found.cost))) found = { name: instrumentName(trade), cost };
  }
  return found;
}

/** What is used of each limit that open and pending trades use up. */
export function limitUse(
  limits: LimitPartsFragment,
  trades: readonly TradeRowFragment[],
  dayPnl: string | null,
): LimitUse[] {
  const [underlying, count] = mostHeld(trades);
  const lost = dayPnl === null ? null : Exact.max(0, new Exact(dayPnl).neg());
  const { name, cost } = dearest(trades);
  return [
    counted('Open trades', trades.length, limits.maxOpenTrades),
    dollars('Daily loss', lost, limits.maxDailyLoss),
    counted(`${underlying}, per underlying`, count, limits.maxPerUnderlying),
    dollars(`Position cost, ${name || 'largest'}`, cost ?? new Exact(0), limits.maxPositionCost),
  ];
}
