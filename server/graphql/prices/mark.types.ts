import 'reflect-metadata';
import { Float, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { Mark } from '../../domain/market/mark.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { WithGreeks } from './greeks.types.ts';

/** Fields of a price that values a position. Unknown is null, never 0. */
@ObjectType({ simpleResolvers: true })
export abstract class PricedPosition extends WithGreeks implements Mark {
  @Maybe(
    () => DecimalScalar,
    'Best bid, dollars per share or unit; for a token, what one unit fetches when the user’s whole holding is sold, fees and price impact of the swap included.',
  )
  bid!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Best ask, dollars per share or unit; null for a token that is held.')
  ask!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Mid of bid and ask, dollars per share or unit; for a token, its judged price.',
  )
  mid!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'What it would fetch: the bid of a long position, the ask of a short one.',
  )
  price!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Price of the underlying in dollars; null for an instrument without one.',
  )
  underlyingPrice!: Decimal | null;
  @Maybe(() => String, 'The source, e.g. simulated, tradier, orats-live, jupiter.') source!:
    string | null;
  @Maybe(() => DateTimeScalar, 'The source’s time of the price; null when the source does not say.')
  sourceTime!: Date | null;
  @Maybe(() => DateTimeScalar, 'When the desk received it.') receivedAt!: Date | null;
  @Maybe(() => Float, 'Seconds since the price was true, as far as known.') ageSeconds!:
    number | null;
  @Given(() => Boolean, 'The source delays its prices on purpose, by some 15 minutes.')
  delayed!: boolean;
  @Given(() => Boolean, 'Too old to trust.') stale!: boolean;
  @Given(
    () => Boolean,
    'Whether it is from the minute after the exchange’s open, 9:30 in New York: it triggers nothing and widens no excursion.',
  )
  firstMinute!: boolean;
}

@ObjectType('Mark', { simpleResolvers: true, description: 'What a position would fetch now.' })
export class MarkType extends PricedPosition {}
