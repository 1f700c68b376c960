import { z } from 'zod';
import type { Decimal } from '../../domain/decimal.ts';
import {
  asList,
  many,
  maybeDecimal,
  maybeNumber,
  maybeText,
  wireDecimal,
} from './tradier-envelope.ts';

export const wireId = z.union([z.number().int(), z.string().min(1)]).transform(String);

const maybeQuantity = maybeDecimal.refine((value) => !value?.isNegative(), 'A size below zero');

/** An order as `GET …/orders` returns it. Parents of OCO and OTOCO have neither price nor quantity. */
export interface OrderRow {
  id: string;
  class: string | null;
  status: string;
  type: string | null;
  duration: string | null;
  symbol: string | null;
  option_symbol: string | null;
  side: string | null;
  quantity: Decimal | null;
  price: Decimal | null;
  stop_price: Decimal | null;
  exec_quantity: Decimal | null;
  avg_fill_price: Decimal | null;
  reason_description: string | null;
  errors?: unknown;
  tag: string | null;
  create_date: string | null;
  transaction_date: string | null;
  leg: OrderRow[];
}

export const orderRow: z.ZodType<OrderRow> = z.object({
  id: wireId,
  class: maybeText,
  status: z.string(),
  type: maybeText,
  duration: maybeText,
  symbol: maybeText,
  option_symbol: maybeText,
  side: maybeText,
  quantity: maybeQuantity,
  price: maybeDecimal,
  stop_price: maybeDecimal,
  exec_quantity: maybeQuantity,
  avg_fill_price: maybeDecimal,
  reason_description: maybeText,
  errors: z.unknown().optional(),
  tag: maybeText,
  create_date: maybeText,
  transaction_date: maybeText,
  leg: z.preprocess(asList, z.array(z.lazy(() => orderRow))),
});

const pages = z.object({ total_pages: maybeNumber }).catch({ total_pages: null });

/** Rows are read one by one: see `listOrders`. */
export const ordersReply = z
  .object({ orders: z.unknown() })
  .transform(({ orders }) => ({ orders, pages: orders }))
  .pipe(z.object({ orders: many('order', z.unknown()), pages }));

export const orderReply = z.object({ order: orderRow });

/**
 * The answer to placing and canceling. `status: "ok"` acknowledges receipt; it says nothing of the order's
 * fate.
 */
export const ackReply = z.object({ order: z.object({ id: wireId }) });

export const previewReply = z.object({
  order: z.object({
    result: z.boolean().nullish(),
    cost: maybeDecimal.catch(null),
    commission: maybeDecimal.catch(null),
    fees: maybeDecimal.catch(null),
  }),
});

/** Rows are read one by one: see `listPositions`. */
export const positionsReply = z.object({ positions: many('position', z.unknown()) });
export const positionRow = z.object({
  symbol: z.string().min(1),
  quantity: wireDecimal,
  cost_basis: wireDecimal,
});

/** An unreadable figure becomes null; the others still count. */
const figure = maybeDecimal.catch(null);
const buyingPower = z
  .object({
    option_buying_power: figure,
    stock_buying_power: figure,
    fed_call: figure,
    maintenance_call: figure,
  })
  .nullish()
  .catch(null);

/** `equity` is 0 in every sample; `total_equity` is the account's equity. */
export const balancesReply = z.object({
  balances: z.object({
    total_equity: figure,
    total_cash: figure,
    account_type: maybeText.catch(null),
    margin: buyingPower,
    pdt: buyingPower,
    cash: z.object({ cash_available: figure, unsettled_funds: figure }).nullish().catch(null),
  }),
});
