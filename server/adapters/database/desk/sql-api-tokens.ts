import type { Knex } from 'knex';
import type { ApiToken } from '../../../domain/account/user.ts';
import type { ApiTokens } from '../../../ports/desk.ts';
import { TokenRow, TokenTable } from './token-table.ts';

class ApiTokenRow extends TokenRow {
  static override tableName = 'api_tokens';
}

export class SqlApiTokens extends TokenTable<ApiToken> implements ApiTokens {
  constructor(knex: Knex) {
    super(knex, ApiTokenRow, {
      id: 'text',
      userId: 'text',
      name: 'text',
      scopes: 'json',
      createdAt: 'time',
      lastUsedAt: 'time',
      expiresAt: 'time',
    });
  }
}
