import 'reflect-metadata';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { CorrectionTake } from '../../domain/order/fill-correction.ts';
import type { OrderType } from '../../domain/order/order.ts';
import type { AdjustInput } from '../../domain/ticket/ticket.ts';
import { Given, Maybe } from '../enums/described.ts';
import type { SettleCorrectionInput } from '../../ports/trade-doors.ts';
import type { TradeStatus } from '../../domain/trade/trade-status.ts';
import { CorrectionTakeEnum, OrderTypeEnum } from '../enums/order-enums.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { TradeStatusEnum } from '../enums/trade-enums.ts';

const KEY = '8 to 64 of A-Z a-z 0-9 -: the same key with the same input is done once.';
const VERSION = 'The version that the caller saw; a stale one is a CONFLICT.';
const CONFIRMATION =
  'REAL: the token from the preview of exactly this input; valid once, for 60 seconds.';

@InputType('CloseTradeInput', { description: 'What to sell, or buy back, of an open trade.' })
export class CloseTradeInput {
  @Given(() => ID, 'Id of the trade.') id!: string;
  @Given(() => Int, VERSION) expectedVersion!: number;
  @Given(() => String, KEY) idempotencyKey!: string;
  @Maybe(() => DecimalScalar, 'Contracts, shares or token units; left out: all that is held.')
  quantity?: Decimal | null;
  @Field(() => OrderTypeEnum, {
    nullable: true,
    description: 'MARKET or LIMIT.',
    defaultValue: 'MARKET',
  })
  orderType?: OrderType | null;
  @Maybe(() => DecimalScalar, 'LIMIT: dollars per share or unit.') limitPrice?: Decimal | null;
  @Maybe(() => String, CONFIRMATION) confirmationToken?: string | null;
}

@InputType('AdjustBracketInput', {
  description: 'New exits of a trade. A field left out stays as it is; null removes that exit.',
})
export class AdjustBracketInput implements AdjustInput {
  @Given(() => ID, 'Id of the trade.') id!: string;
  @Given(() => Int, VERSION) expectedVersion!: number;
  @Given(() => String, KEY) idempotencyKey!: string;
  @Maybe(
    () => DecimalScalar,
    'Stop-loss, dollars per share or unit. For a trailing stop it is the new floor, and the trail moves on from the next price better than any before; null also ends the trail.',
  )
  stopLoss?: Decimal | null;
  @Maybe(() => DecimalScalar, 'Take-profit, dollars per share or unit.')
  takeProfit?: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Percent points that the stop stays behind the best price, as in BracketInput; it never loosens the stop. null ends the trail and leaves the stop where it is.',
  )
  trailingPct?: Decimal | null;
  @Maybe(() => String, CONFIRMATION) confirmationToken?: string | null;
}

@InputType('ReviewInput', {
  description: 'The true state of a trade under review, as a person found it.',
})
export class ReviewInput {
  @Given(
    () => TradeStatusEnum,
    'OPEN when it is held as in the book; otherwise how it ended; CANCELED or REJECTED when nothing ever filled.',
  )
  status!: TradeStatus;
  @Maybe(
    () => DecimalScalar,
    'Dollars per share or unit at which it was closed; required exactly when something was.',
  )
  exitPrice?: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'The part of the holding that this settles, in contracts, shares or token units; null: all. The rest reopens, with its exits, once the venue holds exactly that.',
  )
  quantity?: Decimal | null;
  @Given(() => String, 'What was found out; logged.') note!: string;
}

@InputType('SettleFillCorrectionInput', {
  description: 'What a person decided on a fill that the venue corrects.',
})
export class SettleFillCorrectionInput implements SettleCorrectionInput {
  @Given(() => ID, 'Id of the trade.') id!: string;
  @Given(() => Int, VERSION) expectedVersion!: number;
  @Given(() => ID, 'Id of the order whose correction waits.') orderId!: string;
  @Given(
    () => CorrectionTakeEnum,
    'VENUE books the price difference now; refused when the venue lists another quantity. OURS leaves the book as it is.',
  )
  take!: CorrectionTake;
  @Given(() => String, 'What was found out; logged.') note!: string;
}
