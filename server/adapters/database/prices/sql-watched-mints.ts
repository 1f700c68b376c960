import type { Knex } from 'knex';
import type { Mint, Username } from '../../../domain/ids.ts';
import { WATCH, type WatchedMints, type WatchOutcome } from '../../../ports/price-rounds.ts';
import { actingFor, isPostgres } from '../sql/dialect.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import { idsOf, type MarketTables } from './token-ids.ts';

/** A request within ten minutes of the last one is not stored. */
const ASK_NOTED_AFTER_MS = 600_000;

interface Standing {
  readonly id: number;
  /** When any user last asked; null when no user ever did. */
  readonly asked_at: number | null;
  /** When this user last asked. */
  readonly mine: number | null;
}

export class SqlWatchedMints implements WatchedMints {
  constructor(private readonly tables: MarketTables) {}

  async watch(username: Username, mint: Mint, at: Date): Promise<WatchOutcome> {
    const standing = await this.#standing(username, mint);
    const notedAfter = at.getTime() - ASK_NOTED_AFTER_MS;
    if (standing?.mine && standing.mine > notedAfter) return 'WATCHED';
    if (!standing?.mine && (await this.watchedBy(username, at)).length >= WATCH.perUser)
      return 'FULL';
    const isNew = (standing?.asked_at ?? 0) <= lapsed(at);
    const id = standing?.id ?? (await idsOf(this.tables, [mint])).get(mint)!;
    const added = await retryTransient(() => this.#add(username, id, at));
    if (!added) return 'FULL';
    await this.tables.knex('tokens').where({ id }).update({ asked_at: at.getTime() });
    return isNew ? 'NEW' : 'WATCHED';
  }

  async watched(at: Date): Promise<readonly Mint[]> {
    const { knex, market } = this.tables;
    const asked = knex('tokens').where({ market }).where('asked_at', '>', lapsed(at));
    return asked.orderBy('mint').pluck<Mint[]>('mint');
  }

  async watchedBy(username: Username, at: Date): Promise<readonly Mint[]> {
    const { knex, market } = this.tables;
    const own = actingFor(knex, { username });
    const ids = await standingWatches(own, username, at).pluck<number[]>('token_id');
    const among = isPostgres(knex)
      ? knex.raw('id = ANY(?)', [ids])
      : knex.raw('id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]);
    return knex('tokens').where({ market }).where(among).orderBy('id').pluck<Mint[]>('mint');
  }

  async lapse(at: Date): Promise<void> {
    await this.tables.knex('token_watches').where('asked_at', '<=', lapsed(at)).delete();
  }

  async #standing(username: Username, mint: Mint): Promise<Standing | undefined> {
    const { knex, market } = this.tables;
    return knex('tokens')
      .leftJoin('token_watches', (join) => join.on('token_id', 'id').andOnVal('username', username))
      .where({ market, mint })
      .first<Standing>('id', 'tokens.asked_at', 'token_watches.asked_at as mine');
  }

  /** False when the user already watches as many as allowed. Calls of one user count in turn, never at once. */
  #add(username: Username, token_id: number, at: Date): Promise<boolean> {
    const asked_at = at.getTime();
    return actingFor(this.tables.knex, { username })
      .transaction(async (trx) => {
        if (isPostgres(trx))
          await trx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`watches:${username}`]);
        // The write comes before the count, so that SQLite too has locked out other writers.
        await trx('token_watches')
          .insert({ username, token_id, asked_at })
          .onConflict(['username', 'token_id'])
          .merge({ asked_at });
        const watches = await standingWatches(trx, username, at).pluck<number[]>('token_id');
        if (watches.length > WATCH.perUser) throw new TooMany();
        return true;
      })
      .catch((error: unknown) => {
        if (error instanceof TooMany) return false;
        throw error;
      });
  }
}

function standingWatches(knex: Knex, username: Username, at: Date): Knex.QueryBuilder {
  return knex('token_watches').where({ username }).where('asked_at', '>', lapsed(at));
}

/** Rolls the transaction back. */
class TooMany extends Error {
  override readonly name = 'TooMany';
}

function lapsed(at: Date): number {
  return at.getTime() - WATCH.lapsesAfterMs;
}
