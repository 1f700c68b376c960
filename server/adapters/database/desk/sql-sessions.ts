import type { Knex } from 'knex';
import type { SignedInSession } from '../../../domain/account/user.ts';
import type { Sessions } from '../../../ports/desk.ts';
import { flat, TokenRow, TokenTable } from './token-table.ts';

class SessionRow extends TokenRow {
  static override tableName = 'sessions';
}

export class SqlSessions extends TokenTable<SignedInSession> implements Sessions {
  constructor(knex: Knex) {
    super(
      knex,
      SessionRow,
      flat<SignedInSession>({
        id: 'text',
        userId: 'text',
        createdAt: 'time',
        lastUsedAt: 'time',
        expiresAt: 'time',
        device: 'text',
      }),
    );
  }
}
