import 'reflect-metadata';
import { ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Mandate } from '../../domain/account/mandate.ts';
import type { ApiToken, Scope } from '../../domain/account/user.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';

export const ScopeEnum = describedEnum<Scope>('Scope', 'What an API token may do.', {
  READ: 'Every query and subscription of its user except jobs and backups; refreshPrices. Every other scope includes this.',
  TRADE_PAPER: 'Trading, alerts, strategies and backtests of PAPER; raising its kill switch.',
  TRADE_REAL: 'The same for REAL, if this server trades it.',
  ADMIN: 'The server’s jobs and backups; an ADMIN user’s tokens only.',
});

@ObjectType({ simpleResolvers: true })
@InputType()
abstract class MandateFields implements Mandate {
  @Maybe(
    () => [String],
    'Tickers and mints that it may trade and touch, an option by its underlying, 1 to 50; null: all.',
  )
  symbols!: readonly string[] | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars that one entry may tie up: the cost with its fees, the collateral of a short put, nothing for a covered call; null: no bound.',
  )
  maxOrderCost!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars that all trades placed by the token may tie up together in one book: pending and open ones, and shares that came from its options; null: no bound.',
  )
  maxExposure!: Decimal | null;
  @Maybe(
    () => Int,
    'Entries in one book on one exchange day, those refused by the venue included; null: no bound.',
  )
  maxTradesPerDay!: number | null;
}

@ObjectType('Mandate', {
  simpleResolvers: true,
  description:
    'The bounds of an API token within its scopes, counted in each book separately. A request beyond them is FORBIDDEN, with extensions.rule, limit and actual.',
})
export class MandateType extends MandateFields {}

@InputType('MandateInput', {
  description:
    'The bounds of an API token, at least one; a field that is left out or null sets no bound.',
})
export class MandateInput extends MandateFields {}

@ObjectType('ApiToken', {
  simpleResolvers: true,
  description:
    'A key with which a program acts for the caller; the key is shown only when it is created.',
})
export class ApiTokenType implements Omit<ApiToken, 'userId'> {
  @Given(() => ID, 'Id of the API token, by which it is revoked.') id!: string;
  @Given(() => String, 'What the caller called it.') name!: string;
  @Given(() => [ScopeEnum], 'What it may do.') scopes!: readonly Scope[];
  @Given(() => DateTimeScalar, 'When it was made.') createdAt!: Date;
  @Maybe(() => DateTimeScalar, 'When it expires; null: valid until it is revoked.')
  expiresAt!: Date | null;
  @Maybe(() => MandateType, 'Its bounds within its scopes; null: none.')
  mandate!: Mandate | null;
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
  @Maybe(() => MandateType, 'Its bounds within its scopes; null: none.')
  mandate!: Mandate | null;
}
