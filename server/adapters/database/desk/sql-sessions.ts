import type { Knex } from 'knex';
import { Model } from 'objection';
import type { SignedInSession } from '../../../domain/account/user.ts';
import type { Sessions } from '../../../ports/desk.ts';
import { among } from '../sql/chunks.ts';
import { fromColumns, toColumns, type Shape } from '../sql/record-shape.ts';

const SESSION: Shape<SignedInSession> = {
  id: 'text',
  userId: 'text',
  createdAt: 'time',
  lastUsedAt: 'time',
  expiresAt: 'time',
  device: 'text',
};

const USE_NOTED_AFTER_MS = 60_000;

class SessionRow extends Model {
  static override tableName = 'sessions';

  declare id: string;
}

const sessionFromRow = (row: SessionRow): SignedInSession => fromColumns(row, SESSION);

/** Revoking a session deletes its row. */
export class SqlSessions implements Sessions {
  constructor(private readonly knex: Knex) {}

  async add(session: SignedInSession, tokenHash: string): Promise<void> {
    await this.knex('sessions').insert({ ...toColumns(session, SESSION), token_hash: tokenHash });
  }

  async find(tokenHash: string, now: Date): Promise<SignedInSession | null> {
    const row = await SessionRow.query(this.knex)
      .where('token_hash', tokenHash)
      .where('expires_at', '>', now.getTime())
      .first();
    if (!row) return null;
    const session = sessionFromRow(row);
    if (now.getTime() - session.lastUsedAt.getTime() < USE_NOTED_AFTER_MS) return session;
    await this.knex('sessions').where('id', row.id).update({ last_used_at: now.getTime() });
    return { ...session, lastUsedAt: now };
  }

  async of(userId: string, now: Date): Promise<readonly SignedInSession[]> {
    const rows = await SessionRow.query(this.knex)
      .where('user_id', userId)
      .where('expires_at', '>', now.getTime())
      .orderBy('created_at', 'desc');
    return rows.map(sessionFromRow);
  }

  async revoke(userId: string, id: string): Promise<boolean> {
    return (await this.knex('sessions').where({ id, user_id: userId }).delete()) > 0;
  }

  async standing(ids: readonly string[], now: Date): Promise<ReadonlySet<string>> {
    const rows = await SessionRow.query(this.knex)
      .where(among(this.knex, 'id', ids))
      .where('expires_at', '>', now.getTime())
      .select('id');
    return new Set(rows.map(({ id }) => id));
  }
}
