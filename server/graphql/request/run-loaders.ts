import DataLoader from 'dataloader';
import { grouped } from '../../domain/grouped.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { StrategyRuns } from '../../ports/strategy-runs.ts';
import type { Actor } from '../../ports/trading-system.ts';

/** A strategy's newest run in one book. */
export interface ShownRun extends StrategyRun {
  readonly mode: TradingMode;
}

/** Reads of all the caller's strategies, made once per request, however many of them are shown. */
export interface RunLoaders {
  /** For each strategy, the newest run in each book in which it was ever started. */
  readonly runsOf: DataLoader<string, readonly ShownRun[]>;
  /** For each book, the trades of its strategies that are pending, open or have an order under way. */
  readonly atWork: DataLoader<TradingMode, ReadonlyMap<string, readonly TradeAggregate[]>>;
}

export function runLoaders(stores: readonly StrategyRuns[], actor: Actor | null): RunLoaders {
  return {
    runsOf: new DataLoader((ids: readonly string[]) => newestOf(ids, stores, actor)),
    atWork: new DataLoader((modes: readonly TradingMode[]) =>
      Promise.all(modes.map((mode) => atWorkIn(mode, stores, actor))),
    ),
  };
}

async function newestOf(
  ids: readonly string[],
  stores: readonly StrategyRuns[],
  actor: Actor | null,
): Promise<readonly (readonly ShownRun[])[]> {
  if (!actor) return ids.map(() => []);
  const found = await Promise.all(
    stores.map(async (store) =>
      (await store.newest(actor.username)).map((run) => ({ ...run, mode: store.mode })),
    ),
  );
  const byStrategy = grouped(found.flat(), ({ strategyId }) => strategyId);
  return ids.map((id) => byStrategy.get(id) ?? []);
}

async function atWorkIn(
  mode: TradingMode,
  stores: readonly StrategyRuns[],
  actor: Actor | null,
): Promise<ReadonlyMap<string, readonly TradeAggregate[]>> {
  const store = stores.find((each) => each.mode === mode);
  if (!store || !actor) return new Map();
  const active = await store.activeOfAll(actor.username);
  return grouped(active, ({ trade }) => trade.strategyRun?.strategyId ?? '');
}
