import type { Knex } from 'knex';
import type { Decimal } from '../../../domain/decimal.ts';
import type { TradeId, Username } from '../../../domain/ids.ts';
import type { TradingMode } from '../../../domain/mode.ts';
import type { RunDecision } from '../../../domain/strategy/run-decision.ts';
import type { RunLine, StrategyRun } from '../../../domain/strategy/strategy-run.ts';
import type { FilledTrade } from '../../../domain/trade/filled-trade.ts';
import type { TradeAggregate } from '../../../domain/trade/trade.ts';
import type { Page, PageRequest } from '../../../ports/book-page.ts';
import type { DecisionOutcome, StrategyRuns } from '../../../ports/strategy-runs.ts';
import { actingFor } from '../sql/dialect.ts';
import { newestFirst } from '../sql/paging.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import { addLine } from './add-line.ts';
import { decisionFromRow, DecisionRow, NO_TRADES, outcomeToRow } from './decision-row.ts';
import { filledSince } from './filled-trades.ts';
import { heldBack } from './held-back.ts';
import { lineFromRow, type LineColumns } from './line-row.ts';
import { runFromRow } from './run-row.ts';
import { startRun } from './start-run.ts';
import { activeOf } from './strategy-trades.ts';

type RunKey = Pick<StrategyRun, 'username' | 'id'>;

/** `knex`: a book's database, acting for the desk; what names a user acts for that user alone. */
export class SqlStrategyRuns implements StrategyRuns {
  constructor(
    private readonly knex: Knex,
    readonly mode: TradingMode,
  ) {}

  async newest(username: Username): Promise<readonly StrategyRun[]> {
    const rows = this.#of(username)('strategy_runs').where({ username, is_newest: 1 });
    return runsOf(await rows.orderBy('strategy_id'));
  }

  async newestOf(username: Username, strategyId: string): Promise<StrategyRun | null> {
    const [run] = runsOf(
      await this.#of(username)('strategy_runs').where({
        ...{ username, strategy_id: strategyId, is_newest: 1 },
      }),
    );
    return run ?? null;
  }

  async since(username: Username, strategyId: string, from: Date): Promise<readonly StrategyRun[]> {
    const rows = this.#of(username)('strategy_runs')
      .where({ username, strategy_id: strategyId })
      .where((late) => void late.whereNull('ended_at').orWhere('ended_at', '>=', from.getTime()));
    return runsOf(await rows.orderBy(['started_at', 'id']));
  }

  async running(): Promise<readonly StrategyRun[]> {
    const rows = this.knex('strategy_runs').where({ status: 'RUNNING' });
    return runsOf(await rows.orderBy(['started_at', 'id']));
  }

  start(run: StrategyRun): Promise<StrategyRun> {
    return startRun(this.#of(run.username), run);
  }

  end(
    { username, id }: RunKey,
    { status, endedAt, error }: Pick<StrategyRun, 'status' | 'endedAt' | 'error'>,
  ): Promise<boolean> {
    return this.#changesOne(username, (knex) =>
      knex('strategy_runs')
        .where({ username, id, status: 'RUNNING' })
        .update({ status, ended_at: endedAt?.getTime() ?? null, error }),
    );
  }

  add(run: RunKey, line: RunLine, decisions: readonly RunDecision[]): Promise<boolean> {
    const knex = this.#of(run.username);
    return retryTransient(() => knex.transaction((trx) => addLine(trx, run, line, decisions)));
  }

  async lines({ username, id }: RunKey, after: number, limit: number): Promise<readonly RunLine[]> {
    const rows = await this.#of(username)('run_lines')
      .where({ username, run_id: id })
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(limit);
    return (rows as LineColumns[]).map(lineFromRow);
  }

  async waiting({ username, id }: RunKey): Promise<readonly RunDecision[]> {
    const rows = await DecisionRow.query(this.#of(username))
      .where({ username, run_id: id, state: 'WAITING' })
      .orderBy(['sequence', 'ordinal']);
    return rows.map(decisionFromRow);
  }

  settle({ username, id }: RunKey, key: string, outcome: DecisionOutcome): Promise<boolean> {
    const open = outcome.state === 'NO_TRADE' ? ['WAITING', 'TAKEN'] : ['WAITING'];
    return this.#changesOne(username, (knex) =>
      knex('run_decisions')
        .where({ username, run_id: id, key })
        .whereIn('state', open)
        .update(outcomeToRow(outcome)),
    );
  }

  async keepShadow(
    { username, id }: RunKey,
    key: string,
    { pnl, note }: { readonly pnl: Decimal | null; readonly note: string | null },
  ): Promise<void> {
    const shadow = { shadow_pnl: pnl?.toFixed() ?? null, shadow_note: note };
    await this.#changesOne(username, (knex) =>
      knex('run_decisions').where({ username, run_id: id, key, state: 'NO_TRADE' }).update(shadow),
    );
  }

  noTrades(
    username: Username,
    strategyId: string | null,
    page: PageRequest,
  ): Promise<Page<RunDecision & { readonly strategyId: string }>> {
    const rows = DecisionRow.query(this.#of(username)).where({ username, state: 'NO_TRADE' });
    if (strategyId !== null) void rows.where({ strategy_id: strategyId });
    return newestFirst(rows, NO_TRADES, page, (row) => ({
      ...decisionFromRow(row),
      strategyId: row.strategy_id,
    }));
  }

  activeTrades(username: Username, strategyId: string): Promise<readonly TradeAggregate[]> {
    return activeOf(this.#of(username), username, strategyId);
  }

  activeOfAll(username: Username): Promise<readonly TradeAggregate[]> {
    return activeOf(this.#of(username), username, null);
  }

  heldBack(username: Username, ids: readonly TradeId[]): Promise<ReadonlySet<TradeId>> {
    return heldBack(this.#of(username), username, ids);
  }

  tradesSince(username: Username, strategyId: string, from: Date): Promise<readonly FilledTrade[]> {
    return filledSince(this.#of(username), username, strategyId, from);
  }

  #of(username: Username): Knex {
    return actingFor(this.knex, { username });
  }

  #changesOne(username: Username, write: (knex: Knex) => PromiseLike<number>): Promise<boolean> {
    return retryTransient(async () => (await write(this.#of(username))) > 0);
  }
}

function runsOf(rows: readonly object[]): readonly StrategyRun[] {
  return rows.map(runFromRow);
}
