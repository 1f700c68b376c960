import 'reflect-metadata';
import { InputType } from 'type-graphql';
import type { AssetClass } from '../../domain/instrument/instrument.ts';
import type { TradeStatus } from '../../domain/trade/trade-status.ts';
import type { TradeFilter, TradeOutcome } from '../../ports/book-page.ts';
import { Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { AssetClassEnum, TradeOutcomeEnum, TradeStatusEnum } from '../enums/trade-enums.ts';

@InputType('TradeFilter', { description: 'Which trades: all given fields must match.' })
export class TradeFilterInput implements TradeFilter {
  @Maybe(() => String, 'Text in symbol, strategy, scanner, tags or notes, in any case.')
  text?: string | null;
  @Maybe(() => TradeOutcomeEnum, 'How it ended, by netPnl.') outcome?: TradeOutcome | null;
  @Maybe(() => String, 'OCC symbol, ticker or mint.') symbol?: string | null;
  @Maybe(() => String, 'Ticker of the underlying, or mint.') underlying?: string | null;
  @Maybe(() => AssetClassEnum, 'Kind of instrument.') assetClass?: AssetClass | null;
  @Maybe(() => [TradeStatusEnum], 'Any of these states.') status?: TradeStatus[] | null;
  @Maybe(() => String, 'Name of the strategy.') strategy?: string | null;
  @Maybe(() => String, 'One of its labels.') tag?: string | null;
  @Maybe(() => String, 'Name of the model that advised.') aiModel?: string | null;
  @Maybe(() => DateTimeScalar, 'Opened at or after.') openedFrom?: Date | null;
  @Maybe(() => DateTimeScalar, 'Opened before.') openedTo?: Date | null;
  @Maybe(() => DateTimeScalar, 'Closed at or after.') closedFrom?: Date | null;
  @Maybe(() => DateTimeScalar, 'Closed before.') closedTo?: Date | null;
}
