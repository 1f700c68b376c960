import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import type { FillModel } from '../../domain/matching/fill-model.ts';
import type { Rival } from '../../domain/statistics/calibration.ts';
import type { Estimate } from '../../domain/statistics/estimate.ts';
import type { TradingMode } from '../../domain/mode.ts';
import { EstimateType } from '../book/trade-stats.types.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { FillModelEnum, TradingModeEnum } from '../enums/trade-enums.ts';

@ObjectType('FillRival', {
  simpleResolvers: true,
  description: 'CALIBRATED against one other fill model on later fills that both price.',
})
export class FillRivalType implements Rival {
  @Given(() => FillModelEnum, 'The other model.') model!: Rival['model'] & FillModel;
  @Given(
    () => EstimateType,
    'Cents per share or unit by which CALIBRATED is closer to the venue; negative: farther. n entries and exits; the interval holds however often one looks.',
  )
  closer!: Estimate;
  @Given(
    () => Boolean,
    'Whether the other model would not have filled most of what CALIBRATED fills; CALIBRATED then need not beat it.',
  )
  refuses!: boolean;
  @Given(
    () => Boolean,
    'Whether CALIBRATED is closer beyond doubt: the whole interval of closer lies above 0.',
  )
  beaten!: boolean;
}

@ObjectType('FillCalibration', {
  simpleResolvers: true,
  description:
    'The fill model CALIBRATED, fitted to the caller’s earlier venue fills and tested on the later ones. All fills of one entry or exit count as one.',
})
export class FillCalibrationType {
  @Given(() => TradingModeEnum, 'The book of the fills.') mode!: TradingMode;
  @Given(() => Boolean, 'Whether CALIBRATED can be chosen.') offered!: boolean;
  @Maybe(() => String, 'Why CALIBRATED cannot be chosen; null when it can.') why!: string | null;
  @Maybe(() => String, 'Version, which names the fit; null without one.') version!: string | null;
  @Maybe(
    () => Int,
    'Share of the bid-ask spread that buys give up from the bid, percent points; null without a fit.',
  )
  buys!: number | null;
  @Maybe(
    () => Int,
    'Share of the bid-ask spread that sells give up from the ask, percent points; null without a fit.',
  )
  sells!: number | null;
  @Given(() => Int, 'Entries and exits that it is fitted to.') earlier!: number;
  @Given(() => Int, 'Later entries and exits that it prices.') later!: number;
  @Given(() => Int, 'How many fills these later entries and exits have.') laterFills!: number;
  @Maybe(() => DateTimeScalar, 'When the later fills begin; null without any.') from!: Date | null;
  @Given(() => [FillRivalType], 'Each other model; empty without a fit.')
  rivals!: readonly Rival[];
}
