import 'reflect-metadata';
import { ID, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { DriftReport } from '../../domain/drift/drift-report.ts';
import { Given, Maybe } from '../enums/described.ts';
import { connectionOf } from '../paging/connection.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { DRIFT_WORDS, oneOf } from './rule-words.ts';

@ObjectType('DriftCause', {
  simpleResolvers: true,
  description: 'The part of the drift that one cause explains.',
})
export class DriftCauseType {
  @Given(() => String, oneOf(DRIFT_WORDS))
  cause!: string;
  @Given(() => DecimalScalar, 'Dollars; positive: better than the reference.') amount!: Decimal;
  @Given(() => Int, 'How many rows it contributes to.') trades!: number;
}

@ObjectType('DriftRow', {
  simpleResolvers: true,
  description: 'A trade compared with its reference’s trade.',
})
export class DriftRowType {
  @Given(() => ID, 'Unique among the rows of all books of the caller.') id!: string;
  @Maybe(() => ID, 'Id of the trade; null: only the reference made it.') tradeId!: string | null;
  @Given(() => String, 'OCC symbol, ticker or mint.') symbol!: string;
  @Given(
    () => DateTimeScalar,
    'When the trade was entered; without one, when the reference entered its own.',
  )
  at!: Date;
  @Given(() => DecimalScalar, 'Dollars after fees that the reference made; 0 without one.')
  expected!: Decimal;
  @Given(() => DecimalScalar, 'netPnl of the trade in dollars; 0 without one.') actual!: Decimal;
  @Given(
    () => Boolean,
    'Whether its day has not been compared yet; until then its whole difference is UNEXPLAINED.',
  )
  awaiting!: boolean;
  @Maybe(
    () => String,
    'Why the trade has no reference, so that its whole difference is UNEXPLAINED; null when it has one, or while that is awaited.',
  )
  problem!: string | null;
  @Given(() => [DriftCauseType], 'Every cause, also those of 0; their sum is actual − expected.')
  causes!: readonly DriftCauseType[];
}

@ObjectType('DriftReport', {
  simpleResolvers: true,
  description: 'Results of strategies’ closed trades compared with their references.',
})
export class DriftReportType {
  @Given(() => Int, 'Closed trades of strategies that match the filter.') trades!: number;
  @Given(() => Int, 'How many of these trades wait for their day to be compared.')
  awaiting!: number;
  @Given(
    () => Int,
    'How many of these trades have no reference; problem of each row has the reason.',
  )
  unknown!: number;
  @Given(
    () => String,
    'BACKTEST: the same version over the bars that the run was handed. PAPER: the run in PAPER at the same time.',
  )
  reference!: string;
  @Given(() => DecimalScalar, 'Dollars after fees that the references made.') expected!: Decimal;
  @Given(
    () => DecimalScalar,
    'totalPnl of stats with the same filter, for strategies’ trades only.',
  )
  actual!: Decimal;
  @Given(() => DecimalScalar, 'actual − expected in dollars, which is the sum of causes.')
  total!: Decimal;
  @Given(
    () => [DriftCauseType],
    'Every cause, also those of 0, in the order in which they are taken off the difference.',
  )
  causes!: readonly DriftCauseType[];
  readonly report!: DriftReport;
}

export const DriftRowConnection = connectionOf('DriftRow', DriftRowType);
