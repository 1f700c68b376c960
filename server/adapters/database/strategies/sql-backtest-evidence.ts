import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import type { LookAheadEvidence } from '../../../domain/promotion/evidence.ts';
import type { SavedStrategy } from '../../../domain/strategy/saved-strategy.ts';
import { MOST_TRIED, type BacktestEvidence } from '../../../ports/backtest-evidence.ts';
import type { Backtest } from '../../../ports/backtests.ts';
import { actingFor, rawRows } from '../sql/dialect.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import { backtestFromRow } from './backtest-row.ts';

export class SqlBacktestEvidence implements BacktestEvidence {
  constructor(private readonly knex: Knex) {}

  async last({
    username,
    id,
    version,
  }: Pick<SavedStrategy, 'username' | 'id' | 'version'>): Promise<Backtest | null> {
    const row = (await this.#rowsOf(username)
      .where({ strategy_id: id, strategy_version: version, status: 'DONE', sweep_id: null })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .first()) as object | undefined;
    return row ? backtestFromRow(row) : null;
  }

  async triedOn(username: Username, data: string): Promise<number> {
    const [row] = await rawRows<{ n: number | string }>(
      actingFor(this.knex, { username }),
      `SELECT COUNT(*) AS n FROM (
         SELECT tried_parameters FROM backtests
           WHERE username = ? AND tried_data = ? AND tried_parameters IS NOT NULL
         UNION SELECT parameters FROM backtest_tries WHERE username = ? AND data = ?
         LIMIT ?) AS tried`,
      [username, data, username, data, MOST_TRIED],
    );
    return Number(row?.n ?? 0);
  }

  async lookAhead(username: Username, id: string): Promise<LookAheadEvidence | null> {
    const [found] = await this.#rowsOf(username)
      .where({ id })
      .pluck<(LookAheadEvidence | null)[]>('look_ahead');
    return found ?? null;
  }

  async keepLookAhead(username: Username, id: string, found: LookAheadEvidence): Promise<void> {
    await retryTransient(async () => {
      await this.#rowsOf(username).where({ id, look_ahead: null }).update({ look_ahead: found });
    });
  }

  #rowsOf(username: Username): Knex.QueryBuilder {
    return actingFor(this.knex, { username })('backtests').where({ username });
  }
}
