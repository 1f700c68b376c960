import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import type { SavedStrategy, StrategyStage } from '../../../domain/strategy/saved-strategy.ts';
import { StrategyNameTaken, type StrategyStore } from '../../../ports/strategies.ts';
import { actingFor } from '../sql/dialect.ts';
import { fromColumns, toColumns, type Shape } from '../sql/record-shape.ts';
import { retryTransient } from '../sql/retry-transient.ts';

const SHAPE: Shape<SavedStrategy> = {
  ...{ id: 'text', username: 'text', version: 'number', name: 'text', kind: 'text' },
  ...{ codeVersion: 'text', parameters: 'json', symbols: 'json', interval: 'text' },
  ...{ budget: 'decimal', stage: 'text', since: 'time', demotedAt: 'time' },
  createdAt: 'time',
};

/** Error codes for a row that a unique index refused, on Postgres and on SQLite. */
const TAKEN = new Set(['23505', 'SQLITE_CONSTRAINT']);

export class SqlStrategies implements StrategyStore {
  constructor(private readonly knex: Knex) {}

  async of(username: Username): Promise<readonly SavedStrategy[]> {
    const rows = (await this.#rowsOf(username).orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])) as object[];
    return rows.map(fromRow);
  }

  async byId(username: Username, id: string): Promise<SavedStrategy | null> {
    const row = (await this.#rowsOf(username).where({ id }).first()) as object | undefined;
    return row ? fromRow(row) : null;
  }

  async above(stage: StrategyStage): Promise<readonly SavedStrategy[]> {
    const rows = (await this.knex('strategies').whereNot({ stage }).orderBy('id')) as object[];
    return rows.map(fromRow);
  }

  async add(strategy: SavedStrategy): Promise<void> {
    const row = toColumns(strategy, SHAPE);
    await orTaken(() => actingFor(this.knex, strategy)('strategies').insert(row));
  }

  async replace(before: SavedStrategy, after: SavedStrategy): Promise<SavedStrategy | null> {
    const { id, username, version, stage } = before;
    const rows = this.#rowsOf(username).where({ id, version, stage });
    const changed = await orTaken(() => rows.update(toColumns(after, SHAPE)));
    return changed > 0 ? null : this.byId(username, id);
  }

  async codeChanged(
    kind: string,
    codeVersion: string,
    now: Date,
  ): Promise<readonly SavedStrategy[]> {
    const rows = await retryTransient(() =>
      this.knex('strategies')
        .where({ kind })
        .whereNot('code_version', codeVersion)
        .update({
          version: this.knex.raw('version + 1'),
          code_version: codeVersion,
          stage: 'BACKTEST',
          since: now.getTime(),
        })
        .returning('*'),
    );
    return (rows as object[]).map(fromRow);
  }

  #rowsOf(username: Username): Knex.QueryBuilder {
    return actingFor(this.knex, { username })('strategies').where({ username });
  }
}

function fromRow(row: object): SavedStrategy {
  return fromColumns<SavedStrategy>(row, SHAPE);
}

async function orTaken<T>(write: () => PromiseLike<T>): Promise<T> {
  try {
    return await retryTransient(async () => write());
  } catch (error) {
    if (TAKEN.has((error as { code?: string }).code ?? ''))
      throw new StrategyNameTaken('Another strategy has this name.');
    throw error;
  }
}
