import type { Reports } from '../../ports/desk-of-book.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { ProveLog } from '../book/prove-log.ts';
import { ReadHistory } from '../book/read-history.ts';
import { readDailyPnl, readFillQuality, readStats } from '../book/read-stats.ts';
import type { BookDeps } from '../steps/book-deps.ts';

export function reportsOf(deps: BookDeps): Reports {
  const history = new ReadHistory(deps);
  const proof = new ProveLog(deps);
  const reader = ({ username }: Actor) => deps.book.read(username);
  return {
    tradeAsOf: (actor, id, at) => history.tradeAsOf(actor, id, at),
    equityCurve: (actor, from, to) => history.equityCurve(actor, from, to),
    stats: (actor, filter, groupBy) => readStats(reader(actor), filter, groupBy),
    fillQuality: (actor, filter) => readFillQuality(reader(actor), filter),
    dailyPnl: (actor, filter) => readDailyPnl(reader(actor), filter),
    proveLog: (actor) => proof.execute(actor),
  };
}
