import 'reflect-metadata';
import { ID, ObjectType } from 'type-graphql';
import type { ApiToken, Scope } from '../../domain/account/user.ts';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';

export const ScopeEnum = describedEnum<Scope>('Scope', 'What an API token may do.', {
  READ: 'Every query and subscription of its user except jobs and backups; refreshPrices. Every other scope includes this.',
  TRADE_PAPER: 'Trading, alerts, strategies and backtests of PAPER; raising its kill switch.',
  TRADE_REAL: 'The same for REAL, if this server trades it.',
  ADMIN: 'The server’s jobs and backups; an ADMIN user’s tokens only.',
});

@ObjectType('ApiToken', {
  simpleResolvers: true,
  description:
    'A key with which a program acts for the caller; the key itself is never shown again.',
})
export class ApiTokenType implements Omit<ApiToken, 'userId'> {
  @Given(() => ID, 'Id of the API token, by which it is revoked.') id!: string;
  @Given(() => String, 'What the caller called it.') name!: string;
  @Given(() => [ScopeEnum], 'What it may do.') scopes!: readonly Scope[];
  @Given(() => DateTimeScalar, 'When it was made.') createdAt!: Date;
  @Maybe(() => DateTimeScalar, 'When it expires; null: valid until it is revoked.')
  expiresAt!: Date | null;
  @Maybe(() => DateTimeScalar, 'When it was last used, to the minute; null before the first time.')
  lastUsedAt!: Date | null;
}

@ObjectType('CreatedApiToken', {
  simpleResolvers: true,
  description: 'A new API token, with its key, which is shown only here.',
})
export class CreatedApiTokenType {
  @Given(() => ID, 'Id of the API token, by which it is revoked.') id!: string;
  @Given(() => String, 'The key: Authorization: Bearer TOKEN. Shown only here.') token!: string;
  @Given(() => String, 'What the caller called it.') name!: string;
  @Given(() => [ScopeEnum], 'What it may do.') scopes!: readonly Scope[];
  @Maybe(() => DateTimeScalar, 'When it expires; null: valid until it is revoked.')
  expiresAt!: Date | null;
}
