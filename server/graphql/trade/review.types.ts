import 'reflect-metadata';
import { ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { Review } from '../../domain/trade/review.ts';
import type { TradeStatus } from '../../domain/trade/trade-status.ts';
import { Given, Maybe } from '../described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { TradeStatusEnum } from './trade-enums.ts';

@ObjectType('Review', {
  simpleResolvers: true,
  description: 'How a person settled NEEDS_REVIEW, as the log tells it.',
})
export class ReviewType implements Review {
  @Given(() => DateTimeScalar, 'When.') reviewedAt!: Date;
  @Given(() => String, 'Who, as the log names them: user:NAME.') reviewer!: string;
  @Given(() => TradeStatusEnum, 'What the trade became by it.') status!: TradeStatus;
  @Maybe(
    () => DecimalScalar,
    'Price at which all that was held was closed, dollars per share or unit; null where nothing was.',
  )
  exitPrice!: Decimal | null;
  @Given(() => String, 'How they knew, in their words.') note!: string;
  @Maybe(
    () => String,
    'What the desk, and the venue’s account history, said when the review was asked for.',
  )
  evidence!: string | null;
}
