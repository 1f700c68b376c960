import 'reflect-metadata';
import { ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { Review } from '../../domain/trade/trade.ts';
import type { TradeStatus } from '../../domain/trade/trade-status.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { TradeStatusEnum } from '../enums/trade-enums.ts';

@ObjectType('Review', {
  simpleResolvers: true,
  description: 'How a person settled NEEDS_REVIEW, by the log.',
})
export class ReviewType implements Omit<Review, 'at'> {
  @Given(() => DateTimeScalar, 'When.') reviewedAt!: Date;
  @Given(() => String, 'Who, as the log names them: user:NAME.') reviewer!: string;
  @Given(() => TradeStatusEnum, 'How the trade, or the reviewed part of it, ended.')
  status!: TradeStatus;
  @Maybe(
    () => DecimalScalar,
    'Price at which it was closed, dollars per share or unit; null when nothing was.',
  )
  exitPrice!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Quantity that it closed, in contracts, shares or token units; null when nothing was closed, or it was not recorded.',
  )
  quantity!: Decimal | null;
  @Given(() => String, 'How they knew, in their words.') note!: string;
  @Maybe(
    () => String,
    'What the desk and the venue’s account history showed when the review was requested.',
  )
  evidence!: string | null;
}
