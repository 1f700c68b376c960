import type { Knex } from 'knex';
import type { Mandate } from '../../../domain/account/mandate.ts';
import type { ApiToken } from '../../../domain/account/user.ts';
import type { ApiTokens } from '../../../ports/desk.ts';
import type { StandingMandate } from '../../../ports/mandates.ts';
import { fromColumns, orNone, toColumns, type Shape } from '../sql/record-shape.ts';
import { TokenRow, TokenTable } from './token-table.ts';

const TOKEN: Shape<Omit<ApiToken, 'mandate'>> = {
  id: 'text',
  userId: 'text',
  name: 'text',
  scopes: 'json',
  createdAt: 'time',
  lastUsedAt: 'time',
  expiresAt: 'time',
};
const MANDATE: Shape<Mandate> = {
  symbols: 'json',
  maxOrderCost: 'decimal',
  maxExposure: 'decimal',
  maxTradesPerDay: 'number',
};
const PREFIX = 'mandate_';

class ApiTokenRow extends TokenRow {
  static override tableName = 'api_tokens';
}

export class SqlApiTokens extends TokenTable<ApiToken> implements ApiTokens {
  constructor(private readonly desk: Knex) {
    super(desk, ApiTokenRow, {
      toRow: ({ mandate, ...token }) => ({
        ...toColumns(token, TOKEN),
        ...orNone(mandate, MANDATE, PREFIX),
      }),
      fromRow: (row) => ({
        ...fromColumns<Omit<ApiToken, 'mandate'>>(row, TOKEN),
        mandate: mandateIn(row),
      }),
    });
  }

  async setMandate(userId: string, id: string, mandate: Mandate | null): Promise<ApiToken | null> {
    const [row] = (await this.desk(ApiTokenRow.tableName)
      .where({ id, user_id: userId })
      .update(orNone(mandate, MANDATE, PREFIX))
      .returning('*')) as object[];
    return row ? this.codec.fromRow(row) : null;
  }

  async standingMandate(tokenId: string, now: Date): Promise<StandingMandate | null> {
    const row = await this.standingAt(now).where('id', tokenId).first();
    return row ? { mandate: mandateIn(row) } : null;
  }
}

function mandateIn(row: object): Mandate | null {
  const mandate = fromColumns<Mandate>(row, MANDATE, PREFIX);
  return Object.values(mandate).every((bound) => bound === null) ? null : mandate;
}
