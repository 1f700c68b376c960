import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { Role, User } from '../../../domain/account/user.ts';
import { NameTaken, type NewUser, type Users } from '../../../ports/desk.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import { UserRow, nameKey, userFromRow, userToRow } from './user-row.ts';

export class SqlUsers implements Users {
  constructor(private readonly knex: Knex) {}

  async add({ passwordHash, ...user }: NewUser): Promise<User> {
    return retryTransient(() =>
      this.knex.transaction(async (trx) => {
        await takeTurn(trx);
        const rows = UserRow.query(trx);
        if (await rows.findOne('username_key', nameKey(user.username)))
          throw new NameTaken(`The name ${user.username} is taken.`);
        const isFirst = (await UserRow.query(trx).where('demo', 0).resultSize()) === 0;
        const added: User = { ...user, role: isFirst && !user.demo ? 'ADMIN' : 'USER' };
        await trx('users').insert(userToRow(added, passwordHash));
        return added;
      }),
    );
  }

  async byId(id: string): Promise<User | null> {
    const row = await UserRow.query(this.knex).findById(id);
    return row ? userFromRow(row) : null;
  }

  async byName(username: Username): Promise<User | null> {
    const row = await UserRow.query(this.knex).findOne('username_key', nameKey(username));
    return row ? userFromRow(row) : null;
  }

  async passwordHash(id: string): Promise<string | null> {
    return (await UserRow.query(this.knex).findById(id))?.password_hash ?? null;
  }

  async setPasswordHash(id: string, hash: string): Promise<void> {
    const changed = await this.knex('users').where({ id }).update({ password_hash: hash });
    if (changed === 0) throw new Error(`There is no user ${id}.`);
  }

  async count(): Promise<number> {
    return UserRow.query(this.knex).where('demo', 0).resultSize();
  }

  async withRole(role: Role): Promise<readonly User[]> {
    const rows = await UserRow.query(this.knex).where({ role }).orderBy(['created_at', 'id']);
    return rows.map(userFromRow);
  }
}

/** Serialises sign-ups: otherwise two at once would both be the first user. */
async function takeTurn(trx: Knex.Transaction): Promise<void> {
  await trx('desk_lock').where('id', 1).increment('lock_count');
}
