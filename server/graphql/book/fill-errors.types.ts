import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import type { FillModel } from '../../domain/matching/fill-model.ts';
import type { Estimate } from '../../domain/statistics/estimate.ts';
import type { FillDistance, FillError, SpreadError } from '../../domain/statistics/fill-errors.ts';
import type { StatsDimension } from '../../domain/statistics/segment-keys.ts';
import { Given, Maybe } from '../enums/described.ts';
import { FillModelEnum } from '../enums/trade-enums.ts';
import { StatsDimensionEnum } from './stats-dimension.ts';
import { EstimateType } from './trade-stats.types.ts';

@ObjectType({ simpleResolvers: true })
abstract class DistanceFields implements FillDistance {
  @Given(
    () => EstimateType,
    'Mean absolute distance, cents per share or unit of the quoted price; n fills.',
  )
  cents!: Estimate;
  @Given(
    () => EstimateType,
    'The same as a share of the bid-ask spread, 1 is the whole spread; n fills in markets that have one.',
  )
  ofSpread!: Estimate;
  @Given(() => Int, 'Fills in a known market in which the model would not have filled.')
  refused!: number;
}

@ObjectType('FillErrorBySpread', {
  simpleResolvers: true,
  description: 'How far a model’s fills lie from the venue’s in markets of one width.',
})
export class SpreadErrorType extends DistanceFields implements SpreadError {
  @Given(() => String, 'The range of the bid-ask spread as a share of the mid.') spread!: string;
}

@ObjectType('FillError', {
  simpleResolvers: true,
  description:
    'How far a fill model’s shadow fills lie from the venue’s own: the same orders at the same times, in the market on which the venue filled.',
})
export class FillErrorType extends DistanceFields implements FillError {
  @Given(
    () => FillModelEnum,
    'The model. CALIBRATED counts only in fills later than those that it is fitted to.',
  )
  model!: FillModel;
  @Given(() => String, 'Version of its rule; that of CALIBRATED names its fit.') version!: string;
  @Maybe(() => StatsDimensionEnum, 'HOUR of the fill or DTE at the fill; null: all fills.')
  dimension!: StatsDimension | null;
  @Maybe(() => String, 'The range within the dimension; null: all fills.') key!: string | null;
  @Given(
    () => [SpreadErrorType],
    'The same by the width of the market, narrow first; only when dimension is null.',
  )
  bySpread!: readonly SpreadError[];
}
