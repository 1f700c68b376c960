import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { DelayCost, FillCost, FillQuality } from '../../domain/statistics/fill-quality.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';

@ObjectType('FillCost', {
  simpleResolvers: true,
  description:
    'What fills cost against the middle of bid and ask: positive is paid away from it, negative is got better than it.',
})
export class FillCostType implements FillCost {
  @Given(() => Int, 'How many fills.') fills!: number;
  @Given(() => Int, 'How many of them had a market to be measured by; the figures are of these.')
  measured!: number;
  @Maybe(() => DecimalScalar, 'Total dollars; null when none was measured.')
  total!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars of the quoted price, a share or a share of a contract, by size; times the multiplier it is dollars a contract.',
  )
  perUnit!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'As a ratio of the spread, both summed by size: 0.5 is from the middle to the far side. Null without a spread.',
  )
  ofSpread!: Decimal | null;
}

@ObjectType('DelayCost', {
  simpleResolvers: true,
  description:
    'Fills at a venue that fills on delayed quotes, measured by the market of both moments; a fill counts where both are known.',
})
export class DelayCostType implements DelayCost {
  @Given(() => FillCostType, 'Against the middle at the time of the fill.') atFill!: FillCost;
  @Given(() => FillCostType, 'Against the middle by delaySeconds earlier, which the venue went by.')
  atQuote!: FillCost;
  @Maybe(
    () => DecimalScalar,
    'Dollars of atFill that the delay caused: how far the market went in between; negative where it came our way.',
  )
  byDelay!: Decimal | null;
  @Maybe(() => DecimalScalar, 'The same a share or a share of a contract, dollars.')
  byDelayPerUnit!: Decimal | null;
}

@ObjectType('FillQuality', {
  simpleResolvers: true,
  description: 'How near the middle of the market closed trades were filled, in and out.',
})
export class FillQualityType implements FillQuality {
  @Given(
    () => Int,
    'A fill is measured by the market known to stand no more than so many seconds from it.',
  )
  withinSeconds!: number;
  @Given(() => Int, 'How many seconds behind a delayed venue’s quotes are.') delaySeconds!: number;
  @Given(() => FillCostType, 'Every fill.') all!: FillCost;
  @Given(() => FillCostType, 'Fills of entries.') entries!: FillCost;
  @Given(() => FillCostType, 'Fills of stops, targets and closes.') exits!: FillCost;
  @Given(() => FillCostType, 'Measured fills whose spread was under 5 % of the middle.')
  tight!: FillCost;
  @Given(
    () => DelayCostType,
    'The effect of filling on delayed quotes; without fills when no venue does.',
  )
  delay!: DelayCost;
}
