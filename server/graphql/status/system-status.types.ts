import 'reflect-metadata';
import { Float, Int, ObjectType } from 'type-graphql';
import type { KillSwitchLevel } from '../../domain/account/account.ts';
import type { SnapshotCompleteness, SnapshotGap } from '../../domain/book/completeness.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { MarketSession } from '../../domain/calendar/market-calendar.ts';
import type { SystemStatus } from '../../ports/desk-of-book.ts';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import { CalendarDateScalar, DateTimeScalar } from '../scalars/date-scalars.ts';
import { TradingModeEnum } from '../enums/trade-enums.ts';
import { SwitchCauseType } from './switch-cause.types.ts';

export const KillSwitchLevelEnum = describedEnum<KillSwitchLevel>(
  'KillSwitchLevel',
  'What is stopped in one book.',
  {
    OFF: 'Nothing.',
    HALT_ENTRIES: 'Entries are refused; exits go on.',
    HALT_ALL:
      'Entries are refused and the desk sends nothing on its own; brackets at a venue stay, stops and targets of tokens are not sold, and a person may still close and cancel.',
  },
);

const MarketSessionEnum = describedEnum<MarketSession>(
  'MarketSession',
  'What the venue’s market is doing.',
  {
    PRE_MARKET: 'Before the regular session.',
    REGULAR: 'The regular session.',
    POST_MARKET: 'After the regular session.',
    CLOSED: 'No session.',
    ALWAYS_OPEN: 'A market that never closes.',
  },
);

@ObjectType('SnapshotGap', {
  simpleResolvers: true,
  description: 'A span in which marks were missed.',
})
export class SnapshotGapType implements SnapshotGap {
  @Given(() => DateTimeScalar, 'First mark missed.') from!: Date;
  @Given(() => DateTimeScalar, 'Last mark missed.') to!: Date;
  @Given(() => Int, 'How many marks were missed.') count!: number;
  @Given(() => String, 'Why, in words.') cause!: string;
}

@ObjectType('SnapshotCompleteness', {
  simpleResolvers: true,
  description: 'How many of the marks that were due on an exchange date were taken.',
})
export class SnapshotCompletenessType implements SnapshotCompleteness {
  @Given(() => CalendarDateScalar, 'The exchange date.') date!: string;
  @Given(() => Int, 'How many marks were due so far.') expected!: number;
  @Given(() => Int, 'How many were taken.') taken!: number;
  @Given(() => [SnapshotGapType], 'What was missed, and why.') gaps!: readonly SnapshotGapType[];
}

@ObjectType('SystemStatus', {
  simpleResolvers: true,
  description: 'The status of the desk in one book.',
})
export class SystemStatusType implements SystemStatus {
  @Given(() => TradingModeEnum, 'The book.') mode!: TradingMode;
  @Given(() => String, 'The venue that the caller’s orders of this book go to.') venue!: string;
  @Given(() => Boolean, 'Whether the venue is simulated.') simulated!: boolean;
  @Given(() => MarketSessionEnum, 'What the market of the caller’s venue is doing.')
  marketSession!: MarketSession;
  @Maybe(() => DateTimeScalar, 'The session’s next change; null for a market that never closes.')
  nextSessionChange!: Date | null;
  @Given(
    () => String,
    'The source of the session: the venue’s clock, its calendar, or our own calendar and why it is not the venue’s.',
  )
  sessionSource!: string;
  @Given(
    () => Boolean,
    'Whether our own calendar replaces that of a venue that did not answer, or is not trusted.',
  )
  sessionUnconfirmed!: boolean;
  @Given(() => DateTimeScalar, 'The desk’s time.') clock!: Date;
  @Given(() => Boolean, 'The desk’s time is artificial, set by TEST_CLOCK.') testClock!: boolean;
  @Maybe(
    () => Float,
    'Seconds since the oldest mark of an open trade was true; null when nothing is open or marked.',
  )
  dataAgeSeconds!: number | null;
  @Given(() => Boolean, 'Whether entries of real money may be placed now.') armed!: boolean;
  @Maybe(() => DateTimeScalar, 'REAL: until when it is armed.') armedUntil!: Date | null;
  @Maybe(
    () => String,
    'The phrase that armRealTrading expects, word for word; null while REAL cannot be armed.',
  )
  armPhrase!: string | null;
  @Given(
    () => KillSwitchLevelEnum,
    'What is stopped, by the caller or by a file that halts everybody, whichever is stricter.',
  )
  killSwitch!: KillSwitchLevel;
  @Given(() => KillSwitchLevelEnum, 'What the caller has stopped.') ownKillSwitch!: KillSwitchLevel;
  @Given(
    () => KillSwitchLevelEnum,
    'What a file HALT_ENTRIES or HALT_ALL in the server’s data directory has stopped for everybody.',
  )
  deskHalt!: KillSwitchLevel;
  @Given(
    () => [SwitchCauseType],
    'Causes that trip the caller’s kill switch automatically, oldest first: those that last, and ended ones that tripped a switch that is still up. A cause trips once: after a person lowers the switch, it stays down while the same cause lasts.',
  )
  switchCauses!: readonly SwitchCauseType[];
  @Given(() => Int, 'Orders with an unknown outcome.') unknownOrders!: number;
  @Given(
    () => Int,
    'Open trades whose stop does not work: it is not at the venue or, for a token, the desk may not act on it, as under HALT_ALL.',
  )
  unprotectedTrades!: number;
  @Given(() => SnapshotCompletenessType, 'How complete today’s marks are.')
  snapshotCompleteness!: SnapshotCompleteness;
  @Given(() => String, 'Version of the server.') version!: string;
}
