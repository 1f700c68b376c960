import { z } from 'zod';
import { dec } from '../../domain/decimal.ts';
import type { BookedOrder, VenueState } from '../../domain/matching/venue-state.ts';

const MOST_SHARED = 10_000;

const decimal = z.string().transform(shared(dec));
const instant = z.iso.datetime().transform(shared((text) => new Date(text)));
const symbol = z.string().transform(shared((text) => text));

const order = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  shape: z.enum(['SINGLE', 'OTOCO', 'OCO']),
  tag: z.string(),
  symbol,
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
  fillModel: z.enum(['TOUCH', 'MID', 'CROSS', 'ORATS', 'INSTANT', 'QUOTE', 'CALIBRATED']),
  /** Orders stored before fits existed leave it out. */
  fillFit: z.object({ buys: z.int(), sells: z.int() }).nullable().default(null),
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
  positions: z.array(z.object({ symbol: z.string(), quantity: decimal, costBasis: decimal })),
  /** Accounts stored before events existed leave it out. */
  events: z.array(event).default([]),
  expired: z.array(z.object({ symbol: z.string(), shares: decimal, at: instant })).default([]),
});

/** Shares one object per text: ten thousand orders have a few hundred prices, times and symbols. */
function shared<T>(parse: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size === MOST_SHARED) known.clear();
    const parsed = parse(text);
    known.set(text, parsed);
    return parsed;
  };
}

/** An account without its orders, each of which has a row of its own. */
export type StoredState = Omit<VenueState, 'orders'>;

/** Decimals and times become text, so no digit is lost. */
export function venueStateToJson({
  nextId,
  cash,
  positions,
  events,
  expired,
}: StoredState): string {
  return JSON.stringify({ nextId, cash, positions, events, expired });
}

/** @throws {z.ZodError} the text is not a venue's state. */
export function venueStateFromJson(text: string): StoredState {
  return venueState.parse(JSON.parse(text));
}

export function orderToJson(booked: BookedOrder): string {
  return JSON.stringify(booked);
}

/** @throws {z.ZodError} the text is not an order in a venue's book. */
export function orderFromJson(text: string): BookedOrder {
  return order.parse(JSON.parse(text));
}
