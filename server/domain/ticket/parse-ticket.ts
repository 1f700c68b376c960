import type { Decimal } from '../decimal.ts';
import { type Instrument, isToken } from '../instrument/instrument.ts';
import { describeQuantity, isQuantity } from '../instrument/quantity.ts';
import { onTick } from '../instrument/tick-size.ts';
import { badInput } from '../refusal.ts';
import { checkBracketSides } from './check-bracket.ts';
import { checkSide } from './check-side.ts';
import { parseInstrument, type TicketToken } from './parse-instrument.ts';
import type { Ticket, TicketInput } from './ticket.ts';
import { checkTrailingPct } from '../trade/trail-stop.ts';
import { NO_CONTEXT, type TradeContext } from '../trade/trade-context.ts';
import { type Bracket } from '../trade/trade.ts';
import { directionOf } from '../order/order.ts';

const KEY = /^[A-Za-z0-9-]{8,64}$/;

/** @throws {Refusal} BAD_USER_INPUT unless it is 8..64 of `A-Z a-z 0-9 -`. */
export function checkIdempotencyKey(key: string): void {
  if (!KEY.test(key)) {
    throw badInput('input.idempotencyKey', 'An idempotency key is 8 to 64 of A-Z a-z 0-9 and -.');
  }
}

/**
 * Reads a trader's request. This checks only its shape; market, limits and money are checked later.
 * @throws {Refusal} BAD_USER_INPUT with the path of the wrong field.
 */
export function parseTicket(
  input: TicketInput,
  now: Date,
  token: TicketToken | null = null,
): Ticket {
  checkIdempotencyKey(input.idempotencyKey);
  const instrument = parseInstrument(input, now, token);
  checkSide(input, instrument);
  checkQuantity(input.quantity, instrument);
  checkPrices(input, instrument);
  const bracket = parseBracket(input, instrument);
  const trailingPct = input.bracket?.trailingPct ?? null;
  checkTrailingPct('input.bracket.trailingPct', trailingPct);
  return {
    mode: input.mode,
    instrument,
    side: input.side,
    quantity: input.quantity,
    orderType: input.orderType,
    limitPrice: input.limitPrice ?? null,
    stopPrice: input.stopPrice ?? null,
    timeInForce: input.timeInForce,
    bracket,
    trailingPct,
    context: parseContext(input.context ?? {}),
  };
}

function checkQuantity(quantity: Decimal, instrument: Instrument): void {
  if (!isQuantity(instrument, quantity))
    throw badInput('input.quantity', `${describeQuantity(instrument)}.`);
}

function checkPrices(input: TicketInput, instrument: Instrument): void {
  const { orderType, limitPrice, stopPrice } = input;
  if (isToken(instrument)) checkSwap(input);
  const needsLimit = orderType === 'LIMIT' || orderType === 'STOP_LIMIT';
  const needsStop = orderType === 'STOP' || orderType === 'STOP_LIMIT';
  checkPresence('input.limitPrice', limitPrice, needsLimit, orderType);
  checkPresence('input.stopPrice', stopPrice, needsStop, orderType);
  checkPrice('input.limitPrice', limitPrice, instrument);
  checkPrice('input.stopPrice', stopPrice, instrument);
}

/** Checks a token's order: the desk waits for a limit, but nothing waits for a stop to enter. */
function checkSwap({ orderType, bracket }: TicketInput): void {
  if (orderType !== 'MARKET' && orderType !== 'LIMIT')
    throw badInput('input.orderType', 'A token is bought with MARKET or LIMIT.');
  if (bracket?.stopLimit)
    throw badInput('input.bracket.stopLimit', 'A token’s stop sells at the market.');
}

function checkPresence(
  field: string,
  price: Decimal | null | undefined,
  needed: boolean,
  orderType: string,
): void {
  if (needed && !price) throw badInput(field, `A ${orderType} order needs it.`);
  if (!needed && price) throw badInput(field, `A ${orderType} order has none.`);
}

/** @throws {Refusal} unless the price is absent, or positive and on the instrument's tick. */
export function checkPrice(
  field: string,
  price: Decimal | null | undefined,
  instrument: Instrument,
): void {
  if (!price) return;
  if (price.lessThanOrEqualTo(0)) throw badInput(field, 'A price is more than 0.');
  if (!onTick(instrument, price)) {
    throw badInput(field, `${price.toFixed()} is not on the price grid of ${instrument.symbol}.`);
  }
}

function parseBracket(input: TicketInput, instrument: Instrument): Bracket {
  const { stopLoss = null, takeProfit = null, stopLimit = null } = input.bracket ?? {};
  checkPrice('input.bracket.stopLoss', stopLoss, instrument);
  checkPrice('input.bracket.takeProfit', takeProfit, instrument);
  checkPrice('input.bracket.stopLimit', stopLimit, instrument);
  const bracket = { stopLoss, takeProfit, stopLimit };
  const entry = input.limitPrice ?? input.stopPrice ?? null;
  checkBracketSides(bracket, directionOf(input.side), entry, 'input.bracket.');
  return bracket;
}

function parseContext(context: Partial<TradeContext>): TradeContext {
  const given: Partial<TradeContext> = Object.fromEntries(
    Object.entries(context).filter(([, value]) => value !== undefined && value !== null),
  );
  const parsed: TradeContext = { ...NO_CONTEXT, ...given };
  const { aiConfidence } = parsed;
  if (aiConfidence !== null && (aiConfidence < 0 || aiConfidence > 1)) {
    throw badInput('input.context.aiConfidence', 'A probability from 0 to 1.');
  }
  return parsed;
}
