import 'reflect-metadata';
import { Float, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { FillModel } from '../../domain/matching/fill-model.ts';
import type { FillComparison, ModelFill } from '../../domain/statistics/fill-comparison.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { FillModelEnum } from '../enums/trade-enums.ts';

@ObjectType('ModelFill', {
  simpleResolvers: true,
  description:
    'How one fill model would have priced a trade’s fills, each in the market at that time.',
})
export class ModelFillType implements ModelFill {
  @Given(() => FillModelEnum, 'The model.') model!: FillModel;
  @Given(() => String, 'Version of its rule.') version!: string;
  @Maybe(() => DecimalScalar, 'Average entry, dollars per share or unit; null when unknown.')
  entryPrice!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Average exit, dollars per share or unit; null when unknown.')
  exitPrice!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars per share or unit that the entry would have paid above the mid; negative: better than the mid.',
  )
  toMid!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars by which the trade would be better, or worse when negative, than with its own fills; fees and fills without a market stay as they were. Null when the model would not have filled one, or none has a market.',
  )
  difference!: Decimal | null;
  @Maybe(
    () => String,
    'Why a fill has no price: the model would not have filled its limit, no market was seen, or its fit was made of later fills.',
  )
  reason!: string | null;
}

@ObjectType('FillComparison', {
  simpleResolvers: true,
  description: 'A trade’s fills compared with each fill model: the same orders at the same times.',
})
export class FillComparisonType implements FillComparison {
  @Given(() => Int, 'How many fills.') fills!: number;
  @Given(() => Int, 'How many of these fills have a market seen within a minute.')
  measured!: number;
  @Maybe(() => DecimalScalar, 'Bid as the entry filled, dollars per share or unit.')
  bid!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Ask as the entry filled, dollars per share or unit.')
  ask!: Decimal | null;
  @Maybe(() => Float, 'Seconds from that market’s source time to the fill.')
  quoteAgeSeconds!: number | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars per share or unit that the actual entry paid above the mid; negative: better than the mid.',
  )
  toMid!: Decimal | null;
  @Given(
    () => [ModelFillType],
    'Each model for options and shares; CALIBRATED only once it is fitted to the caller’s venue fills, and then only for later fills.',
  )
  models!: readonly ModelFill[];
}
