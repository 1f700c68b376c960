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
  description: 'What one cause did to results, beside the reference.',
})
export class DriftCauseType {
  @Given(() => String, oneOf(DRIFT_WORDS))
  cause!: string;
  @Given(() => DecimalScalar, 'Dollars; positive: better than the reference.') amount!: Decimal;
  @Given(() => Int, 'How many rows it has a part in.') trades!: number;
}

@ObjectType('DriftRow', {
  simpleResolvers: true,
  description: 'A trade beside the one of its reference.',
})
export class DriftRowType {
  @Given(() => ID, 'Unique among the rows of all books of the caller.') id!: string;
  @Maybe(() => ID, 'Id of the trade; null: only the reference made it.') tradeId!: string | null;
  @Given(() => String, 'OCC symbol, ticker or mint.') symbol!: string;
  @Given(() => DateTimeScalar, 'When it was entered; without a trade of ours, by the reference.')
  at!: Date;
  @Given(() => DecimalScalar, 'Dollars after fees that the reference made; 0 without one.')
  expected!: Decimal;
  @Given(() => DecimalScalar, 'netPnl of the trade in dollars; 0 without one.') actual!: Decimal;
  @Given(() => Boolean, 'Its day has not been compared yet: all of it is UNEXPLAINED until then.')
  awaiting!: boolean;
  @Maybe(
    () => String,
    'Why nobody can say what it should have made, so that all of it is UNEXPLAINED; null: its reference says it, or is awaited.',
  )
  problem!: string | null;
  @Given(() => [DriftCauseType], 'Every cause, each always there: their sum is actual − expected.')
  causes!: readonly DriftCauseType[];
}

@ObjectType('DriftReport', {
  simpleResolvers: true,
  description: 'What strategies’ closed trades came to beside their references.',
})
export class DriftReportType {
  @Given(() => Int, 'Closed trades of strategies that the filter takes.') trades!: number;
  @Given(() => Int, 'How many of them wait for their day to be compared.') awaiting!: number;
  @Given(() => Int, 'How many of them have no reference; the problem of each row says why.')
  unknown!: number;
  @Given(
    () => String,
    'BACKTEST: the same version over the bars that the run was handed. PAPER: the run in PAPER beside it.',
  )
  reference!: string;
  @Given(() => DecimalScalar, 'Dollars after fees that the references made.') expected!: Decimal;
  @Given(
    () => DecimalScalar,
    'totalPnl of stats with the same filter, of strategies’ trades alone.',
  )
  actual!: Decimal;
  @Given(() => DecimalScalar, 'actual − expected in dollars, which is the sum of causes.')
  total!: Decimal;
  @Given(() => [DriftCauseType], 'Every cause, each always there, in the order of taking.')
  causes!: readonly DriftCauseType[];
  readonly report!: DriftReport;
}

export const DriftRowConnection = connectionOf('DriftRow', DriftRowType);
