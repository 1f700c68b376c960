import type { Knex } from 'knex';
import { Model, type QueryBuilder } from 'objection';
import { among } from '../sql/chunks.ts';
import { fromColumns, toColumns, type Columns, type Shape } from '../sql/record-shape.ts';

/** A use within a minute of the last one is not stored. */
const USE_NOTED_AFTER_MS = 60_000;

interface HeldToken {
  readonly id: string;
  readonly lastUsedAt: Date | null;
}

/** How a token is kept in its row. */
interface Codec<T> {
  readonly toRow: (token: T) => Columns;
  readonly fromRow: (row: object) => T;
}

/** One column for each field. */
export function flat<T extends object>(shape: Shape<T>): Codec<T> {
  return {
    toRow: (token) => toColumns(token, shape),
    fromRow: (row) => fromColumns<T>(row, shape),
  };
}

export class TokenRow extends Model {
  declare id: string;
}

/** A table of secrets, found by hash. Revoking one deletes its row; one without `expires_at` never expires. */
export class TokenTable<T extends HeldToken> {
  constructor(
    private readonly knex: Knex,
    private readonly row: typeof TokenRow,
    protected readonly codec: Codec<T>,
  ) {}

  async add(token: T, tokenHash: string): Promise<void> {
    const row = { ...this.codec.toRow(token), token_hash: tokenHash };
    await this.knex(this.row.tableName).insert(row);
  }

  async find(tokenHash: string, now: Date): Promise<T | null> {
    const row = await this.standingAt(now).where('token_hash', tokenHash).first();
    if (!row) return null;
    const token = this.codec.fromRow(row);
    const noted = token.lastUsedAt?.getTime();
    if (noted !== undefined && now.getTime() - noted < USE_NOTED_AFTER_MS) return token;
    await this.knex(this.row.tableName)
      .where('id', token.id)
      .update({ last_used_at: now.getTime() });
    return { ...token, lastUsedAt: now };
  }

  /** A user's own tokens, newest first; with `now`, only those that are still valid. */
  async of(userId: string, now?: Date): Promise<readonly T[]> {
    const all = now ? this.standingAt(now) : this.row.query(this.knex);
    const rows = await all.where('user_id', userId).orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
    return rows.map((row) => this.codec.fromRow(row));
  }

  async revoke(userId: string, id: string): Promise<boolean> {
    return (await this.row.query(this.knex).delete().where({ id, user_id: userId })) > 0;
  }

  /** The ids whose tokens are still valid. */
  async standing(ids: readonly string[], now: Date): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.standingAt(now)
      .where(among(this.knex, 'id', ids))
      .select('id');
    return new Set(rows.map(({ id }) => id));
  }

  protected standingAt(now: Date): QueryBuilder<TokenRow, TokenRow[]> {
    return this.row
      .query(this.knex)
      .where(
        (either) => void either.whereNull('expires_at').orWhere('expires_at', '>', now.getTime()),
      );
  }
}
