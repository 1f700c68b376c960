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
  description: 'What a venue held of a trade’s symbol when it came to differ from the book.',
})
export class DoubtType {
  @Given(() => DoubtCauseEnum, 'What most likely did it.') cause!: DoubtCause;
  @Given(
    () => DecimalScalar,
    'Contracts or shares that all trades of the account held in the book; negative: short.',
  )
  bookQuantity!: Decimal;
  @Given(() => DecimalScalar, 'Contracts or shares in the account; negative: short.')
  venueQuantity!: Decimal;
  @Maybe(
    () => Int,
    'New shares for every oldShares, where the positions may come of a split; else null.',
  )
  newShares!: number | null;
  @Maybe(() => Int, 'Old shares; null with newShares.') oldShares!: number | null;
  @Maybe(() => String, 'What most likely took the symbol’s place in the account; null: nothing.')
  successor!: string | null;
  @Given(() => DateTimeScalar, 'When the desk saw it.') at!: Date;
}
