import type { Username } from '../../../domain/ids.ts';
import { Model } from 'objection';
import type { User } from '../../../domain/account/user.ts';
import { fromColumns, toColumns, type Columns, type Shape } from '../sql/record-shape.ts';

const USER: Shape<User> = {
  id: 'text',
  username: 'text',
  role: 'text',
  demo: 'flag',
  createdAt: 'time',
};

export class UserRow extends Model {
  static override tableName = 'users';

  declare id: string;
  declare username_key: string;
  declare password_hash: string | null;
  declare role: string;
  declare demo: number;
}

export function userToRow(user: User, passwordHash: string | null): Columns {
  return {
    ...toColumns(user, USER),
    username_key: nameKey(user.username),
    password_hash: passwordHash,
  };
}

export function userFromRow(row: UserRow): User {
  return fromColumns(row, USER);
}

/** The key by which names are compared. Names are ASCII, so both databases agree on it. */
export function nameKey(username: Username): string {
  return username.toLowerCase();
}
