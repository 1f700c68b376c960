import type { Reports } from '../../ports/desk-of-book.ts';
import { ProveLog } from '../book/prove-log.ts';
import { ReadHistory } from '../book/read-history.ts';
import { ReadStats } from '../book/read-stats.ts';
import type { BookDeps } from '../steps/book-deps.ts';

export function reportsOf(deps: BookDeps): Reports {
  const history = new ReadHistory(deps);
  const figures = new ReadStats(deps.book);
  const proof = new ProveLog(deps);
  return {
    tradeAsOf: (actor, id, at) => history.tradeAsOf(actor, id, at),
    equityCurve: (actor, from, to) => history.equityCurve(actor, from, to),
    stats: (actor, filter, groupBy) => figures.stats(actor, filter, groupBy),
    fillQuality: (actor, filter) => figures.fillQuality(actor, filter),
    fillErrors: (actor, filter) => figures.fillErrors(actor, filter),
    dailyPnl: (actor, filter) => figures.dailyPnl(actor, filter),
    proveLog: (actor) => proof.execute(actor),
  };
}
