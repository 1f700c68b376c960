import { z } from 'zod';
import { dec } from '../../domain/decimal.ts';

const price = z
  .union([z.number(), z.string().regex(/^\d+(\.\d+)?$/)])
  .refine((value) => Number(value) >= 0, 'A price below zero')
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : dec(value)));
/** A figure that is no price: it becomes null when it cannot be read. */
const maybe = z
  .number()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

/** UTC, either `2023-11-03T19:59:44Z` or `2026-02-05 16:59:11`. */
const instant = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => {
    const time = Date.parse((text ?? '').replace(/^(\S+) (\S+)$/, '$1T$2Z'));
    return Number.isNaN(time) ? null : new Date(time);
  });

const common = {
  ticker: z.string().min(1),
  stockPrice: price,
  quoteDate: instant,
  updatedAt: instant,
};

/** The Greeks of the strike's call, on every row. */
const greeks = { delta: maybe, gamma: maybe, theta: maybe, vega: maybe };

/**
 * A row of `strikes` and `live/strikes…`: call and put of a strike. The `…Value` fields are model prices and
 * are left out.
 */
export const strikeRow = z.object({
  ...common,
  ...greeks,
  expirDate: z.iso.date(),
  strike: z.coerce.number().positive().transform(dec),
  callBidPrice: price,
  callAskPrice: price,
  callMidIv: maybe,
  callVolume: price,
  callOpenInterest: maybe,
  putBidPrice: price,
  putAskPrice: price,
  putMidIv: maybe,
  putVolume: price,
  putOpenInterest: maybe,
  /** An index's own price: its `stockPrice` is the expiry's forward. */
  spotPrice: price,
  expiryTod: z.enum(['am', 'pm']).nullish().catch(null),
});
export type StrikeRow = z.infer<typeof strikeRow>;

/** A row of `strikes/options` for an OCC symbol. */
export const optionRow = z.object({
  ...common,
  ...greeks,
  optionSymbol: z.string().min(1),
  optionType: z.enum(['Call', 'Put']),
  bidPrice: price,
  askPrice: price,
  midIv: maybe,
  volume: price,
  openInterest: maybe,
});
export type OptionRow = z.infer<typeof optionRow>;

/** A row of `strikes/options` for a plain ticker. */
export const underlyingRow = z.object({ ...common, bid: price, ask: price, volume: price });
export type UnderlyingRow = z.infer<typeof underlyingRow>;

const percent = z.number().min(0).max(100).nullish().catch(null);

/** A row of `ivrank`: percentages over a month and over a year. */
export const rankRow = z.object({ ticker: z.string(), ivRank1y: percent, ivPct1y: percent });

/** A row of `cores`, with the few requested of its hundreds of fields. `0000-00-00`: no date is known. */
export const coreRow = z.object({
  ticker: z.string(),
  clsHv30d: z.number().nullish().catch(null),
  orHv30d: z.number().nullish().catch(null),
  nextErn: z.iso.date().nullish().catch(null),
});
