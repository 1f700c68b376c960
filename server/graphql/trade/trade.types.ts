import 'reflect-metadata';
import { Float, ID, Int, ObjectType } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type {
  AssetClass,
  OptionRight,
  SettlementToken,
} from '../../domain/instrument/instrument.ts';
import type { FillModel } from '../../domain/matching/fill-model.ts';
import type { OrderSide, OrderType, TimeInForce } from '../../domain/order/order.ts';
import type { TradePhase, TradeStatus } from '../../domain/trade/trade-status.ts';
import type { Protection, Settlement, ShareDelivery, Trade } from '../../domain/trade/trade.ts';
import { Given, Maybe } from '../enums/described.ts';
import { GreeksType } from '../prices/greeks.types.ts';
import { MarkType } from '../prices/mark.types.ts';
import { OrderSideEnum, OrderTypeEnum, TimeInForceEnum } from '../enums/order-enums.ts';
import { connectionOf } from '../paging/connection.ts';
import { CalendarDateScalar, DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { TradeContextType } from './trade-context.types.ts';
import {
  AssetClassEnum,
  FillModelEnum,
  OptionRightEnum,
  ProtectionEnum,
  SettlementTokenEnum,
  ShareDeliveryEnum,
  TradePhaseEnum,
  TradeStatusEnum,
  TradingModeEnum,
} from '../enums/trade-enums.ts';

@ObjectType('Settlement', {
  simpleResolvers: true,
  description: 'How an expired contract was settled, with its evidence.',
})
export class SettlementType implements Settlement {
  @Given(() => DateTimeScalar, 'When the desk settled it.') settledAt!: Date;
  @Given(
    () => DecimalScalar,
    'Official regular close of the underlying on the expiry date, dollars.',
  )
  price!: Decimal;
  @Given(() => String, 'Who published that official close.') source!: string;
  @Given(() => DateTimeScalar, 'The instant of that close.') sourceTime!: Date;
  @Given(() => DecimalScalar, 'Intrinsic value in dollars per share.') intrinsic!: Decimal;
  @Maybe(
    () => ShareDeliveryEnum,
    'What became of its shares; null when it was settled before the desk delivered any.',
  )
  delivery!: ShareDelivery | null;
  @Maybe(
    () => DecimalScalar,
    'Shares moved by exercise or assignment at that close: positive came in, negative went out; null when none moved.',
  )
  shares!: Decimal | null;
}

type Shown = Pick<
  Trade,
  | 'id'
  | 'mode'
  | 'version'
  | 'status'
  | 'phase'
  | 'side'
  | 'quantity'
  | 'filledQuantity'
  | 'openQuantity'
  | 'orderType'
  | 'limitPrice'
  | 'stopPrice'
  | 'timeInForce'
  | 'realizedPnl'
  | 'fees'
  | 'protection'
  | 'unprotectedSince'
  | 'unprotectedSeconds'
  | 'reason'
  | 'venue'
>;

@ObjectType('Trade', {
  simpleResolvers: true,
  description: 'A trade from its ticket to its end: one entry and the exits that belong to it.',
})
export class TradeType implements Shown {
  /** Not served: the trade behind this view, and the time of the view. */
  held!: Trade;
  seenAt!: Date;
  /** Not served: the sequence of the event after which the trade is shown; left out for the current state. */
  asOf?: number;
  /** Ids of the trades; resolvers serve the trades themselves. */
  deliveredFrom!: string | null;
  deliveredTo!: readonly string[];
  @Maybe(
    () => ID,
    'In PAPER: id of the REAL trade whose paperTwin this one is, to compare the two; null otherwise.',
  )
  twinOf!: string | null;
  @Given(() => ID, 'Id of the trade; carries its mode: paper_… or real_….') id!: string;
  @Given(() => TradingModeEnum, 'The book that it belongs to; it never changes.')
  mode!: TradingMode;
  @Given(() => Int, 'The number of its events; expectedVersion is compared with it.')
  version!: number;
  @Given(() => TradeStatusEnum, 'Its state.')
  status!: TradeStatus;
  @Given(() => TradePhaseEnum, 'Whether it waits, is held or is over.') phase!: TradePhase;
  @Given(() => AssetClassEnum, 'Kind of instrument.') assetClass!: AssetClass;
  @Given(() => String, 'Compact OCC symbol, ticker or mint.') symbol!: string;
  @Maybe(
    () => String,
    'Ticker of the underlying; the share itself for equities, the mint for tokens.',
  )
  underlying!: string | null;
  @Maybe(() => CalendarDateScalar, 'Options: expiry date.') expiration!: string | null;
  @Maybe(() => DecimalScalar, 'Options: strike in dollars.') strike!: Decimal | null;
  @Maybe(() => OptionRightEnum, 'Options: call or put.') right!: OptionRight | null;
  @Maybe(() => String, 'Tokens: the issuer’s name for it, which others may have copied.')
  ticker!: string | null;
  @Maybe(() => Int, 'Tokens: how many decimals a quantity has at most, those of its mint.')
  decimals!: number | null;
  @Maybe(() => SettlementTokenEnum, 'Tokens: what it is bought with and sold for.')
  settlementToken!: SettlementToken | null;
  @Given(() => Int, 'Shares or units in one unit of quantity: 100 for a standard option.')
  multiplier!: number;
  @Given(() => OrderSideEnum, 'Direction of the entry.') side!: OrderSide;
  @Given(() => DecimalScalar, 'Contracts, shares or token units asked for.') quantity!: Decimal;
  @Given(
    () => DecimalScalar,
    'Contracts, shares or token units that the entry has filled; of tokens a little more or less than quantity.',
  )
  filledQuantity!: Decimal;
  @Given(() => DecimalScalar, 'Contracts, shares or token units still held, unsigned.')
  openQuantity!: Decimal;
  @Given(() => OrderTypeEnum, 'How the entry is priced.') orderType!: OrderType;
  @Maybe(() => DecimalScalar, 'Limit of the entry, dollars per share or unit.')
  limitPrice!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Trigger of the entry, dollars per share or unit.')
  stopPrice!: Decimal | null;
  @Given(() => TimeInForceEnum, 'How long the entry is valid.') timeInForce!: TimeInForce;
  @Maybe(
    () => DecimalScalar,
    'Average of the entry fills, dollars per share or unit; null before the first.',
  )
  entryPrice!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Average of the exit fills, dollars per share or unit; the intrinsic value of a settled contract.',
  )
  exitPrice!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Price at which the position is closed at a loss; null: none.')
  stopLoss!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Percent points that the stop stays behind highWaterMark; null: the stop does not trail.',
  )
  trailingPct!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'The stop that the desk holds to now, dollars per share or unit: stopLoss, or a tighter one to which the venue’s has not been moved yet. Null when it does not trail.',
  )
  trailingStop!: Decimal | null;
  /** Not served: the stop at which a trail started; initialStopLoss falls back to it. */
  trailingStart!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'For a trailing stop: the best price of the exit side at the venue since entry, dollars per share or unit: a long’s highest bid, a short’s lowest ask, a token’s highest accepted price.',
  )
  highWaterMark!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Price at which the position is closed at a profit; null: none.')
  takeProfit!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars, with the multiplier, before fees: the cost of the holding, or of the entry once closed; negative for a credit. Null before the first fill.',
  )
  costBasis!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Dollars realised by exits so far, before fees.')
  realizedPnl!: Decimal;
  @Maybe(
    () => DecimalScalar,
    'Dollars that closing at mark.price would earn, before fees; null without position or price.',
  )
  unrealizedPnl!: Decimal | null;
  @Given(() => DecimalScalar, 'Dollars of commissions and fees so far.') fees!: Decimal;
  @Maybe(
    () => DecimalScalar,
    'realizedPnl − fees, dollars; a trade wins when it is greater than 0.',
  )
  netPnl!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'netPnl plus the unrealizedPnl of a holding, in percent points (1 = 1 %) of the entry’s cost.',
  )
  returnPct!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'P&L from mark.price to the stop in force, in dollars, before slippage and fees; null without a position, a stop or a mark.',
  )
  toStop!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'The best price of the exit side since entry, dollars per share or unit from entry.',
  )
  maxFavorableExcursion!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'The worst price of the exit side since entry, dollars per share or unit from entry.',
  )
  maxAdverseExcursion!: Decimal | null;
  @Given(() => Boolean, 'False when the excursions span a gap in the snapshots.')
  excursionsComplete!: boolean;
  @Maybe(() => Float, 'Minutes from the first fill to the close, or to now; null before it.')
  holdMinutes!: number | null;
  @Maybe(() => Int, 'Options: calendar days to expiry at entry.') dteAtEntry!: number | null;
  @Maybe(() => TradeStatusEnum, 'The status that it closed with.') closeReason!: TradeStatus | null;
  @Maybe(
    () => String,
    'Why it was rejected, canceled or needs review, in the venue’s or the desk’s words.',
  )
  reason!: string | null;
  @Given(() => DateTimeScalar, 'When it was placed.') placedAt!: Date;
  @Maybe(() => DateTimeScalar, 'When the entry first filled.') openedAt!: Date | null;
  @Maybe(() => DateTimeScalar, 'When it ended.') closedAt!: Date | null;
  @Given(() => ProtectionEnum, 'Who closes the position at its stop or target.')
  protection!: Protection;
  @Maybe(
    () => DateTimeScalar,
    'Since when the wanted stop has not worked at the venue or, for a token, an unanswered swap or a review has kept the desk from acting on it; null while protected.',
  )
  unprotectedSince!: Date | null;
  @Given(() => Float, 'Total seconds without a working stop, as unprotectedSince counts them.')
  unprotectedSeconds!: number;
  @Maybe(() => MarkType, 'The last mark; null before the first.') mark!: MarkType | null;
  @Given(() => TradeContextType, 'What was known at entry.') context!: TradeContextType;
  @Maybe(() => String, 'Notes made later than context.notes.') notes!: string | null;
  @Given(() => [String], 'Labels: those of the context and later ones.') tags!: readonly string[];
  @Maybe(() => GreeksType, 'Greeks at entry.') entryGreeks!: GreeksType | null;
  @Maybe(() => GreeksType, 'Greeks at exit.') exitGreeks!: GreeksType | null;
  @Maybe(() => FillModelEnum, 'Simulated fills: the model that filled it; null at a real venue.')
  fillModel!: FillModel | null;
  @Maybe(() => String, 'Version of that model.') fillModelVersion!: string | null;
  @Maybe(() => String, 'The schedule of its fees; null for a trade from before this was stored.')
  feeSchedule!: string | null;
  @Given(() => String, 'The venue of its orders.') venue!: Trade['venue'];
  @Maybe(() => SettlementType, 'How it was settled at expiry.') settlement!: SettlementType | null;
}

export const TradeConnection = connectionOf('Trade', TradeType);
