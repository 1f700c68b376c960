import { SqlSeenBars } from '../adapters/database/strategies/sql-seen-bars.ts';
import { ReadMarket } from '../usecases/book/read-market.ts';
import { ReadThrough } from '../usecases/book/read-through.ts';
import { JudgeQuotes } from '../usecases/prices/judge-quotes.ts';
import type { Core } from './core.ts';
import type { composePrices } from './prices.ts';

type Sources = ConstructorParameters<typeof ReadMarket>[0];

interface Sides {
  readonly paper: { readonly sources: Sources['PAPER'] };
  readonly real: { readonly sources: Sources['REAL'] };
  readonly prices: Pick<ReturnType<typeof composePrices>, 'reader'>;
}

/** What people and strategies read of the markets, each book from its own sources. */
export function composeMarket({ databases, shared }: Core, { paper, real, prices }: Sides) {
  const { settings, clock, log } = shared;
  const sources = { PAPER: paper.sources, REAL: real.sources };
  const seen = new ReadThrough(new SqlSeenBars(databases.desk), clock, log);
  return {
    market: new ReadMarket(sources, settings, prices.reader, seen),
    quotes: new JudgeQuotes(sources, settings, clock),
  };
}
