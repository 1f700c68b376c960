import type { AdjustmentChoice } from '../../domain/order/exit-adjustment.ts';
import type { CorrectionTake } from '../../domain/order/fill-correction.ts';
import type { OrderStatus } from '../../domain/order/order-status.ts';
import type { OrderRole, OrderSide, OrderType, TimeInForce } from '../../domain/order/order.ts';
import { describedEnum } from './described.ts';

export const OrderSideEnum = describedEnum<OrderSide>('OrderSide', 'Direction of an order.', {
  BUY_TO_OPEN: 'Options: opens a long position.',
  SELL_TO_OPEN: 'Options: opens a short position.',
  BUY_TO_CLOSE: 'Options: buys a short position back.',
  SELL_TO_CLOSE: 'Options: sells a long position.',
  BUY: 'Equities and tokens: buys.',
  SELL: 'Equities and tokens: sells.',
});

export const OrderTypeEnum = describedEnum<OrderType>('OrderType', 'How an order is priced.', {
  MARKET: 'At once, at the best available price.',
  LIMIT: 'At limitPrice or better.',
  STOP: 'Becomes a market order once the price reaches stopPrice; not for entries of tokens.',
  STOP_LIMIT:
    'Becomes a limit order at limitPrice once the price reaches stopPrice; not for tokens.',
});

export const OrderRoleEnum = describedEnum<OrderRole>(
  'OrderRole',
  'What an order does for its trade.',
  {
    ENTRY: 'Opens the position.',
    STOP_LOSS: 'Ends it at a loss.',
    TAKE_PROFIT: 'Ends it at a profit.',
    CLOSE: 'Ends it because a person asked.',
  },
);

export const OrderStatusEnum = describedEnum<OrderStatus>('OrderStatus', 'The state of an order.', {
  INTENT: 'Stored, not sent yet.',
  SUBMITTED: 'Handed to the venue, no answer yet.',
  UNKNOWN: 'The venue did not answer; reconciliation will settle it and nothing is sent again.',
  ACCEPTED: 'The venue has it and it may fill; a token’s limit waits at the desk for its price.',
  PARTIALLY_FILLED: 'Filled in part; the rest may fill.',
  FILLED: 'Filled in full; a swap, with the quantity that it got.',
  CANCELED: 'Canceled; what had filled stays filled.',
  EXPIRED: 'Its time in force ended.',
  REJECTED: 'The venue refused it, or its swap failed.',
  DENIED: 'Our own checks stopped it before it was sent.',
});

export const CorrectionTakeEnum = describedEnum<CorrectionTake>(
  'CorrectionTake',
  'Whose figures of a fill the book keeps.',
  {
    VENUE: 'The venue’s: the difference is booked.',
    OURS: 'The book’s: nothing is booked.',
  },
);

export const AdjustmentChoiceEnum = describedEnum<AdjustmentChoice>(
  'AdjustmentChoice',
  'Whose terms of an exit the desk keeps.',
  {
    ADOPT: 'The venue’s terms: they are recorded, and nothing is sent.',
    KEEP: 'The desk’s terms: the desk restores them at the venue.',
  },
);

export const TimeInForceEnum = describedEnum<TimeInForce>(
  'TimeInForce',
  'How long an order is valid.',
  {
    DAY: 'Until the end of the exchange’s regular session; a token’s until midnight in New York.',
    GTC: 'Until it fills or is canceled.',
  },
);
