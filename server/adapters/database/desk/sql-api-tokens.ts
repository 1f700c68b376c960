import type { Knex } from 'knex';
import { Model, type QueryBuilder } from 'objection';
import type { ApiToken } from '../../../domain/account/user.ts';
import type { ApiTokens } from '../../../ports/desk.ts';
import { among } from '../sql/chunks.ts';
import { fromColumns, toColumns, type Shape } from '../sql/record-shape.ts';

const API_TOKEN: Shape<ApiToken> = {
  id: 'text',
  userId: 'text',
  name: 'text',
  scopes: 'json',
  createdAt: 'time',
  lastUsedAt: 'time',
  expiresAt: 'time',
};

const USE_NOTED_AFTER_MS = 60_000;

class ApiTokenRow extends Model {
  static override tableName = 'api_tokens';

  declare id: string;
}

const tokenFromRow = (row: ApiTokenRow): ApiToken => fromColumns(row, API_TOKEN);

/** Revoking a token deletes its row. */
export class SqlApiTokens implements ApiTokens {
  constructor(private readonly knex: Knex) {}

  async add(token: ApiToken, tokenHash: string): Promise<void> {
    await this.knex('api_tokens').insert({ ...toColumns(token, API_TOKEN), token_hash: tokenHash });
  }

  async find(tokenHash: string, now: Date): Promise<ApiToken | null> {
    const row = await this.#standingAt(now).where('token_hash', tokenHash).first();
    if (!row) return null;
    const token = tokenFromRow(row);
    const noted = token.lastUsedAt?.getTime();
    if (noted !== undefined && now.getTime() - noted < USE_NOTED_AFTER_MS) return token;
    await this.knex('api_tokens').where('id', row.id).update({ last_used_at: now.getTime() });
    return { ...token, lastUsedAt: now };
  }

  async of(userId: string): Promise<readonly ApiToken[]> {
    const rows = await ApiTokenRow.query(this.knex)
      .where('user_id', userId)
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
    return rows.map(tokenFromRow);
  }

  async revoke(userId: string, id: string): Promise<boolean> {
    return (await this.knex('api_tokens').where({ id, user_id: userId }).delete()) > 0;
  }

  async standing(ids: readonly string[], now: Date): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.#standingAt(now)
      .where(among(this.knex, 'id', ids))
      .select('id');
    return new Set(rows.map(({ id }) => id));
  }

  #standingAt(now: Date): QueryBuilder<ApiTokenRow, ApiTokenRow[]> {
    return ApiTokenRow.query(this.knex).where(
      (either) => void either.whereNull('expires_at').orWhere('expires_at', '>', now.getTime()),
    );
  }
}
