import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import type { RungMove } from '../../../domain/promotion/rung-move.ts';
import type { SavedStrategy } from '../../../domain/strategy/saved-strategy.ts';
import type { RungMoves, UntoldMove } from '../../../ports/rung-moves.ts';
import { actingFor } from '../sql/dialect.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import { SqlStrategies } from './sql-strategies.ts';

interface MoveColumns {
  readonly username: Username;
  readonly id: string;
  readonly untold_move: string;
}

/** Keeps a move in its strategy's row until the move is reported. */
export class SqlRungMoves implements RungMoves {
  constructor(private readonly knex: Knex) {}

  async move(
    { id, username, version, stage }: SavedStrategy,
    after: Parameters<RungMoves['move']>[1],
    move: RungMove,
  ): Promise<SavedStrategy | null> {
    const changed = await retryTransient(async () =>
      this.#rowsOf(username)
        .where({ id, version, stage })
        .whereNull('untold_move')
        .update({
          stage: after.stage,
          demoted_at: after.demotedAt?.getTime() ?? null,
          untold_move: JSON.stringify(move),
        }),
    );
    return changed > 0 ? null : new SqlStrategies(this.knex).byId(username, id);
  }

  async untold(of?: Pick<UntoldMove, 'username' | 'strategyId'>): Promise<readonly UntoldMove[]> {
    const rows = of
      ? this.#rowsOf(of.username).where({ id: of.strategyId })
      : this.knex('strategies').orderBy('id');
    const found = await rows
      .whereNotNull('untold_move')
      .select<MoveColumns[]>('username', 'id', 'untold_move');
    return found.map(({ username, id, untold_move }) => {
      const move = JSON.parse(untold_move) as RungMove;
      return { username, strategyId: id, move: { ...move, at: new Date(move.at) } };
    });
  }

  async settle({ username, strategyId, move }: UntoldMove): Promise<void> {
    await retryTransient(async () =>
      this.#rowsOf(username)
        .where({ id: strategyId, untold_move: JSON.stringify(move) })
        .update({ untold_move: null }),
    );
  }

  #rowsOf(username: Username): Knex.QueryBuilder {
    return actingFor(this.knex, { username })('strategies').where({ username });
  }
}
