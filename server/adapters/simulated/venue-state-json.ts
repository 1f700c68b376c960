import { z } from 'zod';
import { dec } from '../../domain/decimal.ts';
import type { VenueState } from '../../domain/matching/venue-state.ts';

const decimal = z.string().transform(dec);
const instant = z.iso.datetime().transform((text) => new Date(text));

const order = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  shape: z.enum(['SINGLE', 'OTOCO', 'OCO']),
  tag: z.string(),
  symbol: z.string(),
  role: z.enum(['ENTRY', 'STOP_LOSS', 'TAKE_PROFIT', 'CLOSE']),
  side: z.enum(['BUY_TO_OPEN', 'SELL_TO_OPEN', 'BUY_TO_CLOSE', 'SELL_TO_CLOSE', 'BUY', 'SELL']),
  type: z.enum(['MARKET', 'LIMIT', 'STOP', 'STOP_LIMIT']),
  timeInForce: z.enum(['DAY', 'GTC']),
  status: z.enum(['OPEN', 'HELD', 'PARTIALLY_FILLED', 'FILLED', 'CANCELED', 'EXPIRED']),
  quantity: decimal,
  filledQuantity: decimal,
  filledValue: decimal,
  lastFillAt: instant.nullable(),
  limitPrice: decimal.nullable(),
  stopPrice: decimal.nullable(),
  triggered: z.boolean(),
  fillModel: z.enum(['TOUCH', 'MID', 'CROSS', 'ORATS', 'INSTANT', 'QUOTE']),
  reservePrice: decimal,
  expiresAt: instant.nullable(),
  createdAt: instant,
  changedAt: instant,
});

const event = z.object({
  kind: z.enum(['TRADE', 'EXERCISE', 'ASSIGNMENT', 'EXPIRATION', 'OTHER']),
  date: z.iso.date(),
  symbol: z.string().nullable(),
  quantity: decimal.nullable(),
  price: decimal.nullable(),
  amount: decimal,
  description: z.string().nullable(),
});

const venueState = z.object({
  nextId: z.int(),
  cash: decimal,
  orders: z.array(order),
  positions: z.array(z.object({ symbol: z.string(), quantity: decimal, costBasis: decimal })),
  /** Accounts stored before there were any leave it out. */
  events: z.array(event).default([]),
  expired: z.array(z.object({ symbol: z.string(), shares: decimal, at: instant })).default([]),
});

/** Decimals and times become text, so no digit is lost. */
export function venueStateToJson(state: VenueState): string {
  return JSON.stringify(state);
}

/** @throws {z.ZodError} the text is not a venue's state. */
export function venueStateFromJson(text: string): VenueState {
  return venueState.parse(JSON.parse(text));
}
