import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { RunBook } from './run-books.ts';

export interface BeginDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  /** SHA-256 of a text, in hexadecimal. */
  readonly digest: (text: string) => string;
}

/** What a run is of, which it keeps for as long as it goes on. */
export type RunTerms = Pick<
  StrategyRun,
  | ('username' | 'strategyId' | 'version' | 'name' | 'kind' | 'codeVersion' | 'parameters')
  | ('symbols' | 'interval' | 'evidenceSince' | 'boundBy')
>;

/** Starts a run and tells of it. Null: the strategy runs there already, and goes on as it is. */
export async function beginRun(
  { clock, ids, digest }: BeginDeps,
  place: RunBook,
  terms: RunTerms,
  actor: string,
): Promise<StrategyRun | null> {
  const id = `run_${ids.next()}`;
  const run: StrategyRun = {
    ...{ ...terms, id, status: 'RUNNING', startedAt: clock.now() },
    // Another one for each run; 32 bits.
    seed: Number.parseInt(digest(id).slice(0, 8), 16),
    ...{ endedAt: null, lastBarAt: null, error: null },
  };
  const stands = await place.runs.start(run);
  if (stands.id !== run.id) return null;
  await place.book.change(run.username, (change) =>
    change.append({
      ...{ type: 'STRATEGY_STARTED', occurredAt: run.startedAt, actor },
      message: `The strategy ${run.name}, version ${run.version}, was started.`,
      ...{ tradeId: null, detail: { strategyId: run.strategyId, runId: run.id } },
    }),
  );
  return run;
}
