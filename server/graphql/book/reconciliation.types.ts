import 'reflect-metadata';
import { ObjectType } from 'type-graphql';
import type {
  AcceptedDifference,
  InvariantName,
  InvariantState,
} from '../../domain/reconciliation/invariant.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { VenueName } from '../../domain/venue.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { TradingModeEnum } from '../enums/trade-enums.ts';

export const InvariantNameEnum = describedEnum<InvariantName>(
  'InvariantName',
  'What must agree within a book, and between it and the account at the venue.',
  {
    QUANTITY: 'How much of each instrument is held.',
    AVERAGE_PRICE: 'What each instrument cost on average.',
    CASH: 'The money that trades moved: cash + positions at cost = deposits + realised P&L − fees.',
    PNL: 'What trades have earned, less fees.',
  },
);

const InvariantStateEnum = describedEnum<InvariantState>('InvariantState', 'The result.', {
  HOLDS: 'Both sides agree, within the tolerance.',
  DIFFERS: 'Both sides differ, also when compared again after a sync.',
  UNKNOWN:
    'The venue gives no figure, or something is in progress; this does not count as agreement.',
});

@ObjectType('AcceptedDifference', {
  simpleResolvers: true,
  description: 'A difference that a person accepted by acceptDifferences.',
})
export class AcceptedDifferenceType implements AcceptedDifference {
  @Given(() => DecimalScalar, 'theirs − ours at that time, dollars.') difference!: Decimal;
  @Given(() => DateTimeScalar, 'When it was accepted.') at!: Date;
  @Given(() => String, 'Who accepted it, as the log names them: user:NAME.') actor!: string;
  @Given(() => String, 'The person’s reason, in their words.') note!: string;
}

@ObjectType('InvariantCheck', {
  simpleResolvers: true,
  description: 'The last result of checking one invariant in one account at a venue.',
})
export class InvariantCheckType {
  @Given(() => InvariantNameEnum, 'Which invariant.') invariant!: InvariantName;
  @Given(() => String, 'The venue of the orders concerned.') venue!: VenueName;
  @Given(() => String, 'The venue’s account number.') account!: string;
  @Given(() => InvariantStateEnum, 'Whether both sides agree.') state!: InvariantState;
  @Maybe(
    () => DecimalScalar,
    'The book’s figure: total contracts and shares for QUANTITY, else dollars; null when not compared.',
  )
  ours!: Decimal | null;
  @Maybe(() => DecimalScalar, 'The other side’s figure, in the same unit.')
  theirs!: Decimal | null;
  @Maybe(() => DecimalScalar, 'theirs − ours; null when either is unknown.')
  difference!: Decimal | null;
  @Given(
    () => DecimalScalar,
    'How far apart they may be and still agree, in the same unit: 0 when both are exact; otherwise fees that the venue does not report, and its rounding to cents.',
  )
  tolerance!: Decimal;
  @Given(
    () => Boolean,
    'Whether the book contradicts itself: both sides are its own, its account and its trades.',
  )
  within!: boolean;
  @Given(() => String, 'What was compared and how it differs, in sentences.') evidence!: string;
  @Given(() => DateTimeScalar, 'Since when it has had this state.') since!: Date;
  @Given(() => DateTimeScalar, 'When it was last compared.') checkedAt!: Date;
  @Given(() => Boolean, 'Whether the check differs and acceptDifferences may accept it.')
  acceptable!: boolean;
  @Maybe(() => String, 'What to do about the difference, in a sentence; null when there is none.')
  advice!: string | null;
  @Maybe(
    () => AcceptedDifferenceType,
    'The last accepted difference, from which changes are compared; null when none was accepted yet.',
  )
  accepted!: AcceptedDifference | null;
}

@ObjectType('Reconciliation', {
  simpleResolvers: true,
  description:
    'Whether one book of the caller agrees with itself and with its venues, as of the last reconciliation.',
})
export class ReconciliationType {
  @Given(() => TradingModeEnum, 'The book.') mode!: TradingMode;
  @Maybe(() => DateTimeScalar, 'When it was last compared; null before the first time.')
  lastRunAt!: Date | null;
  @Given(() => [InvariantCheckType], 'Four checks for each account that the book has traded in.')
  checks!: readonly InvariantCheckType[];
}
