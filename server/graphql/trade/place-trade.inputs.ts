import 'reflect-metadata';
import { Field, InputType } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { OptionRight, SettlementToken } from '../../domain/instrument/instrument.ts';
import type { OrderSide, OrderType, TimeInForce } from '../../domain/order/order.ts';
import type { TicketInput } from '../../domain/ticket/ticket.ts';
import { Given, Maybe } from '../enums/described.ts';
import { OrderSideEnum, OrderTypeEnum, TimeInForceEnum } from '../enums/order-enums.ts';
import { CalendarDateScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { TradeContextInput } from './trade-context.types.ts';
import { OptionRightEnum, SettlementTokenEnum, TradingModeEnum } from '../enums/trade-enums.ts';

@InputType('OptionInput', { description: 'An option contract: symbol, or the other four.' })
export class OptionInput {
  @Maybe(() => String, 'OCC symbol, compact or padded.') symbol?: string | null;
  @Maybe(() => String, 'Ticker of the underlying.') underlying?: string | null;
  @Maybe(() => CalendarDateScalar, 'Expiry date.') expiration?: string | null;
  @Maybe(() => DecimalScalar, 'Strike in dollars.') strike?: Decimal | null;
  @Maybe(() => OptionRightEnum, 'Call or put.') right?: OptionRight | null;
}

@InputType('EquityInput', { description: 'A US stock or fund.' })
export class EquityInput {
  @Given(() => String, 'Ticker.') symbol!: string;
}

@InputType('TokenInput', { description: 'A Solana token.' })
export class TokenInput {
  @Given(() => String, 'Mint address. Not USDC and, in REAL, not SOL: both are cash.')
  mint!: string;
  @Field(() => SettlementTokenEnum, { description: 'What it is paid in.', defaultValue: 'USDC' })
  settlement!: SettlementToken;
}

@InputType('BracketInput', { description: 'Exits, as prices of the instrument; left out: none.' })
export class BracketInput {
  @Maybe(
    () => DecimalScalar,
    'Price at which the position is closed at a loss, dollars per share or unit.',
  )
  stopLoss?: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Price at which the position is closed at a profit, dollars per share or unit.',
  )
  takeProfit?: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Limit of the stop order, dollars per share or unit; left out: a market order. Refused for a token.',
  )
  stopLimit?: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Percent points, more than 0 and less than 100, that the stop stays behind the best exit-side price since entry: below a long’s highest bid, above a short’s lowest ask. The desk only ever tightens it, by at least a tick, on fresh two-sided quotes of the venue; a token’s trail follows accepted prices. The desk moves the venue’s order at a limited pace and watches a tighter stop itself in between. With stopLoss the trail starts there, otherwise behind the entry’s first fill.',
  )
  trailingPct?: Decimal | null;
}

@InputType('PlaceTradeInput', { description: 'A ticket.' })
export class PlaceTradeInput implements TicketInput {
  @Given(() => TradingModeEnum, 'The book to trade in.') mode!: TradingMode;
  @Given(
    () => String,
    '8 to 64 of A-Z a-z 0-9 -: the same key with the same ticket is the same trade.',
  )
  idempotencyKey!: string;
  @Maybe(() => OptionInput, 'The option; exactly one of option, equity, token is given.')
  option?: OptionInput | null;
  @Maybe(() => EquityInput, 'The equity; exactly one of option, equity, token is given.')
  equity?: EquityInput | null;
  @Maybe(() => TokenInput, 'The token; exactly one of option, equity, token is given.')
  token?: TokenInput | null;
  @Given(() => OrderSideEnum, 'Direction of the entry.') side!: OrderSide;
  @Given(
    () => DecimalScalar,
    'Whole contracts or shares; tokens with as many decimals as the mint has, of which a swap gets about so many: filledQuantity has the exact number.',
  )
  quantity!: Decimal;
  @Field(() => OrderTypeEnum, { description: 'How the entry is priced.', defaultValue: 'LIMIT' })
  orderType!: OrderType;
  @Maybe(() => DecimalScalar, 'LIMIT and STOP_LIMIT: dollars per share or unit.')
  limitPrice?: Decimal | null;
  @Maybe(() => DecimalScalar, 'STOP and STOP_LIMIT: trigger in dollars per share or unit.')
  stopPrice?: Decimal | null;
  @Field(() => TimeInForceEnum, {
    description: 'How long the entry is valid.',
    defaultValue: 'DAY',
  })
  timeInForce!: TimeInForce;
  @Maybe(() => BracketInput, 'Exits that work once the entry has filled.')
  bracket?: BracketInput | null;
  @Maybe(() => TradeContextInput, 'What is known at entry. It never changes.')
  context?: TradeContextInput | null;
  @Maybe(
    () => String,
    'REAL: the token from previewTrade for exactly this ticket; valid once, for 60 seconds.',
  )
  confirmationToken?: string | null;
  @Field(() => Boolean, {
    description:
      'REAL: places the same in PAPER as well once this trade is stored, at the caller’s paper venue, to compare the two. The twin never affects this trade. An API token needs TRADE_PAPER as well, for its preview too. Refused in PAPER.',
    defaultValue: false,
  })
  paperTwin!: boolean;
}
