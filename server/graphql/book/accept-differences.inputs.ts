import 'reflect-metadata';
import { InputType } from 'type-graphql';
import type { SeenDifference } from '../../domain/reconciliation/accept-differences.ts';
import type { InvariantName } from '../../domain/reconciliation/invariant.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { AcceptInput } from '../../ports/desk-of-book.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { TradingModeEnum } from '../enums/trade-enums.ts';
import { InvariantNameEnum } from './reconciliation.types.ts';

@InputType('SeenDifferenceInput', { description: 'A difference as the caller saw it.' })
export class SeenDifferenceInput implements SeenDifference {
  @Given(() => InvariantNameEnum, 'CASH or PNL; no other is accepted.')
  invariant!: InvariantName;
  @Given(
    () => DecimalScalar,
    'InvariantCheck.difference, theirs − ours in dollars; a CONFLICT when it has changed.',
  )
  difference!: Decimal;
}

@InputType('AcceptDifferencesInput', {
  description: 'A difference that a person can explain, such as a deposit at the venue.',
})
export class AcceptDifferencesInput implements AcceptInput {
  @Given(() => TradingModeEnum, 'The book.') mode!: TradingMode;
  @Given(() => String, '8 to 64 of A-Z a-z 0-9 -: the same key with the same input is done once.')
  idempotencyKey!: string;
  @Given(() => String, 'InvariantCheck.venue; the simulated venue accepts no differences.')
  venue!: string;
  @Maybe(
    () => String,
    'InvariantCheck.account; only its differences are accepted. Left out, with several accounts at the venue: the one whose difference is still the one that the caller saw.',
  )
  account?: string | null;
  @Given(() => [SeenDifferenceInput], 'One or both; all are accepted, or none.')
  differences!: SeenDifferenceInput[];
  @Given(() => String, 'Why it differs, 1 to 500 characters; logged.') note!: string;
}
