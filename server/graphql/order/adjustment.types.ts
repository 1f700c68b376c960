import 'reflect-metadata';
import { ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { AdjustmentChoice, ExitAdjustment } from '../../domain/order/exit-adjustment.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { AdjustmentChoiceEnum } from '../enums/order-enums.ts';

@ObjectType('ExitAdjustment', {
  simpleResolvers: true,
  description:
    'New terms that the venue gave a working exit order, e.g. for a split or a dividend. The order’s own fields have the terms that the desk asked for. It waits for settleExitAdjustment.',
})
export class ExitAdjustmentType implements ExitAdjustment {
  @Given(() => DecimalScalar, 'Its quantity at the venue: contracts, shares or token units.')
  quantity!: Decimal;
  @Maybe(() => DecimalScalar, 'Trigger at the venue, dollars per share or unit; null: none.')
  stopPrice!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Limit at the venue, dollars per share or unit; null: none.')
  limitPrice!: Decimal | null;
  @Given(() => DateTimeScalar, 'When the desk saw it.') toldAt!: Date;
  @Maybe(
    () => DateTimeScalar,
    'When the account was seen to hold exactly what the book does; null while that is unknown: until then the desk changes nothing.',
  )
  comparedAt!: Date | null;
  @Maybe(() => AdjustmentChoiceEnum, 'What a person chose; null while it waits.')
  choice!: AdjustmentChoice | null;
  @Maybe(() => String, 'The person’s reason, in their words; null when they gave none.')
  note!: string | null;
  @Maybe(() => DateTimeScalar, 'When they chose; null while it waits.') settledAt!: Date | null;
  @Maybe(() => String, 'Who chose, as the log names them: user:NAME; null while it waits.')
  settledBy!: string | null;
}
