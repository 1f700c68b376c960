import { sum, type Decimal } from '../../../domain/decimal.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { RecordedOrders } from '../../../domain/trade/fold-orders.ts';
import type { Trade } from '../../../domain/trade/trade.ts';
import { canonicalJson } from '../sql/canonical-json.ts';
import { orderFromJson } from '../trades/order-row.ts';
import { tradeFromJson } from '../trades/trade-codec.ts';

/**
 * The stored part of a trade's event: the trade right after it and the orders it changed. Older lines state
 * no form and hold all orders. They stay unchanged, because their hashes depend on their text.
 */
interface Payload {
  readonly form?: 'CHANGES';
  readonly trade: Trade;
  readonly orders: readonly Order[];
}

export function payloadOf(trade: Trade, changed: readonly Order[]): string {
  return canonicalJson({ form: 'CHANGES', trade, orders: changed } satisfies Payload);
}

/** The start of every line that states its form: keys are sorted. */
export const FORM_FIRST = '{"form":';

export function tradeOfPayload(text: string): Trade {
  const { form, trade, orders } = JSON.parse(text) as Payload;
  checkForm(form);
  const read = tradeFromJson(trade);
  const exitFilled = (read.exitFilled as Decimal | undefined) ?? exitFilledOf(orders);
  return { ...read, exitFilled };
}

/** `orders`: the orders in a line, as text. `form`: null when the line states none. */
export function ordersOfPayload(orders: string, form: string | null): RecordedOrders {
  checkForm(form ?? undefined);
  const recorded = JSON.parse(orders) as Order[];
  return { form: form === null ? 'WHOLE' : 'CHANGES', orders: recorded.map(orderFromJson) };
}

function checkForm(form: string | undefined): void {
  if (form !== undefined && form !== 'CHANGES')
    throw new Error(`A line of the log has the form ${form}, which a newer program wrote.`);
}

function exitFilledOf(orders: readonly Order[]): Decimal {
  const exits = orders.filter(({ role }) => role !== 'ENTRY').map(orderFromJson);
  return sum(exits.map(({ filledQuantity }) => filledQuantity));
}
