import 'reflect-metadata';
import { ID, InputType, Int } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { CandleInterval } from '../../domain/market/candle.ts';
import type { FillModel } from '../../domain/matching/fill-model.ts';
import { Given, Maybe } from '../enums/described.ts';
import { FillModelEnum } from '../enums/trade-enums.ts';
import { CandleIntervalEnum } from '../market/candle.types.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { JsonScalar } from '../scalars/json-scalar.ts';

@InputType('StrategyInput', {
  description: 'A new strategy; with id, a change of that one: fields left out stay as they are.',
})
export class StrategyInput {
  @Maybe(() => ID, 'Id of the strategy to change; left out: a new strategy is saved.') id?:
    string | null;
  @Maybe(() => Int, 'Needed with id: the version that the change is based on.')
  expectedVersion?: number | null;
  @Given(() => String, '1 to 64 characters, unique among the user’s.') name!: string;
  @Given(() => String, 'One of strategyKinds.') kind!: string;
  @Maybe(
    () => JsonScalar,
    'Values by name, by the kind’s schema; a number with decimals as text. Left out: its default.',
  )
  parameters?: unknown;
  @Maybe(
    () => [String],
    'What it trades in PAPER and REAL, at most 50: tickers, mints, underlyings or OCC symbols.',
  )
  symbols?: string[] | null;
  @Maybe(
    () => CandleIntervalEnum,
    'Interval of the bars that it sees; null: the kind’s own interval.',
  )
  interval?: CandleInterval | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars that it may have at work in one book; null: in PAPER without a limit, in REAL not at all.',
  )
  budget?: Decimal | null;
}

@InputType('FeesInput', {
  description: 'A fill’s fee: the larger of minimum and perUnit × quantity + pct % of its value.',
})
export class FeesInput {
  @Maybe(() => DecimalScalar, 'Dollars per contract, share or token; left out: 0.')
  perUnit?: Decimal | null;
  @Maybe(() => DecimalScalar, 'Percent points of the fill’s value; left out: 0.')
  pct?: Decimal | null;
  @Maybe(() => DecimalScalar, 'Dollars per fill at least; left out: 0.') minimum?: Decimal | null;
}

@InputType('BacktestInput', { description: 'A strategy to be tried on the past.' })
export class BacktestInput {
  @Given(() => ID, 'Id of the strategy.') strategyId!: string;
  @Given(() => [String], '1 to 50: tickers, mints, underlyings or OCC symbols.')
  symbols!: string[];
  @Given(() => DateTimeScalar, 'The first start of a bar, inclusive; earlier bars only warm up.')
  from!: Date;
  @Given(() => DateTimeScalar, 'The last start of a bar, exclusive.') to!: Date;
  @Maybe(
    () => CandleIntervalEnum,
    'Interval of the bars that the strategy sees, built from finer bars. Null: the strategy’s interval, else the kind’s, or the data set’s finest if it has no bars that fine.',
  )
  interval?: CandleInterval | null;
  @Maybe(() => FillModelEnum, 'How orders meet quotes; null: the settings’ own.')
  fillModel?: FillModel | null;
  @Maybe(() => DecimalScalar, 'Dollars at the beginning; null: 100,000.') cash?: Decimal | null;
  @Maybe(() => String, 'Name of an imported data set; null: the desk’s own history.')
  dataSet?: string | null;
  @Maybe(() => FeesInput, 'Fees of each fill; null: the paper book’s schedule.')
  fees?: FeesInput | null;
  @Maybe(
    () => DecimalScalar,
    'Percent points that MARKET and stop fills on bars are worse by; null: 0.',
  )
  slippagePct?: Decimal | null;
  @Maybe(() => Int, 'Seed of random(); null: 1.') seed?: number | null;
}

@InputType('WalkForwardInput', {
  description: 'Parameters are chosen on each training span and tried on the span after it.',
})
export class WalkForwardInput {
  @Given(() => Int, 'Days of a training span.') trainDays!: number;
  @Given(() => Int, 'Days of a test span.') testDays!: number;
}

@InputType('SweepInput', { description: 'One backtest for each combination of parameters.' })
export class SweepInput {
  @Given(() => BacktestInput, 'What all runs have in common.') base!: BacktestInput;
  @Given(() => JsonScalar, 'Parameter name to a list of values; at most 10,000 runs.')
  grid!: unknown;
  @Maybe(() => WalkForwardInput, 'Spans to choose and to test on; null: none.')
  walkForward?: WalkForwardInput | null;
}
