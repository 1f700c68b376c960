import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { DoubtCause } from '../../domain/trade/doubt.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { DoubtCauseEnum } from '../enums/doubt-enums.ts';

@ObjectType('Doubt', {
  simpleResolvers: true,
  description: 'A difference between the venue’s holding of a trade’s symbol and the book’s.',
})
export class DoubtType {
  @Given(() => DoubtCauseEnum, 'The likely cause.') cause!: DoubtCause;
  @Given(
    () => DecimalScalar,
    'Contracts or shares of all trades of the account in the book; negative: short.',
  )
  bookQuantity!: Decimal;
  @Given(() => DecimalScalar, 'Contracts or shares in the account; negative: short.')
  venueQuantity!: Decimal;
  @Maybe(
    () => Int,
    'New shares for every oldShares, when a split may explain the positions; else null.',
  )
  newShares!: number | null;
  @Maybe(() => Int, 'Old shares; null with newShares.') oldShares!: number | null;
  @Maybe(() => String, 'The symbol that most likely replaced it in the account; null: none.')
  successor!: string | null;
  @Given(() => DateTimeScalar, 'When the desk saw it.') at!: Date;
}
