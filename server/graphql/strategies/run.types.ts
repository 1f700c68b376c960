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
  @Maybe(() => String, 'Why it failed; null: it has not.') error!: string | null;
}

@ObjectType('NoTrade', {
  simpleResolvers: true,
  description: 'One thing that a strategy asked for and that became no position.',
})
export class NoTradeType {
  @Given(() => ID, 'Its id, unique in its book.') id!: string;
  @Given(() => TradingModeEnum, 'The book.') mode!: TradingMode;
  @Given(() => ID, 'Id of the strategy that asked.') strategyId!: string;
  @Given(() => DateTimeScalar, 'When it asked.') at!: Date;
  @Given(
    () => DateTimeScalar,
    'End of the bar that it answered; of a quote or a fill the time of that.',
  )
  barEnd!: Date;
  @Given(() => String, 'OCC symbol, ticker or mint.') symbol!: string;
  @Given(() => StrategyActionEnum, 'What it asked for.') action!: RunAsk['action'];
  @Maybe(() => OrderSideEnum, 'The side of an entry; null: it was none.') side!: OrderSide | null;
  @Maybe(
    () => String,
    'Contracts, shares or tokens of an entry, as the strategy wrote them; null: it was none.',
  )
  quantity!: string | null;
  @Given(() => NoTradeCodeEnum, 'Why what a strategy asked for became nothing.') code!: NoTradeCode;
  @Given(() => String, 'Why, as a sentence.') message!: string;
  @Given(() => Boolean, 'It stays so until a person does something about it.') actNeeded!: boolean;
  @Maybe(() => ID, 'The trade that was kept of it, or that it was about; null: none.')
  tradeId!: string | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars that a refused entry would have made, filled by the models; null: not known, or not yet.',
  )
  shadowPnl!: Decimal | null;
  @Maybe(() => String, 'By what that is reckoned, or why it is not known; null: nothing is said.')
  shadowNote!: string | null;
}

export const NoTradeConnection = connectionOf('NoTrade', NoTradeType);
