import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import type { StrategyRun } from '../../../domain/strategy/strategy-run.ts';
import type { BarsSeen, RunEvidence } from '../../../ports/run-evidence.ts';
import { actingFor } from '../sql/dialect.ts';
import { lastBreach } from './last-breach.ts';

/** Runs in one statement. */
const PART = 200;

/** `knex`: a book's database, acting for the desk. */
export class SqlRunEvidence implements RunEvidence {
  constructor(private readonly knex: Knex) {}

  async barsOf(username: Username, runs: readonly StrategyRun[], from: Date): Promise<BarsSeen> {
    const knex = actingFor(this.knex, { username });
    const symbols = [...new Set(runs.flatMap((run) => run.symbols))];
    let [due, handed] = [0, 0];
    for (let at = 0; at < runs.length; at += PART) {
      const ids = runs.slice(at, at + PART).map(({ id }) => id);
      // Bars that were handed over too late have no reads: they only warmed the strategy up.
      const [row] = await knex('run_lines')
        .where({ username })
        .whereIn('run_id', ids)
        .whereIn('bar_symbol', symbols)
        .where('bar_at', '>=', from.getTime())
        .select<Counted[]>(knex.raw('COUNT(*) AS due'), knex.raw('COUNT(reads) AS handed'));
      due += Number(row?.due ?? 0);
      handed += Number(row?.handed ?? 0);
    }
    return { due, handed };
  }

  async lastHalt(username: Username, strategyId: string, since: Date): Promise<Date | null> {
    const [at] = await actingFor(this.knex, { username })('run_decisions')
      .where({ username, strategy_id: strategyId, state: 'NO_TRADE' })
      .where('no_trade_code', 'KILL_SWITCH')
      .where('decided_at', '>=', since.getTime())
      .orderBy('decided_at', 'desc')
      .limit(1)
      .pluck<number[]>('decided_at');
    return at === undefined ? null : new Date(at);
  }

  lastBreach(username: Username, strategyId: string, since: Date): Promise<Date | null> {
    return lastBreach(actingFor(this.knex, { username }), { username, strategyId }, since);
  }
}

interface Counted {
  readonly due: number | string;
  readonly handed: number | string;
}
