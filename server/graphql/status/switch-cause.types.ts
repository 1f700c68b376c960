import 'reflect-metadata';
import { ObjectType } from 'type-graphql';
import type { KnownCause, TripKind } from '../../domain/risk/trip.ts';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';

const TripKindEnum = describedEnum<TripKind>(
  'SwitchCauseKind',
  'What trips a kill switch to HALT_ENTRIES automatically: all kinds in REAL, only LOG_BROKEN in PAPER.',
  {
    DAILY_LOSS: 'The loss realised on an exchange day has reached maxDailyLoss.',
    FAILED_SENDS: 'The last five orders that were sent all failed.',
    ORDER_UNKNOWN: 'An order has had no answer for five minutes.',
    VENUE_DIFFERS: 'The venue differs from the ledger twice in a row, in quantity or cash.',
    TURNED_AWAY: 'The venue refuses the stored token, with 401 or 403.',
    CLOCK_OFF: 'The desk’s clock is 30 seconds or more off the venue’s.',
    PRICE_CONFLICT: 'The prices of half of the open trades or more contradict themselves.',
    LOG_BROKEN:
      'The log was altered, or its events do not add up to what is stored. It is read whole after each start.',
  },
);

@ObjectType('SwitchCause', {
  simpleResolvers: true,
  description: 'A cause that trips, or has tripped, the caller’s kill switch automatically.',
})
export class SwitchCauseType implements KnownCause {
  @Given(() => TripKindEnum, 'Which kind of cause.') kind!: TripKind;
  @Given(
    () => String,
    'What it is about: an order’s tag, an account, a day or an event of the log; empty for a kind of which a book has one at most.',
  )
  subject!: string;
  @Given(() => DateTimeScalar, 'When it was found.') since!: Date;
  @Maybe(() => DateTimeScalar, 'When it tripped the switch; null when the switch was up already.')
  trippedAt!: Date | null;
  @Maybe(() => DateTimeScalar, 'When it was seen to be over; null while it lasts.')
  endedAt!: Date | null;
  @Given(() => String, 'The evidence, in a sentence with figures.') words!: string;
}
