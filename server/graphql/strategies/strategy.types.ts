import 'reflect-metadata';
import { ID, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { AssetClass } from '../../domain/instrument/instrument.ts';
import type { CandleInterval } from '../../domain/market/candle.ts';
import type { StrategyStage } from '../../domain/strategy/saved-strategy.ts';
import { Given, Maybe } from '../enums/described.ts';
import { AssetClassEnum } from '../enums/trade-enums.ts';
import { CandleIntervalEnum } from '../market/candle.types.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { JsonScalar } from '../scalars/json-scalar.ts';
import { StrategyStageEnum } from './strategy-enums.ts';

@ObjectType('Strategy', {
  simpleResolvers: true,
  description: 'A kind of strategy with parameters, under a name of its user’s own.',
})
export class StrategyType {
  @Given(() => ID, 'Id of the strategy.') id!: string;
  @Given(
    () => Int,
    'Raised by each change of kind, code, parameters, symbols or interval, which also begins its evidence anew.',
  )
  version!: number;
  @Given(() => String, 'Unique among the user’s; the context.strategy of its trades.')
  name!: string;
  @Given(() => String, 'Name of its StrategyKind.') kind!: string;
  @Given(() => JsonScalar, 'Every parameter of the kind, by name.') parameters!: unknown;
  @Given(
    () => [String],
    'What it trades in PAPER and REAL: tickers, mints, underlyings or OCC symbols.',
  )
  symbols!: readonly string[];
  @Maybe(
    () => CandleIntervalEnum,
    'Interval of the bars that it sees; null: the kind’s own interval.',
  )
  interval!: CandleInterval | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars that it may have at work in one book; null: in PAPER without a limit, in REAL not at all.',
  )
  budget!: Decimal | null;
  @Given(() => StrategyStageEnum, 'How far it has come on the way from the past to real money.')
  stage!: StrategyStage;
  @Given(() => DateTimeScalar, 'Evidence counts from here.') since!: Date;
}

@ObjectType('StrategyKind', {
  simpleResolvers: true,
  description: 'A kind of strategy: shipped, or from the operator’s folder.',
})
export class StrategyKindType {
  @Given(() => String, 'Its name, unique.') kind!: string;
  @Given(() => String, 'What to call it on a screen.') title!: string;
  @Given(() => String, 'Its idea, and when it fails.') description!: string;
  @Given(() => [AssetClassEnum], 'What it can trade.') assetClasses!: readonly AssetClass[];
  @Given(
    () => JsonScalar,
    'A JSON Schema of an object: every property with its default and its description.',
  )
  parameters!: unknown;
  @Maybe(
    () => CandleIntervalEnum,
    'Interval of its bars when neither the strategy nor the backtest names one; null: the kind cannot be loaded.',
  )
  interval!: CandleInterval | null;
  @Given(() => String, 'SHA-256 of its source text, in hexadecimal.') version!: string;
  @Given(() => Boolean, 'Whether it is from the operator’s folder.') own!: boolean;
  @Maybe(
    () => String,
    'Why a kind from the operator’s folder could not be loaded; it can then be neither saved nor run. Null when it is loaded.',
  )
  error!: string | null;
  @Given(
    () => Boolean,
    'Whether it is still being loaded; it may then load without an error later.',
  )
  loading!: boolean;
}
