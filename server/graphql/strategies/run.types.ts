import 'reflect-metadata';
import { ID, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { OrderSide } from '../../domain/order/order.ts';
import type { NoTradeCode } from '../../domain/strategy/run-decision.ts';
import type { RunAsk, StrategyRunStatus } from '../../domain/strategy/strategy-run.ts';
import { Given, Maybe } from '../enums/described.ts';
import { OrderSideEnum } from '../enums/order-enums.ts';
import { TradingModeEnum } from '../enums/trade-enums.ts';
import { connectionOf } from '../paging/connection.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { NoTradeCodeEnum, StrategyActionEnum, StrategyRunStatusEnum } from './strategy-enums.ts';

@ObjectType('StrategyRun', {
  simpleResolvers: true,
  description: 'A strategy at work in one book.',
})
export class StrategyRunType {
  readonly strategyId!: string;
  @Given(() => TradingModeEnum, 'The book.') mode!: TradingMode;
  @Given(() => StrategyRunStatusEnum, 'Its state.') status!: StrategyRunStatus;
  @Given(() => DateTimeScalar, 'When it was last started.') since!: Date;
  @Maybe(() => DateTimeScalar, 'Start of the last bar that it was handed; null: none yet.')
  lastBarAt!: Date | null;
  @Maybe(() => String, 'Why it failed; null when it has not.') error!: string | null;
}

@ObjectType('NoTrade', {
  simpleResolvers: true,
  description: 'A request of a strategy that became no position.',
})
export class NoTradeType {
  @Given(() => ID, 'Its id, unique in its book.') id!: string;
  @Given(() => TradingModeEnum, 'The book.') mode!: TradingMode;
  @Given(() => ID, 'Id of the strategy that asked.') strategyId!: string;
  @Given(() => DateTimeScalar, 'When it asked.') at!: Date;
  @Given(
    () => DateTimeScalar,
    'End of the bar that caused the request; for a quote or a fill, its time.',
  )
  barEnd!: Date;
  @Given(() => String, 'OCC symbol, ticker or mint.') symbol!: string;
  @Given(() => StrategyActionEnum, 'What it asked for.') action!: RunAsk['action'];
  @Maybe(() => OrderSideEnum, 'The side of an entry; null when it was no entry.')
  side!: OrderSide | null;
  @Maybe(
    () => String,
    'Contracts, shares or tokens of an entry, as the strategy wrote them; null when it was no entry.',
  )
  quantity!: string | null;
  @Given(() => NoTradeCodeEnum, 'Why the request became no position.') code!: NoTradeCode;
  @Given(() => String, 'Why, as a sentence.') message!: string;
  @Given(() => Boolean, 'Whether the cause lasts until a person acts.') actNeeded!: boolean;
  @Maybe(() => ID, 'The trade that the request left or concerned; null: none.')
  tradeId!: string | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars that a refused entry would have made, filled by the models; null: not known, or not yet.',
  )
  shadowPnl!: Decimal | null;
  @Maybe(
    () => String,
    'How shadowPnl is calculated, or why it is unknown; null when there is no note.',
  )
  shadowNote!: string | null;
}

export const NoTradeConnection = connectionOf('NoTrade', NoTradeType);
