import { z } from 'zod';
import { many, maybeDecimal, maybeNumber, maybeText, wireDecimal } from './tradier-envelope.ts';

const price = z.preprocess(
  (raw) => (raw === 'null' || raw === undefined ? null : raw),
  wireDecimal.refine((value) => !value.lessThan(0), 'A price below zero').nullable(),
);

/** The call and put of a strike have the same Greeks, except delta. They are refreshed about once an hour. */
const greeksRow = z.object({
  delta: maybeNumber,
  gamma: maybeNumber,
  theta: maybeNumber,
  vega: maybeNumber,
  mid_iv: maybeNumber,
});

export const quoteRow = z.object({
  symbol: z.string().min(1),
  type: z.string(),
  bid: price,
  ask: price,
  last: price,
  volume: maybeDecimal.catch(null),
  /** Epoch milliseconds; 0 when there never was one. */
  bid_date: maybeNumber.catch(null),
  ask_date: maybeNumber.catch(null),
  underlying: maybeText,
  root_symbol: maybeText,
  strike: maybeDecimal,
  option_type: z.enum(['call', 'put']).nullish(),
  open_interest: maybeNumber.catch(null),
  greeks: greeksRow.nullish().catch(null),
});
export type QuoteRow = z.infer<typeof quoteRow>;

/** The rows of every list are read one by one: see `readRows`. */
export const quotesReply = z.object({ quotes: many('quote', z.unknown()) });
export const chainReply = z.object({ options: many('option', z.unknown()) });

/** Bare dates when the request has no flags, objects when it has. */
export const expirationsReply = z
  .object({ expirations: z.unknown() })
  .transform(({ expirations }) => ({ dates: expirations, rows: expirations }))
  .pipe(z.object({ dates: many('date', z.unknown()), rows: many('expiration', z.unknown()) }));
export const expirationDate = z.iso.date();
export const expirationRow = z.object({ date: expirationDate }).transform(({ date }) => date);

export const historyReply = z.object({ history: many('day', z.unknown()) });
export const closeRow = z.object({ date: z.iso.date(), close: price });

const candlePrices = {
  open: price,
  high: price,
  low: price,
  close: price,
  volume: maybeDecimal.catch(null),
};
export const candleDay = z.object({ date: z.iso.date(), ...candlePrices });

/** The series is null when nothing traded. */
export const timesalesReply = z.object({ series: many('data', z.unknown()) });
/** `timestamp` in epoch seconds. */
export const timesalesRow = z.object({
  timestamp: z.coerce.number().positive(),
  ...candlePrices,
});

/** Exchange time, HH:mm. */
const time = z.string().regex(/^\d{2}:\d{2}$/);

export const clockReply = z.object({
  clock: z.object({
    date: z.iso.date(),
    state: z.enum(['premarket', 'open', 'postmarket', 'closed']),
    /** Epoch seconds. */
    timestamp: z.number(),
    next_change: time,
  }),
});

const hours = z.object({ start: time, end: time });

export const calendarReply = z.object({
  calendar: z.object({
    days: many('day', z.unknown()),
  }),
});
export const calendarDay = z.object({
  date: z.iso.date(),
  status: z.enum(['open', 'closed']),
  premarket: hours.nullish(),
  open: hours.nullish(),
  postmarket: hours.nullish(),
});
export type CalendarDay = z.infer<typeof calendarDay>;
