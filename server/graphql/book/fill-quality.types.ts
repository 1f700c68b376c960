import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { DelayCost, FillCost, FillQuality } from '../../domain/statistics/fill-quality.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';

@ObjectType('FillCost', {
  simpleResolvers: true,
  description:
    'The cost of fills against the mid of bid and ask: positive is paid, negative is better than the mid.',
})
export class FillCostType implements FillCost {
  @Given(() => Int, 'How many fills.') fills!: number;
  @Given(
    () => Int,
    'How many of these fills have a market to measure by; the figures cover only these.',
  )
  measured!: number;
  @Maybe(() => DecimalScalar, 'Total dollars; null when none was measured.')
  total!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars in quoted price, per share or share of a contract, weighted by size; times the multiplier it is dollars per contract.',
  )
  perUnit!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'As a ratio of the spread, both summed by size: 0.5 is from the mid to the far side. Null without a spread.',
  )
  ofSpread!: Decimal | null;
}

@ObjectType('DelayCost', {
  simpleResolvers: true,
  description:
    'Fills at a venue that fills on delayed quotes, measured against the market at both times; a fill counts when both are known.',
})
export class DelayCostType implements DelayCost {
  @Given(() => FillCostType, 'Against the mid at the time of the fill.') atFill!: FillCost;
  @Given(() => FillCostType, 'Against the mid delaySeconds earlier, on which the venue filled.')
  atQuote!: FillCost;
  @Maybe(
    () => DecimalScalar,
    'The part of atFill that the delay caused, dollars: the market’s move in between; negative when it was in our favour.',
  )
  byDelay!: Decimal | null;
  @Maybe(() => DecimalScalar, 'The same per share or share of a contract, dollars.')
  byDelayPerUnit!: Decimal | null;
}

@ObjectType('FillQuality', {
  simpleResolvers: true,
  description: 'How close to the mid closed trades were filled, at entry and exit.',
})
export class FillQualityType implements FillQuality {
  @Given(
    () => Int,
    'A fill is measured by a market that is known within this many seconds of the fill.',
  )
  withinSeconds!: number;
  @Given(() => Int, 'Seconds by which a delayed venue’s quotes are late.') delaySeconds!: number;
  @Given(() => FillCostType, 'Every fill.') all!: FillCost;
  @Given(() => FillCostType, 'Fills of entries.') entries!: FillCost;
  @Given(() => FillCostType, 'Fills of stops, targets and closes.') exits!: FillCost;
  @Given(() => FillCostType, 'Measured fills with a spread under 5 % of the mid.')
  tight!: FillCost;
  @Given(
    () => DelayCostType,
    'The effect of filling on delayed quotes; has no fills when no venue fills on them.',
  )
  delay!: DelayCost;
}
