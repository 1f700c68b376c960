import 'reflect-metadata';
import { ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { LimitUse } from '../../domain/risk/limit-use.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';

@ObjectType('LimitUse', {
  simpleResolvers: true,
  description:
    'How much of a limit the caller uses in one book, before any further entry. No limit ever blocks an exit.',
})
export class LimitUseType implements LimitUse {
  @Given(() => String, 'Name of the rule, as in RiskCheck.') rule!: string;
  @Maybe(
    () => DecimalScalar,
    'Trades, or dollars when the rule counts money; a daily loss is the realised loss of the exchange day. Null when the rule checks each entry on its own, and for a drawdown or losses in a row without a limit.',
  )
  used!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'The stored limit, in the same unit: in REAL the stricter of two. Null means no limit.',
  )
  limit!: Decimal | null;
  @Maybe(
    () => String,
    'The underlying or symbol that uses the most; null when the rule covers the whole book.',
  )
  subject!: string | null;
  @Maybe(
    () => DateTimeScalar,
    'Until when entries wait because of losing trades in a row; null when they do not wait.',
  )
  until!: Date | null;
}
