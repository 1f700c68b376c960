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
  description: 'How a person settled NEEDS_REVIEW, as the log has it.',
})
export class ReviewType implements Omit<Review, 'at'> {
  @Given(() => DateTimeScalar, 'When.') reviewedAt!: Date;
  @Given(() => String, 'Who, as the log names them: user:NAME.') reviewer!: string;
  @Given(() => TradeStatusEnum, 'How it ended; of a part, how that part did.') status!: TradeStatus;
  @Maybe(
    () => DecimalScalar,
    'Price at which it was closed, dollars per share or unit; null where nothing was.',
  )
  exitPrice!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'How much was closed by it, contracts, shares or token units: all that was held, or a part; null when nothing was, or when it was not recorded.',
  )
  quantity!: Decimal | null;
  @Given(() => String, 'How they knew, in their words.') note!: string;
  @Maybe(
    () => String,
    'What the desk, and the venue’s account history, said when the review was asked for.',
  )
  evidence!: string | null;
}
