import type { Knex } from 'knex';
import type { KeptRow } from '../../../domain/drift/kept-row.ts';
import type { TradeId, Username } from '../../../domain/ids.ts';
import type { TradingMode } from '../../../domain/mode.ts';
import type { RunDecision } from '../../../domain/strategy/run-decision.ts';
import type { StrategyRun } from '../../../domain/strategy/strategy-run.ts';
import type {
  DriftChange,
  DriftReference,
  DriftStore,
  RunName,
} from '../../../ports/drift-store.ts';
import { fillsSeen } from '../marks/fills-seen.ts';
import { decisionFromRow, type DecisionRow } from '../runs/decision-row.ts';
import { chunksOf } from '../sql/chunks.ts';
import { actingFor } from '../sql/dialect.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import {
  changeFromColumns,
  referenceFromColumns,
  referenceToColumns,
  rowFromColumns,
  rowToColumns,
  type DriftColumns,
} from './drift-row.ts';
import { dueRuns } from './due-runs.ts';
import { journal, marksSeen } from './journal.ts';

export class SqlDriftStore implements DriftStore {
  constructor(
    private readonly knex: Knex,
    readonly mode: TradingMode,
  ) {}

  due(until: Date, since: Date, most: number): Promise<readonly StrategyRun[]> {
    return dueRuns(this.knex, until, since, most);
  }

  async reference({ username, id }: RunName): Promise<DriftReference | null> {
    const row = await this.#of(username)('drift_references')
      .where({ username, run_id: id })
      .first<{ reckoned_until: number } | undefined>();
    return row ? referenceFromColumns(row) : null;
  }

  async decisions({ username, id }: RunName): Promise<readonly RunDecision[]> {
    const rows = await this.#of(username)('run_decisions')
      .where({ username, run_id: id })
      .orderBy(['sequence', 'ordinal'])
      .select<DecisionRow[]>();
    return rows.map(decisionFromRow);
  }

  fillsSeen(username: Username, ids: readonly TradeId[]) {
    return fillsSeen(this.#of(username), username, ids);
  }

  journal(run: RunName, after: number, limit: number) {
    return journal(this.#of(run.username), run, after, limit);
  }

  marks(username: Username, ids: readonly TradeId[]) {
    return marksSeen(this.#of(username), username, ids);
  }

  async rows({ username, id }: RunName): Promise<readonly KeptRow[]> {
    const rows = await this.#of(username)('drift_rows')
      .where({ username, run_id: id, gone: 0 })
      .orderBy('revision')
      .select<DriftColumns[]>();
    return rows.map(rowFromColumns);
  }

  async keep(
    reference: DriftReference,
    changed: readonly KeptRow[],
    gone: readonly string[],
  ): Promise<void> {
    const { username, runId } = reference;
    await retryTransient(() =>
      this.#of(username).transaction(async (trx) => {
        const [last] = await trx('drift_rows').where({ username }).max('revision AS revision');
        let revision = Number(last?.revision ?? 0);
        const rows = changed.map((row) => rowToColumns(username, row, (revision += 1)));
        for (const part of chunksOf(rows))
          await trx('drift_rows').insert(part).onConflict(['run_id', 'key']).merge();
        for (const key of gone)
          await trx('drift_rows')
            .where({ username, run_id: runId, key })
            .update({ gone: 1, revision: (revision += 1) });
        await trx('drift_references')
          .insert(referenceToColumns(reference))
          .onConflict('run_id')
          .merge();
      }),
    );
  }

  async changes(username: Username, after: number, most: number): Promise<readonly DriftChange[]> {
    const rows = await this.#of(username)('drift_rows')
      .where({ username })
      .where('revision', '>', after)
      .orderBy('revision')
      .limit(most)
      .select<DriftColumns[]>();
    return rows.map(changeFromColumns);
  }

  #of(username: Username): Knex {
    return actingFor(this.knex, { username });
  }
}
