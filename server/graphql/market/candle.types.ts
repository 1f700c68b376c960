import 'reflect-metadata';
import { ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { Candle, CandleInterval } from '../../domain/market/candle.ts';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';

export const CandleIntervalEnum = describedEnum<CandleInterval>(
  'CandleInterval',
  'How long a candle lasts.',
  {
    ONE_MINUTE: 'One minute.',
    FIVE_MINUTES: 'Five minutes.',
    FIFTEEN_MINUTES: 'Fifteen minutes.',
    ONE_HOUR: 'One hour.',
    ONE_DAY: 'One day of the exchange.',
  },
);

@ObjectType('Candle', {
  simpleResolvers: true,
  description:
    'Prices over one interval, dollars per share or unit: trades of regular sessions at Tradier, the mid of bid and ask on the simulated market, accepted prices of a token.',
})
export class CandleType implements Candle {
  @Given(() => DateTimeScalar, 'When it begins; for a day, midnight in New York.') at!: Date;
  @Given(() => DecimalScalar, 'First price.') open!: Decimal;
  @Given(() => DecimalScalar, 'Highest price.') high!: Decimal;
  @Given(() => DecimalScalar, 'Lowest price.') low!: Decimal;
  @Given(() => DecimalScalar, 'Last price; for the candle in progress, the price now.')
  close!: Decimal;
  @Maybe(() => DecimalScalar, 'Contracts, shares or units traded; null when unknown.')
  volume!: Decimal | null;
}
